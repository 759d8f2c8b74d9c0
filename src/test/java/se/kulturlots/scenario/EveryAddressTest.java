package se.kulturlots.scenario;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Address;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.EngineApi;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address × every role × own, others' and nobody's ids. Who may what stands in two
 * tables here; an address that neither names fails, so that each new page is decided on.
 */
@KulturlotsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryAddressTest {

	private static final Logger logger = LoggerFactory.getLogger(EveryAddressTest.class);

	/**
	 * Who is let in: Officer, Liaison, Manager, Registrar, Administrator of the
	 * authority, Installation's administrator, Stranger. The first line that fits counts.
	 * One asterisk stands for what an address names, two for all below it.
	 */
	private static final String RIGHTS = """
			GET  /                                                OLMRAIS
			GET  /accessibility                                   OLMRAIS
			GET  /personal-data                                   OLMRAIS
			GET  /cookies                                         OLMRAIS
			GET  /robots.txt                                      OLMRAIS
			GET  /sitemap.xml                                     OLMRAIS
			GET  /theme/*.css                                     OLMRAIS
			GET  /theme/*.png                                     OLMRAIS
			GET  /theme/*/*                                       OLMRAIS
			ANY  /login/failed                                    nobody
			GET  /login                                           OLMRAIS
			ANY  /login/forgot                                    OLMRAIS
			ANY  /login/password/*                                OLMRAIS
			ANY  /my/registration/**                              OLMRAIS
			ANY  /my/invitation/*                                 OLMRAIS
			ANY  /my/input/**                                     OLMRAIS
			ANY  /my/pages/**                                     OLMRAIS
			ANY  /my/news/**                                      OLMRAIS
			ANY  /staff/accounts/**                               AI
			ANY  /staff/account                                   OLMRAI
			ANY  /staff/account/absence                           OLMR
			POST /staff/account/absence/end                       OLMR
			ANY  /staff/absences/**                               M
			GET  /staff/handbook/**                               OLMRAI
			GET  /staff/settings                                  MA
			ANY  /staff/settings/*/**                             A
			GET  /staff                                           OLMR
			GET  /staff/search                                    OLMR
			GET  /staff/opinions                                  OLMR
			GET  /staff/mail                                      OLMR
			GET  /staff/mail.csv                                  OLMR
			GET  /staff/mail.xlsx                                 OLMR
			POST /staff/mail/*/retry                              OM
			GET  /staff/progress/**                               OLMR
			GET  /staff/progress.csv                              OLMR
			GET  /staff/progress.xlsx                             OLMR
			GET  /staff/tasks/cards                               OLMR
			GET  /staff/tasks.csv                                 OLMR
			GET  /staff/tasks.xlsx                                OLMR
			GET  /staff/tasks/**                                  OLMR
			POST /staff/tasks/*/give-back                         OM
			POST /staff/tasks/*/move                              M
			POST /staff/tasks/*/take-over                         O
			POST /staff/tasks/*/**                                O
			ANY  /staff/register/new                              OL
			ANY  /staff/register/import/**                        OL
			ANY  /staff/register/sectors/**                       OL
			ANY  /staff/register/changes/**                       OL
			ANY  /staff/register/bulk                             OL
			ANY  /staff/register/selections/**                    OL
			ANY  /staff/register/*/edit                           OL
			ANY  /staff/register/*/remove                         OL
			ANY  /staff/register/duplicates/**                    OL
			POST /staff/register/joins/*/undo                     OL
			ANY  /staff/register/*/contact                        OL
			POST /staff/register/*/writing                        OL
			POST /staff/register/*/approve                        OL
			POST /staff/register/*/join                           OL
			POST /staff/register/*/restore                        OL
			GET  /staff/register                                  OLMR
			GET  /staff/register/export.csv                       OLMR
			GET  /staff/register/export.xlsx                      OLMR
			GET  /staff/register/*                                OLMR
			ANY  /staff/cases/*/edit                              OM
			ANY  /staff/cases/*/picture/**                        OM
			GET  /staff/cases/*/journal.csv                       OLMR
			GET  /staff/cases/*/journal.xlsx                      OLMR
			ANY  /staff/consultations/new                         O
			ANY  /staff/consultations/*/dates                     OM
			ANY  /staff/consultations/*/texts                     OM
			ANY  /staff/consultations/*/words                     OM
			ANY  /staff/consultations/*/cancel                    OM
			ANY  /staff/consultations/*/officer                   OM
			GET  /staff/*/*/phone-calls                           OLMR
			POST /staff/*/*/phone-calls                           OL
			GET  /staff/*/*/phone-calls/letters.pdf               OLMR
			GET  /staff/*/*/mail                                  OLMR
			GET  /staff/*/*/mail.csv                              OLMR
			GET  /staff/*/*/mail.xlsx                             OLMR
			POST /staff/*/*/mail/*/retry                          OM
			POST /staff/consultations/*/invitees/*                OL
			POST /staff/*/*/progress/retry                        M
			ANY  /staff/*/*/documents/*/remove                    O
			POST /staff/*/*/documents/*/restore                   O
			POST /staff/*/*/documents                             O
			POST /staff/consultations/*/earlier                   OM
			POST /staff/consultations/*/earlier/invitees          OL
			ANY  /staff/consultations/*/input/new                 OL
			ANY  /staff/consultations/*/input/dates               OL
			ANY  /staff/consultations/*/input/referral/send       O
			ANY  /staff/consultations/*/input/referral            OL
			POST /staff/consultations/*/input/sort                OL
			ANY  /staff/*/*/meetings/new                          OM
			ANY  /staff/consultations/*/plan/answers/*            OM
			POST /staff/consultations/*/plan/inputs               OM
			ANY  /staff/consultations/*/plan/sections/**          OM
			GET  /staff/consultations                             OLMR
			GET  /staff/consultations.csv                         OLMR
			GET  /staff/consultations.xlsx                        OLMR
			GET  /staff/consultations/*                           OLMR
			GET  /staff/*/*/documents/**                          OLMR
			GET  /staff/consultations/*/input                     OLMR
			GET  /staff/consultations/*/input/export.csv          OLMR
			GET  /staff/consultations/*/input/export.xlsx         OLMR
			GET  /staff/consultations/*/invitees                  OLMR
			GET  /staff/consultations/*/invitees.csv              OLMR
			GET  /staff/consultations/*/invitees.xlsx             OLMR
			GET  /staff/consultations/*/coverage                  OLMR
			GET  /staff/consultations/*/earlier                   OLMR
			GET  /staff/consultations/*/coverage.csv              OLMR
			GET  /staff/consultations/*/coverage.xlsx             OLMR
			GET  /staff/consultations/*/silent                    OLMR
			GET  /staff/consultations/*/silent.csv                OLMR
			GET  /staff/consultations/*/silent.xlsx               OLMR
			GET  /staff/coverage                                  OLMR
			GET  /staff/coverage.csv                              OLMR
			GET  /staff/coverage.xlsx                             OLMR
			GET  /staff/*/*/journal                               OLMR
			GET  /staff/*/*/meetings                              OLMR
			GET  /staff/*/*/meetings.csv                          OLMR
			GET  /staff/*/*/meetings.xlsx                         OLMR
			GET  /staff/consultations/*/numbers                   OLMR
			GET  /staff/consultations/*/numbers.csv               OLMR
			GET  /staff/consultations/*/numbers.xlsx              OLMR
			GET  /staff/consultations/*/plan                      OLMR
			GET  /staff/consultations/*/plan/answers              OLMR
			GET  /staff/consultations/*/plan/draft                OLMR
			GET  /staff/consultations/*/plan/versions/*           OLMR
			GET  /staff/*/*/progress/**                           OLMR
			GET  /staff/input/*                                   OLMR
			POST /staff/input/*/*                                 OL
			ANY  /staff/meetings/*/move                           OM
			ANY  /staff/meetings/*/cancel                         OM
			ANY  /staff/meetings/*/seats                          OM
			ANY  /staff/meetings/*/name                           OM
			ANY  /staff/meetings/*/texts                          OM
			ANY  /staff/meetings/*/attendance                     OLM
			ANY  /staff/meetings/*/notes/**                       OLM
			ANY  /staff/*/*/notes                                 OLMR
			POST /staff/*/*/notes/seen                            OLMR
			ANY  /staff/*/*/notes/*/*                             nobody
			ANY  /staff/meetings/*/register                       OLM
			ANY  /staff/meetings/*/registrations/*/*              OLM
			GET  /staff/meetings/*                                OLMR
			GET  /staff/meetings/*/registrations.csv              OLMR
			GET  /staff/meetings/*/registrations.xlsx             OLMR
			GET  /staff/meetings/*/badges.pdf                     OLM
			GET  /staff/meetings/*/attendance.pdf                 OLM
			GET  /staff/meetings/*/registrations/*                OLMR
			GET  /*                                               OLMRAIS
			GET  /*/accessibility                                 OLMRAIS
			GET  /*/personal-data                                 OLMRAIS
			GET  /*/cookies                                       OLMRAIS
			GET  /*/contact                                       OLMRAIS
			GET  /*/sitemap.xml                                   OLMRAIS
			GET  /*/news.atom                                     OLMRAIS
			GET  /*/meetings                                     OLMRAIS
			GET  /*/meetings.ics                                  OLMRAIS
			ANY  /*/my                                            OLMRAIS
			ANY  /*/follow                                        OLMRAIS
			ANY  /*/join/**                                       OLMRAIS
			ANY  /*/opinion/**                                    OLMRAIS
			GET  /*/consultations/*                               OLMRAIS
			GET  /*/*/*/documents/*                               OLMRAIS
			ANY  /*/consultations/*/input/**                      OLMRAIS
			GET  /*/*/*/meetings.ics                              OLMRAIS
			ANY  /*/*/*/meetings/**                               OLMRAIS
			GET  /*/consultations/*/news.atom                     OLMRAIS
			GET  /*/consultations/*/plan                          OLMRAIS
			GET  /*/*/*/progress/**                               OLMRAIS
			GET  /*/consultations/*/coverage                      OLMRAIS
			GET  /*/consultations/*/results                       OLMRAIS
			""";

	/** What no controller answers: the status for O L M R A I S in turn. */
	private static final String DOORS = """
			GET  /error                                           404 404 404 404 404 404 404
			GET  /actuator                                        404 404 404 404 404 404 404
			GET  /actuator/health                                 404 404 404 404 404 404 404
			GET  /actuator/env                                    404 404 404 404 404 404 404
			GET  /demo                                            404 404 404 404 404 404 404
			GET  /demo/mailbox                                    404 404 404 404 404 404 404
			POST /demo/jump                                       404 404 404 404 404 404 404
			GET  /staff/no-such-page                              404 404 404 404 403 403 302
			GET  /no/such/page                                    404 404 404 404 404 404 404
			GET  /logout                                          404 404 404 404 404 404 404
			GET  /login/oauth2/code/sample                        403 403 403 403 403 403 403
			GET  /oauth2/authorization/nobody                     404 404 404 404 404 404 404
			GET  /engine-rest/task                                401 401 401 401 401 401 401
			POST /engine-rest/task                                401 401 401 401 401 401 401
			GET  /camunda/app/tasklist/default/                   200 200 200 200 403 403 302
			GET  /camunda/app/cockpit/default/                    403 403 200 403 403 403 302
			GET  /camunda/app/admin/default/                      403 403 403 403 403 403 302
			GET  /camunda/app/welcome/default/                    200 200 200 200 200 200 302
			GET  /camunda/api/engine/engine/default/task?maxResults=9 200 200 200 200 200 200 401
			GET  /camunda/api/engine/engine/default/authorization 404 404 404 404 404 404 401
			GET  /camunda/api/admin/setup/default/user/create     404 404 404 404 404 404 401
			GET  /kulturlots.css                                  200 200 200 200 200 200 200
			""";

	/** Sent from every page, also from one that has lain open for days. */
	private static final List<Address> WITHOUT_TOKEN = List.of(new Address("POST", "/{authority}/opinion"),
			new Address("POST", "/my/news/{token}/one-click"));

	/** What ends something is tried when all else has been. */
	private static final Pattern LAST = Pattern.compile(".*/(cancel|remove|withdraw|close|hide|confirm)");

	/** What differs between two answers that say the same. */
	private static final Pattern CHANCE = Pattern
		.compile("name=\"_csrf\" value=\"[^\"]*\"|nonce[=-]\"?[\\w+/=-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final AntPathMatcher PATHS = new AntPathMatcher();

	@LocalServerPort
	int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	AutowireCapableBeanFactory beans;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	private final Map<Somebody, Caller> here = new EnumMap<>(Somebody.class);

	private final Map<Somebody, Caller> elsewhere = new EnumMap<>(Somebody.class);

	private final Set<String> faults = Collections.synchronizedSet(new TreeSet<>());

	private SettledAuthority heby;

	private SettledAuthority sala;

	private List<Address> addresses;

	private Duration now;

	private int tried;

	@BeforeAll
	void settle() {
		this.addresses = Address.all(this.mappings)
			.stream()
			.filter((address) -> !address.pattern().equals("/error"))
			.sorted(Comparator.comparing((Address address) -> LAST.matcher(address.pattern()).matches())
				.thenComparing(Address::pattern)
				.thenComparing(Address::method))
			.toList();
		this.heby = this.beans.createBean(SettledAuthority.class).in("Heby");
		// both are at the same point of the same year
		this.clock.setOffset(Duration.ZERO);
		this.sala = this.beans.createBean(SettledAuthority.class).in("Sala");
		this.now = this.clock.offset();
		for (Somebody somebody : Somebody.values()) {
			this.here.put(somebody, caller(somebody, this.heby));
			this.elsewhere.put(somebody, caller(somebody, this.sala));
		}
	}

	private Caller caller(Somebody somebody, SettledAuthority whose) {
		return new Caller(this.port,
				(somebody.role == null) ? null
						: this.accounts
							.with((somebody == Somebody.I) ? null : whose.cycle().authority().id(), somebody.role)
							.id());
	}

	@BeforeEach
	void begin() {
		this.clock.setOffset(this.now);
		this.faults.clear();
		this.tried = 0;
	}

	@Test
	@Order(1)
	void everyAddressIsDecidedOnAndRefusedToAllOthers() {
		Map<String, String> before = holdings();
		for (Address address : this.addresses) {
			for (Somebody somebody : mayNot(address)) {
				expect(address, somebody, refusal(address, somebody));
			}
		}
		report("refused as the table says", this.addresses.size());
		assertThat(holdings()).isEqualTo(before);
		List<Right> rights = rights();
		assertThat(rights).as("lines that no address needs")
			.allMatch((right) -> this.addresses.stream().anyMatch((address) -> right == right(rights, address)));
	}

	@Test
	@Order(2)
	void readingChangesNothing() {
		Map<String, String> before = holdings();
		List<Address> pages = this.addresses.stream().filter((address) -> address.method().equals("GET")).toList();
		for (Address page : pages) {
			for (Somebody somebody : may(page)) {
				expect(page, somebody, Answer.LET_IN);
			}
			Map<String, String> after = holdings();
			if (!after.equals(before)) {
				this.faults.add(page + " changes " + difference(before, after));
				before = after;
			}
		}
		report("read without a change", pages.size());
	}

	@Test
	@Order(3)
	void whatNoControllerAnswersIsShutOrGuarded() {
		List<String> doors = DOORS.lines().map(String::strip).toList();
		for (String line : doors) {
			String[] parts = line.split(" +");
			for (Somebody somebody : Somebody.values()) {
				Caller caller = this.here.get(somebody);
				int status = (parts[0].equals("GET") ? caller.get(parts[1]) : caller.form(parts[1], "")).statusCode();
				this.tried++;
				if (status != Integer.parseInt(parts[2 + somebody.ordinal()])) {
					this.faults.add(line + ": " + somebody + " got " + status);
				}
			}
		}
		report("outside the controllers", doors.size());
	}

	@Test
	@Order(4)
	void otherMethodsDoNothing() {
		Map<String, String> before = holdings();
		List<String> patterns = this.addresses.stream()
			.map(Address::pattern)
			.filter((pattern) -> !pattern.equals("/login"))
			.distinct()
			.toList();
		List<Address> others = patterns.stream()
			.flatMap((pattern) -> Stream.of("GET", "POST", "PUT", "DELETE", "PATCH")
				.map((method) -> new Address(method, pattern)))
			.filter((address) -> !this.addresses.contains(address))
			.toList();
		List<Somebody> askers = List.of(Somebody.O, Somebody.A, Somebody.S);
		this.tried = others.size() * askers.size();
		// they change nothing, so several are asked for at a time
		others.parallelStream().forEach((address) -> askers.forEach((somebody) -> {
			int status = this.here.get(somebody)
				.ask(address.method(), SettledAuthority.filled(address.pattern(), this.heby.ids()))
				.statusCode();
			boolean signIn = status == 302 && somebody == Somebody.S;
			// a GET may be another address's
			if (!signIn && !Set.of(403, 404, 405).contains(status) && !address.method().equals("GET")) {
				this.faults.add(address + ": " + somebody + " got " + status);
			}
		}));
		report("asked for in another way", patterns.size());
		assertThat(holdings()).isEqualTo(before);
	}

	@Test
	@Order(5)
	void whatIsOthersIsAsIfItWereNobodys() {
		Map<String, String> before = holdings();
		Map<String, String> others = new HashMap<>(this.heby.ids());
		Map<String, String> nobodys = SettledAuthority.invented(others);
		String authority = this.sala.cycle().authority().id();
		int naming = 0;
		for (Address address : this.addresses) {
			if (!address.pattern()
				.replaceAll("\\{(authority|kind|cases|name|day|number|version)[^/]*}|^/my/.*", "")
				.contains("{") || address.pattern().matches("(/my|/login/password|/theme)/.*")) {
				continue;
			}
			naming++;
			for (Map<String, String> ids : List.of(others, nobodys)) {
				ids.put("authority", authority);
			}
			others.put("slug", address.pattern().contains("{slug}") ? ofSlug(address) : "x");
			nobodys.put("slug", address.pattern().replace("{slug}", "").contains("{") && hasMore(address)
					? others.get("slug") : "no-such-plan");
			for (Somebody somebody : Somebody.values()) {
				if (somebody == Somebody.I && address.pattern().startsWith("/staff/accounts/{id}")) {
					// to whom no authority is another's
					continue;
				}
				HttpResponse<String> theirs = send(this.elsewhere.get(somebody), address, others);
				HttpResponse<String> none = send(this.elsewhere.get(somebody), address, nobodys);
				this.tried++;
				// who may not at all is told so, or as little as the others
				Set<Answer> expected = may(address).contains(somebody) ? EnumSet.of(Answer.NOT_THERE) : EnumSet
					.of(refusal(address, somebody), (somebody == Somebody.S) ? Answer.SIGN_IN : Answer.NOT_THERE);
				if (!expected.contains(Answer.of(theirs)) && !isEmptyList(address, theirs)) {
					this.faults.add(address + ": " + somebody + " got " + theirs.statusCode());
				}
				if (theirs.statusCode() != none.statusCode() || !told(theirs, others).equals(told(none, nobodys))) {
					this.faults.add(address + ": " + somebody + " got " + theirs.statusCode() + ", but "
							+ none.statusCode() + " if there is none");
				}
				this.heby.secrets()
					.stream()
					.filter(theirs.body()::contains)
					.forEach((secret) -> this.faults.add(address + " tells " + somebody + " " + secret));
			}
		}
		report("with others' and nobody's ids", naming);
		assertThat(holdings()).isEqualTo(before);
	}

	/** Under a case of the own authority where the address names more than the case. */
	private String ofSlug(Address address) {
		return hasMore(address) ? this.sala.ids().get("slug") : "hemlig-kulturplan-for-heby";
	}

	private static boolean hasMore(Address address) {
		return address.pattern().matches(".*\\{slug}.*\\{(meeting|receipt|document|submission).*");
	}

	/** Cards are given for those of the tasks that are the own authority's. */
	private static boolean isEmptyList(Address address, HttpResponse<String> answer) {
		return address.pattern().equals("/staff/tasks/cards") && answer.body().equals("{}");
	}

	@Test
	@Order(6)
	void aPersonalLinkThatIsNobodysOpensNothing() {
		Map<String, String> before = holdings();
		Map<String, String> nobodys = SettledAuthority.invented(this.heby.ids());
		List<Address> personal = this.addresses.stream()
			.filter((address) -> address.pattern().contains("{token}"))
			.toList();
		for (Address address : personal) {
			for (Somebody somebody : Somebody.values()) {
				List<String> tokens = new ArrayList<>(List.of(nobodys.get("my/input"), UUID.randomUUID().toString()));
				Stream.of("my/registration", "my/invitation", "my/input", "my/pages", "my/news", "login/password")
					.filter((purpose) -> !address.pattern().startsWith("/" + purpose + "/"))
					.forEach((purpose) -> tokens.add(this.heby.ids().get(purpose)));
				Set<String> answers = new TreeSet<>();
				for (String token : tokens) {
					HttpResponse<String> answer = sendTo(this.elsewhere.get(somebody), address,
							address.pattern().replace("{token}", token), this.heby.ids());
					this.tried++;
					answers.add(answer.statusCode() + told(answer, Map.of("token", token)));
				}
				if (answers.size() > 1 || !answers.iterator().next().matches("(?s)(404|410).*")) {
					this.faults.add(address + ": " + somebody + " got "
							+ answers.stream().map((answer) -> answer.substring(0, 3)).toList());
				}
			}
		}
		report("with links for something else", personal.size());
		assertThat(holdings()).isEqualTo(before);
	}

	/** Under the own authority's addresses, at the times when their forms are open. */
	@Test
	@Order(7)
	void whatAFieldNamesIsFoundAtTheOwnAuthorityOnly() {
		this.clock.setOffset(Duration.ZERO);
		SampleCycle mine = this.cycles.start("Egen plan", "Egen förening");
		Caller officer = new Caller(this.port, mine.officer().id());
		Caller manager = new Caller(this.port, "manager-" + mine.authority().id());
		String authority = mine.authority().id();
		String consultation = "/staff/consultations/" + mine.id();
		Map<String, String> before = holdings();
		Story story = mine.story().before("confirmInvitees", () -> {
			named(authority, officer, consultation + "/invitees/add", "organisations", "organisation", "");
			named(authority, officer, consultation + "/invitees/remove", "organisations", "organisation", "", "sure",
					"true");
			named(authority, officer, consultation + "/invitees/restore", "organisations", "organisation", "");
			named(authority, officer, consultation + "/officer", "officer", "account", "");
			named(authority, manager, consultation + "/progress/retry", "job", "job", "");
			named(authority, officer, "/staff/register/" + row("organisation", authority) + "/join", "sameAs",
					"organisation", "");
		}).before("writeDraft", () -> {
			mine.beforeTask("writeDraft");
			String plan = consultation + "/plan/inputs";
			String section = row("plan_section", authority);
			named(authority, officer, plan, "inputs", "input", ":0", "action", "link", "section", section);
			named(authority, officer, plan, "section", "section", "", "action", "link", "inputs",
					row("input", authority) + ":1");
		});
		story.until("inputOpens");
		mine.say("Öppna fler scener.", "kim@egen.example");
		String input = consultation + "/input";
		named(authority, officer, consultation + "/invitees/late", "organisations", "organisation", "");
		named(authority, officer, input + "/sort", "ids", "input", "", "action", "save", "newTheme", "Scener");
		named(authority, officer, input + "/dates", "period", "period", "", "opens", "2027-03-01", "lastDay",
				"2028-03-01");
		named(authority, officer, input + "/new", "period", "period", "", "step", "send");
		named(authority, officer, "/staff/input/" + row("input", authority) + "/join", "duplicateOf", "input", "");
		String meeting = "/staff/meetings/" + row("meeting", authority);
		named(authority, officer, meeting + "/attendance", "attended", "registration", "");
		named(authority, officer, meeting + "/notes", "question", "question", "", "text", "Text", "note", "Text");
		story.until("writeDraft");
		report("with fields that name others' things", 13);
		assertThat(holdings()).isEqualTo(before);
	}

	/** Sends a form with what is the others' and with what is nobody's in a field. */
	private void named(String authority, Caller caller, String path, String field, String kind, String end,
			String... more) {
		Map<String, String> nobodys = SettledAuthority.invented(this.heby.ids());
		StringBuilder others = new StringBuilder();
		for (int i = 0; i < more.length; i += 2) {
			others.append('&').append(more[i]).append('=').append(more[i + 1]);
		}
		Map<String, String> before = Holdings.of(this.jdbc, authority);
		HttpResponse<String> theirs = caller.form(path, field + "=" + this.heby.ids().get(kind) + end + others);
		HttpResponse<String> none = caller.form(path, field + "=" + nobodys.get(kind) + end + others);
		this.tried += 2;
		if (theirs.statusCode() != none.statusCode() || !told(theirs, this.heby.ids()).equals(told(none, nobodys))) {
			this.faults.add(path + " " + field + ": " + theirs.statusCode() + ", but " + none.statusCode());
		}
		if (!Holdings.of(this.jdbc, authority).equals(before)) {
			this.faults.add(path + " " + field + " changes " + difference(before, Holdings.of(this.jdbc, authority)));
		}
	}

	private String row(String table, String authority) {
		return this.jdbc.sql("select id::text from " + table + " where authority_id = :authority limit 1")
			.param("authority", authority)
			.query(String.class)
			.single();
	}

	@Test
	@Order(8)
	void noFormIsTakenWithoutTheTokenOfItsSession() {
		Map<String, String> before = holdings();
		List<Address> forms = this.addresses.stream()
			.filter((address) -> !address.method().equals("GET"))
			.filter((address) -> !WITHOUT_TOKEN.contains(address))
			.toList();
		String anothers = new Caller(this.port, this.heby.cycle().officer().id()).token();
		for (Address form : forms) {
			for (Somebody somebody : may(form)) {
				Caller caller = this.here.get(somebody);
				String path = SettledAuthority.filled(form.pattern(), this.heby.ids());
				for (String token : Arrays.asList(null, "", anothers)) {
					int status = caller.form(path, SettledAuthority.fields(this.heby.ids()), token).statusCode();
					this.tried++;
					if (status != 403) {
						this.faults.add(form + ": " + somebody + " got " + status);
					}
				}
			}
		}
		for (String form : List.of("/login", "/logout")) {
			assertThat(this.here.get(Somebody.O).form(form, "", null).statusCode()).as(form).isEqualTo(403);
			assertThat(this.here.get(Somebody.O).form(form, "", anothers).statusCode()).as(form).isEqualTo(403);
		}
		report("without a token, an empty one, another's", forms.size() + 2);
		assertThat(holdings()).isEqualTo(before);
	}

	@Test
	@Order(9)
	void theEnginesApplicationsTakeNothingWithoutTheirToken() {
		Map<String, String> before = holdings();
		List<EngineApi.Resource> changing = EngineApi.resources()
			.stream()
			.filter((resource) -> resource.path().startsWith("/camunda/api/"))
			.filter((resource) -> !resource.method().equals("GET"))
			.filter((resource) -> !resource.method().equals("OPTIONS"))
			.toList();
		String account = this.heby.cycle().officer().id();
		Caller caller = new Caller(this.port, account);
		int open = 0;
		for (EngineApi.Resource resource : changing) {
			String path = resource.path()
				.replaceAll("/engine/\\{name}", "/engine/default")
				.replaceAll("/task/\\{id}", "/task/" + this.heby.ids().get("task"))
				.replaceAll("\\{[^}]*}", "default");
			if (path.endsWith("/logout")) {
				continue;
			}
			int status = caller.ask(resource.method(), path).statusCode();
			this.tried++;
			if (status == 401) {
				caller = new Caller(this.port, account);
				status = caller.ask(resource.method(), path).statusCode();
			}
			open += (status == 403) ? 1 : 0;
			if (status != 403 && status != 404) {
				this.faults.add(resource + ": " + status);
			}
		}
		logger.info("the engine's web applications: {} of {} got as far as to the token", open, changing.size());
		report("of the engine's without its token", changing.size());
		assertThat(holdings()).isEqualTo(before);
	}

	@Test
	@Order(10)
	void cookiesAreForUsAloneAndReadByScriptsOnlyWhereTheEnginesNeedIt() {
		Caller caller = new Caller(this.port, null);
		List<HttpResponse<String>> answers = new ArrayList<>(List.of(caller.get("/login"), caller.get("/staff"), caller
			.form("/login", "account=" + this.heby.cycle().officer().id() + "&password=" + Browser.PASSWORD)));
		answers.add(caller.get("/camunda/app/tasklist/default/"));
		answers.add(caller.get("/?lang=fi"));
		Set<String> names = new TreeSet<>();
		for (HttpResponse<String> answer : answers) {
			for (String cookie : answer.headers().allValues("Set-Cookie")) {
				String name = cookie.replaceFirst("=.*", "");
				names.add(name);
				if (cookie.contains("Max-Age=0;")) {
					continue;
				}
				if (!cookie.contains("SameSite=Lax") || cookie.contains("HttpOnly") == name.equals("XSRF-TOKEN")) {
					this.faults.add(cookie.replaceFirst("=[^;]*", ""));
				}
			}
		}
		this.tried = names.size();
		report("cookies " + names, names.size());
		assertThat(names).contains("JSESSIONID", "KL-CSRF", "REDIRECT_URI", "XSRF-TOKEN");
	}

	/** Last, since it does all that can be done. */
	@Test
	@Order(100)
	void everyFormIsOpenToWhomTheTableNames() {
		List<Address> forms = this.addresses.stream().filter((address) -> !address.method().equals("GET")).toList();
		for (Address form : forms) {
			for (Somebody somebody : may(form)) {
				Answer answer = Answer.of(send(this.here.get(somebody), form, this.heby.ids()));
				this.tried++;
				if (answer != Answer.LET_IN) {
					this.faults.add(form + ": " + somebody + " " + answer);
				}
			}
		}
		report("let in as the table says", forms.size());
	}

	private void expect(Address address, Somebody somebody, Answer expected) {
		HttpResponse<String> answer = send(this.here.get(somebody), address, this.heby.ids());
		this.tried++;
		if (Answer.of(answer) != expected) {
			this.faults.add(address + ": " + somebody + " got " + answer.statusCode() + ", not " + expected);
		}
	}

	private static HttpResponse<String> send(Caller caller, Address address, Map<String, String> ids) {
		return sendTo(caller, address, SettledAuthority.filled(address.pattern(), ids), ids);
	}

	private static HttpResponse<String> sendTo(Caller caller, Address address, String path, Map<String, String> ids) {
		return address.method().equals("GET") ? caller.get(path) : caller.form(path,
				SettledAuthority.fields(ids).replace("version=0", "version=99") + "&officer=" + ids.get("account"));
	}

	/** What an answer says beside the ids it was asked for. */
	private static String told(HttpResponse<String> answer, Map<String, String> ids) {
		String told = CHANCE.matcher(answer.body()).replaceAll("");
		for (String id : ids.values().stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
			told = (id.length() > 3) ? told.replace(id, "") : told;
		}
		return told;
	}

	private Map<String, String> holdings() {
		Map<String, String> both = new TreeMap<>();
		for (SettledAuthority each : List.of(this.heby, this.sala)) {
			Holdings.of(this.jdbc, each.cycle().authority().id())
				.forEach((table, rows) -> both.put(each.cycle().authority().id() + " " + table, rows));
		}
		return both;
	}

	private static List<String> difference(Map<String, String> before, Map<String, String> after) {
		return after.keySet().stream().filter((table) -> !after.get(table).equals(before.get(table))).toList();
	}

	private void report(String what, int count) {
		logger.info("{}: {} addresses, {} requests", what, count, this.tried);
		assertThat(this.faults).isEmpty();
	}

	private static Answer refusal(Address address, Somebody somebody) {
		if (!address.pattern().startsWith("/staff")) {
			return Answer.NOT_THERE;
		}
		return (somebody == Somebody.S) ? Answer.SIGN_IN : Answer.REFUSED;
	}

	private static Set<Somebody> may(Address address) {
		Right right = right(rights(), address);
		assertThat(right).as("a line of the table that says who may " + address).isNotNull();
		return right.who();
	}

	private static Set<Somebody> mayNot(Address address) {
		Set<Somebody> others = EnumSet.allOf(Somebody.class);
		others.removeAll(may(address));
		return others;
	}

	private static @Nullable Right right(List<Right> rights, Address address) {
		String path = address.pattern().replaceAll("\\{[^/}]*}", "x");
		return rights.stream()
			.filter((right) -> right.method().equals("ANY") || right.method().equals(address.method()))
			.filter((right) -> PATHS.match(right.path(), path))
			.findFirst()
			.orElse(null);
	}

	private static List<Right> rights() {
		return RIGHTS.lines().map(String::strip).map(Right::of).toList();
	}

	/** Whom the table names. */
	private enum Somebody {

		O(Role.OFFICER), L(Role.LIAISON), M(Role.MANAGER), R(Role.REGISTRAR), A(Role.ADMIN), I(Role.ADMIN), S(null);

		private final @Nullable Role role;

		Somebody(@Nullable Role role) {
			this.role = role;
		}

	}

	/** The kinds of answers. */
	private enum Answer {

		LET_IN, SIGN_IN, REFUSED, NOT_THERE, FAULT;

		static Answer of(HttpResponse<String> answer) {
			String to = answer.headers().firstValue("Location").orElse("");
			return switch (answer.statusCode()) {
				case 401 -> SIGN_IN;
				case 302 -> to.endsWith("/login") ? SIGN_IN : LET_IN;
				case 403 -> REFUSED;
				case 404 -> NOT_THERE;
				default -> (answer.statusCode() < 500) ? LET_IN : FAULT;
			};
		}

	}

	/** A line of the table. */
	private record Right(String method, String path, Set<Somebody> who) {

		static Right of(String line) {
			String[] parts = line.split(" +");
			Set<Somebody> who = EnumSet.noneOf(Somebody.class);
			if (!parts[2].equals("nobody")) {
				parts[2].chars().forEach((letter) -> who.add(Somebody.valueOf(String.valueOf((char) letter))));
			}
			return new Right(parts[0], parts[1], who);
		}

	}

}
