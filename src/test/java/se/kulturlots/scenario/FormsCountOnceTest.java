package se.kulturlots.scenario;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.identity.Role;
import se.kulturlots.input.SampleInput;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form that makes something, sent as browsers send it: twice, again with other
 * words, and from several tabs at once.
 */
@KulturlotsTest
class FormsCountOnceTest {

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AppClock clock;

	final List<CountedForm> all = new ArrayList<>();

	SampleMeetings sample;

	Visitor visitor;

	@BeforeEach
	void forms() throws Exception {
		this.sample = new SampleMeetings(this.context);
		String authority = this.sample.authority().id();
		this.visitor = new Visitor(this.port)
			.as(this.accounts.with(authority, Role.OFFICER, Role.LIAISON, Role.MANAGER, Role.REGISTRAR, Role.ADMIN)
				.id());
		// the token is fetched before
		this.visitor.post("/nothing");
		Meeting meeting = this.sample.published(20);
		String question = new SampleInput(this.context, this.sample.authority(), this.sample.consultation()).answer("")
			.keySet()
			.iterator()
			.next();
		String staff = "/staff/consultations/" + this.sample.consultation().id();
		add("RegistrationController", MeetingPath.registration(this.sample.consultation().path(), meeting),
				"registration where status <> 'CANCELLED' and registered_by is null", "name",
				Map.of("step", "send", "name", "Kim Exempel", "kind", "CITIZEN", "municipality", "0380", "email",
						"kim@person.example"));
		add("StaffRegistrationController", "/staff/meetings/" + meeting.id() + "/register",
				"registration where status <> 'CANCELLED' and registered_by is not null", "name",
				Map.of("name", "Bo Exempel", "kind", "CITIZEN", "municipality", "0380", "email", "bo@person.example",
						"language", "sv"));
		add("InputController", this.sample.consultation().path() + "/input",
				"input where submission_id in (select id from input_submission where channel = 'WEB')", "text",
				Map.of("step", "send", "name", "Kim Exempel", "email", "kim@person.example",
						"answers[" + question + "]", "Fler scener."));
		add("StaffRegisterController", staff + "/input/new",
				"input where submission_id in (select id from input_submission where channel = 'PAPER')", "text",
				Map.of("channel", "PAPER", "receivedOn", this.clock.today(this.sample.authority().zone()), "language",
						"sv", "name", "Åsa Exempel", "answers[" + question + "]", "Fler bibliotek."));
		add("JoinController", "/" + authority + "/join", "organisation where source = 'SELF'", "name",
				Map.of("step", "send", "name", "Teatern", "sector", "CULTURE", "municipality", "-", "language", "sv",
						"email", "teatern@forening.example"));
		add("OrganisationController", "/staff/register/new", "organisation where source = 'OFFICER'", "name",
				Map.of("name", "Kören", "sector", "CULTURE", "municipality", "-", "language", "sv", "email",
						"koren@forening.example"));
		OrganisationId called = this.sample.invite("Sångarna");
		this.jdbc.sql("update organisation set source = 'IMPORT' where id = :id").param("id", called).update();
		add("ContactController", "/staff/register/" + called + "/contact", "organisation_contact where true", "note",
				Map.of("kind", "CALL", "day", this.clock.today(this.sample.authority().zone()), "text", "De kommer."));
		add("StaffMeetingController", staff + "/meetings/new", "meeting where status = 'PLANNED'", "title",
				Map.of("title", "Ett möte till", "kind", "DIALOGUE"));
		add("StaffNotesController", "/staff/meetings/" + meeting.id() + "/notes", "meeting_note where true", "text",
				Map.of("text", "Många talade om lokaler."));
		add("CaseNotesController", staff + "/notes", "case_note where true", "text",
				Map.of("text", "Ring kören i morgon."));
		add("StaffConsultationsController", "/staff/consultations/new", "cases where kind = 'CONSULTATION'", "title",
				Map.of("title", "En plan till", "subject", "Vad ska den andra planen handla om?", "planFrom", 2030,
						"planTo", 2033, "decisionDate",
						this.clock.today(this.sample.authority().zone()).plusDays(300)));
		add("AccountsController", "/staff/accounts/new", null, null,
				Map.of("id", "kim-" + UUID.randomUUID().toString().substring(0, 8), "name", "Kim Exempel", "email",
						"kim@region.example", "roles", "OFFICER"));
		add("UnitSettingsController", "/staff/settings/units", "unit where true", "name",
				Map.of("name", "Kulturenheten", "email", "kultur@region.example"));
		this.all.add(new CountedForm("DocumentsController", staff + "/documents", "case_document where true", "title",
				Map.of("title", "Underlag", "language", "sv"), (path, fields) -> send(
						() -> this.visitor.upload(path, "file", "plan.pdf", "%PDF-1.7 x".getBytes(), pairs(fields)))));
	}

	private void add(String controller, String path, String rows, String column, Map<String, Object> fields) {
		this.all.add(new CountedForm(controller, path, rows, column, fields,
				(to, sent) -> send(() -> this.visitor.post(to, pairs(sent)))));
	}

	@Test
	void everyFormWithAnIdIsTried() throws IOException {
		Set<String> withId;
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			withId = sources.filter((path) -> path.toString().endsWith("Controller.java"))
				.filter((path) -> read(path).contains("form.submissionId()"))
				.map((path) -> path.getFileName().toString().replace(".java", ""))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		// a day that is closed already is the same day
		withId.remove("ClosedDaySettingsController");
		assertThat(this.all).extracting(CountedForm::controller).containsExactlyInAnyOrderElementsOf(withId);
	}

