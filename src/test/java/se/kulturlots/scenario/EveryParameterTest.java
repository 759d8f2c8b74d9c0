package se.kulturlots.scenario;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.register.Municipalities;
import se.kulturlots.picture.SamplePictures;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls everything of ours that can be called, at the address of a real case and by
 * somebody who may, with each parameter missing, empty, twice, too long and misshapen.
 * Whatever comes in, nothing goes wrong on our side, and nothing is kept that steers
 * instead of being read.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class EveryParameterTest {

	private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src|data-diagram)=\"(/[^\"?#]*)");

	private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");

	private static final Pattern ACTION = Pattern.compile("action=\"([^\"?]*)");

	private static final Pattern FIELD = Pattern.compile("<(?:input|button|select|textarea)\\b[^>]*>");

	private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");

	private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

	private static final Pattern PERSONAL = Pattern.compile("/(?:my/[a-z]+|login/password)/[\\w-]{20,}");

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)[^}]*}");

	private static final Pattern NOT_AN_ID = Pattern
		.compile("/(new|export|register/(import|bulk|selections|sectors|changes|duplicates))$");

	/** What ends something is tried when all else has been. */
	private static final Pattern LAST = Pattern
		.compile(".*/(cancel|remove|withdraw|close|move|hide|join|dates|end|one-click)$");

	private static final Pattern ACCOUNTS = Pattern.compile("/staff/account.*|/login.*");

	private static final List<String> ODD = List.of("-1", "99999999999999999999", "a\u0000'\"<%å", "2026-02-30",
			SteeringCharacters.between("Kultur i hela länet"));

	/** What is counted against it is counted against nobody else's test. */
	private static final String ELSEWHERE = "198.51.100.9";

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Municipalities municipalities;

	@Autowired
	Meetings meetings;

	@Autowired
	MeetingNotes notes;

	@Autowired
	AppClock clock;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void nothingThatComesInIsTooMuchForUs(Browser browser) throws Exception {
		SampleSite site = new SampleSite(this.cycles, this.clock, this.municipalities);
		List<Desk> desks = List.of(new Desk(browser, site.open()), new Desk(browser, site.decided()));
		desks.get(0).prepare();
		for (Desk desk : desks) {
			desk.lookUp();
			desk.readAll(site);
		}
		Set<String> unknown = new TreeSet<>();
		Map<String, Integer> faults = new TreeMap<>();
		int sent = 0;
		for (Call call : calls()) {
			Desk desk = desks.stream()
				.filter((each) -> each.address(call.pattern()).isPresent())
				.findFirst()
				.orElse(desks.get(0));
			String path = desk.address(call.pattern())
				.orElseGet(
						() -> VARIABLE.matcher(call.pattern()).replaceAll((variable) -> UUID.randomUUID().toString()));
			if (desk.address(call.pattern()).isEmpty()) {
				unknown.add(call.pattern());
			}
			for (Map<String, List<String>> fields : desk.tries(call, path)) {
				HttpResponse<String> answer = send(desk.visitor, call, path, fields);
				sent++;
				if (answer.statusCode() >= 500) {
					faults.put(call + " " + abbreviated(fields), answer.statusCode());
				}
				if (!ACCOUNTS.matcher(call.pattern()).matches()) {
					assertThat(answer.headers().firstValue("Location").orElse("")).as(call + " " + fields)
						.doesNotContain("/login");
				}
			}
		}
		assertThat(faults.entrySet()).isEmpty();
		for (Desk desk : desks) {
			assertThat(SteeringCharacters.storedFor(this.cycles.jdbc, desk.authority.id())).isEmpty();
		}
		assertThat(unknown).as("addresses for which there is no example").isEmpty();
		assertThat(sent).isGreaterThan(3000);
	}

	private static String abbreviated(Map<String, List<String>> fields) {
		return fields.toString().replaceAll("x{100,}", "x…");
	}

	private List<Call> calls() {
		List<Call> calls = new ArrayList<>();
		this.requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
			if (handler.getBeanType().getName().startsWith("se.kulturlots.")
					&& !handler.getBeanType().getName().contains(".testing.")) {
				add(mapping, handler, calls);
			}
		});
		assertThat(calls).hasSizeGreaterThan(150);
		calls.sort(Comparator.comparing((Call call) -> ACCOUNTS.matcher(call.pattern()).matches())
			.thenComparing((call) -> LAST.matcher(call.pattern()).matches())
			.thenComparing(Call::pattern)
			.thenComparing(Call::method));
		return calls;
	}

	private static void add(RequestMappingInfo mapping, HandlerMethod handler, List<Call> calls) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		for (String pattern : mapping.getPatternValues()) {
			for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
				calls.add(new Call(method, pattern, handler));
			}
		}
	}

	private static Optional<String> first(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((found) -> found.group(1)).findFirst();
	}

	private static Map<String, List<String>> with(Map<String, List<String>> usual, String name, List<String> values) {
		Map<String, List<String>> fields = new LinkedHashMap<>(usual);
		fields.put(name, values);
		return fields;
	}

	private static HttpResponse<String> send(Visitor visitor, Call call, String path, Map<String, List<String>> fields)
			throws Exception {
		List<String> pairs = new ArrayList<>();
		fields.forEach((name, values) -> values.forEach((value) -> pairs.addAll(List.of(name, value))));
		if (call.method() != RequestMethod.POST) {
			StringBuilder query = new StringBuilder();
			for (int i = 0; i < pairs.size(); i += 2) {
				query.append((i == 0) ? '?' : '&')
					.append(encoded(pairs.get(i)))
					.append('=')
					.append(encoded(pairs.get(i + 1)));
			}
			return visitor.get(path + query);
		}
		if (call.takesFile()) {
			visitor.upload(path, "file", "x.csv", new byte[0], pairs.toArray());
			visitor.upload(path, "file", "x.csv", new byte[] { 1, -1 }, pairs.toArray());
		}
		return visitor.post(path, pairs.toArray());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** Somebody who may do everything at an authority, and what they have come across. */
	private final class Desk {

		private final Authority authority;

		private final String account;

		private final Visitor visitor;

		private final Page page;

		private final Set<String> addresses = new LinkedHashSet<>();

		private final Map<String, Map<String, String>> forms = new LinkedHashMap<>();

		Desk(Browser browser, Authority authority) throws Exception {
			this.authority = authority;
			this.account = EveryParameterTest.this.accounts
				.with(authority.id(), Role.OFFICER, Role.LIAISON, Role.MANAGER, Role.REGISTRAR, Role.ADMIN)
				.id();
			this.visitor = new Visitor(EveryParameterTest.this.port).from(ELSEWHERE).as(this.account);
			this.addresses.add("/" + authority.id());
			this.page = browser.open();
			browser.signIn(this.page, this.account);
		}

		/** Makes what pages lead to only once it is there. */
		void prepare() throws Exception {
			post("/staff/settings/units", "name", "Kulturenheten", "email", "kultur@region.example");
			post("/staff/settings/closed-days", "day", "2031-03-03");
			post("/" + this.authority.id() + "/join", "step", "send", "name", "Teatern", "sector", "CULTURE",
					"municipality", "-", "language", "sv", "email", "teatern@region.example", "submissionId",
					UUID.randomUUID());
			Meeting meeting = EveryParameterTest.this.cycles.jdbc
				.sql("select id from meeting where authority_id = :authority order by ordinal limit 1")
				.param("authority", this.authority.id())
				.query(Columns.ids(MeetingId::new))
				.optional()
				.map((id) -> EveryParameterTest.this.meetings.get(id))
				.orElseThrow();
			Consultation consultation = EveryParameterTest.this.cycles.consultations.get(meeting.caseId());
			post(MeetingPath.registration(consultation.path(), meeting), "step", "send", "name", "Kim Exempel", "kind",
					"CITIZEN", "municipality", "0330", "email", "kim@region.example", "submissionId",
					UUID.randomUUID());
			String documents = "/staff/consultations/" + consultation.id() + "/documents";
			this.visitor.upload(documents, "file", "plan.pdf", "%PDF-1.7 x".getBytes(), "title", "Underlag", "language",
					"sv", "submissionId", UUID.randomUUID());
			for (String of : List.of("/staff/settings/look", "/staff/cases/" + consultation.id())) {
				remember(this.visitor.upload(of + "/picture", "file", "bild.jpg", SamplePictures.of("jpeg", 900, 600),
						"alt", "Ett fält", "focus", "TOP"));
			}
			remember(this.visitor.upload("/staff/register/import", "file", "register.csv",
					"Namn;E-post\nTeatern;teatern@region.example\n".getBytes()));
			post("/staff/register/sectors/apply");
			post("/staff/register/selections?sector=MUSIC", "name", "Musik");
			join();
			post("/" + this.authority.id() + "/follow", "about", "all", "email", "kim@region.example");
			post("/login/forgot", "account", this.account);
			EveryParameterTest.this.cycles.afterwards.run();
			EveryParameterTest.this.notes.add(meeting, null, null, "Många talade om lokaler.");
		}

		private void join() throws Exception {
			List<String> ids = new ArrayList<>();
			for (String name : List.of("Kören", "Sångkören")) {
				HttpResponse<String> added = this.visitor.post("/staff/register/new", "name", name, "sector", "MUSIC",
						"municipality", "0330", "language", "sv", "submissionId", UUID.randomUUID());
				ids.add(added.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", ""));
			}
			post("/staff/register/duplicates/" + ids.get(0) + "/" + ids.get(1) + "/join", "version", 0, "otherVersion",
					0);
		}

		/** What no page leads to now, or only from a mail. */
		void lookUp() {
			EveryParameterTest.this.cycles.jdbc.sql("""
					insert into case_note (authority_id, case_id, author, written_at, text)
					select authority_id, id, :account, now(), 'Ring kören' from consultation
					where authority_id = :authority limit 1""")
				.param("account", this.account)
				.param("authority", this.authority.id())
				.update();
			EveryParameterTest.this.cycles.jdbc.sql("""
					select '/staff/mail/' || id || '/retry' from mail where authority_id = :authority
					union select '/staff/consultations/' || case_id || '/mail/' || id || '/retry' from mail
						where authority_id = :authority and step = 0 and case_id in (select id from consultation)
					union select '/staff/register/duplicates/' || a.id || '/' || b.id
						from organisation a, organisation b where a.authority_id = :authority
						and b.authority_id = :authority and a.name = 'Folkets park' and b.name = 'Ungdomshuset'
					union select '/staff/register/joins/' || id || '/undo' from organisation_join
						where authority_id = :authority
					union select '/theme/' || authority_id || '/' || name || '-480.jpg' from picture
						where authority_id = :authority
					union select '/staff/consultations/' || case_id || '/documents/' || id || '/restore'
						from case_document where authority_id = :authority
					union select '/staff/consultations/' || case_id || '/notes/' || id || what
						from case_note, (values ('/edit'), ('/remove'), ('/restore')) w (what)
						where authority_id = :authority
					union select '/staff/tasks/' || id_ from act_hi_taskinst where tenant_id_ = :authority
					union select '/staff/meetings/' || meeting_id || '/notes/' || id from meeting_note
						where authority_id = :authority
					union select '/staff/consultations/' || p.consultation_id || '/plan/sections/' || s.id
						from plan_section s join plan p on p.id = s.plan_id where s.authority_id = :authority
					union select '/staff/consultations/' || p.consultation_id || '/plan/answers/' || i.id
						from plan p join input_period t on t.consultation_id = p.consultation_id
						join input i on i.period_id = t.id where p.authority_id = :authority""")
				.param("authority", this.authority.id())
				.query(String.class)
				.list()
				.forEach(this.addresses::add);
			EveryParameterTest.this.cycles.jdbc.sql("select text_body from mail where authority_id = :authority")
				.param("authority", this.authority.id())
				.query(String.class)
				.list()
				.forEach(
						(text) -> PERSONAL.matcher(text).results().forEach((link) -> this.addresses.add(link.group())));
			this.addresses.addAll(List.of("/staff/progress/of/consultationCycle", "/staff/absences/" + this.account,
					"/staff/handbook/pictures/handbok-beslut.png", "/theme/" + this.authority.id() + ".png"));
		}

		private void post(String path, Object... fields) throws Exception {
			HttpResponse<String> answer = this.visitor.post(path, fields);
			assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(302);
			remember(answer);
		}

		private void remember(HttpResponse<String> made) {
			made.headers()
				.firstValue("Location")
				.map((address) -> address.replaceFirst("^https?://[^/]+", ""))
				.ifPresent(this.addresses::add);
		}

		void readAll(SampleSite site) {
			Stream.of(List.copyOf(this.addresses), site.publicPages(this.page), site.staffPages(this.page))
				.flatMap(Collection::stream)
				.distinct()
				.filter((path) -> !path.endsWith("/retry"))
				.sorted(Comparator.comparing((path) -> !path.contains(this.authority.id())))
				.forEach(this::read);
		}

		/** Remembers where a page leads and what its forms send. */
		private void read(String path) {
			String html;
			try {
				html = this.visitor.get(path).body();
			}
			catch (Exception ex) {
				throw new IllegalStateException(path, ex);
			}
			this.addresses.add(path);
			ADDRESS.matcher(html).results().forEach((address) -> this.addresses.add(address.group(1)));
			FORM.matcher(html).results().forEach((form) -> {
				String action = first(ACTION, form.group(1)).orElse(path);
				Map<String, String> fields = this.forms.computeIfAbsent(action, (key) -> new LinkedHashMap<>());
				FIELD.matcher(form.group(2))
					.results()
					.map(MatchResult::group)
					.forEach((field) -> first(NAME, field)
						.ifPresent((name) -> fields.putIfAbsent(name, first(VALUE, field).orElse(""))));
			});
		}

		/** An address with real ids: the longest known one tells each of them. */
		Optional<String> address(String pattern) {
			String known = "";
			String rest = pattern;
			for (MatchResult variable : VARIABLE.matcher(pattern).results().toList()) {
				String before = known + rest.substring(0, rest.indexOf('{'));
				rest = rest.substring(rest.indexOf('}') + 1);
				Pattern here = Pattern.compile(Pattern.quote(before) + "([^/.]+)"
						+ (rest.startsWith(".") ? Pattern.quote(rest) : "(?=/|$)") + ".*");
				Pattern whole = Pattern.compile(Pattern.quote(before) + (rest.isEmpty() ? "([^/]+)" : "([^/.]+)")
						+ VARIABLE.matcher(rest).replaceAll("[^/]+"));
				Optional<String> id = Stream.of(whole, here)
					.flatMap((shape) -> this.addresses.stream()
						.filter((address) -> !NOT_AN_ID.matcher(address).find())
						.map(shape::matcher)
						.filter((found) -> found.matches())
						.map((found) -> found.group(1)))
					.findFirst();
				if (id.isEmpty()) {
					return Optional.empty();
				}
				known = before + id.get();
			}
			return Optional.of(known + rest);
		}

		List<Map<String, List<String>>> tries(Call call, String path) {
			Map<String, List<String>> usual = new LinkedHashMap<>();
			if (call.method() == RequestMethod.POST) {
				this.forms.getOrDefault(path, Map.of()).forEach((name, value) -> usual.put(name, List.of(value)));
			}
			call.parameters().forEach((name) -> usual.putIfAbsent(name, List.of("1")));
			usual.remove("_csrf");
			List<Map<String, List<String>>> tries = new ArrayList<>(List.of(Map.of()));
			for (String name : usual.keySet()) {
				tries.add(with(usual, name, List.of()));
				tries.add(with(usual, name, List.of("")));
				tries.add(with(usual, name, List.of(usual.get(name).get(0), "x")));
				tries.add(with(usual, name, List.of("x".repeat(5000))));
				ODD.forEach((odd) -> tries.add(with(usual, name, List.of(odd))));
			}
			for (String odd : List.of("[0]", "[99999999]", "[x", ".class.module", "[]")) {
				Map<String, List<String>> fields = new LinkedHashMap<>(usual);
				usual.keySet().forEach((name) -> fields.put(name + odd, List.of("x")));
				tries.add(fields);
			}
			tries.add(usual);
			return tries;
		}

	}

	/** Something of ours that can be called. */
	private record Call(RequestMethod method, String pattern, HandlerMethod handler) {

		boolean takesFile() {
			return Stream.of(this.handler.getMethodParameters())
				.anyMatch((parameter) -> parameter.getParameterType() == MultipartFile.class);
		}

		/** The names that it reads, as far as its signature tells. */
		Set<String> parameters() {
			Set<String> names = new LinkedHashSet<>();
			for (MethodParameter parameter : this.handler.getMethodParameters()) {
				parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
				RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
				if (param != null) {
					names.add(param.name().isEmpty() ? parameter.getParameterName() : param.name());
				}
				else if (parameter.getParameterType().isRecord()
						&& !parameter.hasParameterAnnotation(AuthenticationPrincipal.class)) {
					components(parameter.getParameterType(), "", names);
				}
			}
			return names;
		}

		private static void components(Class<?> type, String before, Set<String> names) {
			for (RecordComponent component : type.getRecordComponents()) {
				if (component.getType().isRecord()) {
					components(component.getType(), before + component.getName() + ".", names);
				}
				names.add(before + component.getName());
			}
		}

		@Override
		public String toString() {
			return this.method + " " + this.pattern;
		}

	}

}