	@Test
	void sentTwiceItCountsOnceAndLeadsToTheSameReceipt() {
		for (CountedForm form : this.all) {
			UUID id = UUID.randomUUID();
			int before = count(form);
			String first = location(form, id, "");
			assertThat(location(form, id, "")).as(form.controller()).isEqualTo(first);
			assertThat(count(form) - before).as(form.controller()).isOne();
		}
	}

	@Test
	void sentAgainWithOtherWordsItCountsOnceAndTheNewWordsAreKept() {
		for (CountedForm form : this.all) {
			UUID id = UUID.randomUUID();
			int before = count(form);
			location(form, id, "");
			location(form, id, " i nya ord");
			assertThat(count(form) - before).as(form.controller()).isOne();
			assertThat(words(form)).as(form.controller()).anyMatch((words) -> words.endsWith(" i nya ord"));
			location(form, id, "");
			assertThat(words(form)).as(form.controller() + ", back to the first words")
				.noneMatch((words) -> words.endsWith(" i nya ord"));
			assertThat(count(form) - before).as(form.controller()).isOne();
		}
	}

	@Test
	void whatSomebodyElseHasChangedSinceIsNotWrittenOver() {
		Map<String, String> changes = Map.of("OrganisationController",
				"update organisation set name = 'Kollegans', version = version + 1 where source = 'OFFICER'",
				"UnitSettingsController", "update unit set name = 'Kollegans', version = version + 1 where true",
				"StaffMeetingController",
				"update meeting set title = 'Kollegans', version = version + 1 where status = 'PLANNED'",
				"StaffConsultationsController",
				"update cases set title = 'Kollegans', version = version + 1 where title = 'En plan till'",
				"StaffRegistrationController",
				"update registration set name = 'Kollegans', version = version + 1 where registered_by is not null",
				"StaffRegisterController", "update input_submission set version = version + 1 where channel = 'PAPER'",
				"AccountsController",
				"insert into account_state (account_id, version) select :account, 1 where :authority <> ''");
		assertThat(this.all).extracting(CountedForm::controller).containsAll(changes.keySet());
		for (CountedForm form : this.all) {
			if (changes.containsKey(form.controller())) {
				UUID id = UUID.randomUUID();
				location(form, id, "");
				String change = changes.get(form.controller());
				int changed = this.jdbc
					.sql(change + (change.startsWith("update") ? " and authority_id = :authority" : ""))
					.param("account", form.fields().get("id"))
					.param("authority", this.sample.authority().id())
					.update();
				assertThat(changed).as(form.controller()).isOne();
				List<String> before = words(form);
				HttpResponse<String> answer = answer(form, id, " i nya ord");
				assertThat(answer.statusCode()).as(form.controller()).isEqualTo(409);
				assertThat(answer.body()).as(form.controller()).contains("Någon annan", " i nya ord");
				assertThat(words(form)).as(form.controller()).isEqualTo(before);
			}
		}
	}

	@Test
	void ofSeveralTabsAtOnceOneCounts() throws Exception {
		ExecutorService tabs = Executors.newFixedThreadPool(4);
		try {
			for (CountedForm form : this.all) {
				UUID id = UUID.randomUUID();
				int before = count(form);
				List<Callable<String>> work = Stream.of("", "", " i nya ord", "")
					.<Callable<String>>map((more) -> () -> location(form, id, more))
					.toList();
				for (Future<String> each : tabs.invokeAll(work)) {
					each.get();
				}
				assertThat(count(form) - before).as(form.controller()).isOne();
			}
		}
		finally {
			tabs.shutdownNow();
		}
	}

	/** Whoever has the receipt's address cannot change what was sent. */
	@Test
	void theIdOfAFormIsNotInTheAddressOfItsReceipt() {
		for (CountedForm form : this.all) {
			UUID id = UUID.randomUUID();
			assertThat(location(form, id, "")).as(form.controller()).doesNotContain(id.toString());
		}
	}

	private String location(CountedForm form, UUID id, String more) {
		HttpResponse<String> answer = answer(form, id, more);
		assertThat(answer.statusCode()).as(form.controller() + more + answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private HttpResponse<String> answer(CountedForm form, UUID id, String more) {
		Map<String, Object> fields = new HashMap<>(form.fields());
		String changed = fields.keySet()
			.stream()
			.filter((name) -> name.startsWith("answers["))
			.findFirst()
			.orElseGet(() -> Stream.of("title", "text", "name").filter(fields::containsKey).findFirst().orElseThrow());
		fields.put(changed, fields.get(changed) + more);
		fields.put("submissionId", id);
		return form.send().apply(form.path(), fields);
	}

	private int count(CountedForm form) {
		return words(form).size();
	}

	private List<String> words(CountedForm form) {
		if (form.rows() == null) {
			return this.jdbc.sql("select first_ || ' ' || last_ from act_id_user where id_ = :id")
				.param("id", form.fields().get("id"))
				.query(String.class)
				.list();
		}
		return this.jdbc.sql("select " + form.column() + " from " + form.rows() + " and authority_id = :authority")
			.param("authority", this.sample.authority().id())
			.query(String.class)
			.list();
	}

	private static Object[] pairs(Map<String, Object> fields) {
		return fields.entrySet().stream().flatMap((field) -> Stream.of(field.getKey(), field.getValue())).toArray();
	}

	private static HttpResponse<String> send(Callable<HttpResponse<String>> request) {
		try {
			return request.call();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A form, the rows it makes and the column that holds what is changed. */
	private record CountedForm(String controller, String path, String rows, String column, Map<String, Object> fields,
			BiFunction<String, Map<String, Object>, HttpResponse<String>> send) {
	}

}
