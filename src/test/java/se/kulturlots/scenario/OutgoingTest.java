package se.kulturlots.scenario;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.cases.CaseNotes;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.Said;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Outgoing;
import se.kulturlots.mail.Rehearsal;
import se.kulturlots.mail.Unreached;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Nothing goes out to many that whoever causes it has not seen. */
@KulturlotsTest
class OutgoingTest {

	private static final String APPROVED = "{\"decision\":\"approved\"}";

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	TaskService tasks;

	@Autowired
	Cases cases;

	@Autowired
	Rehearsal rehearsal;

	@Autowired
	Outbox outbox;

	@Autowired
	Letters letters;

	@Autowired
	CaseNotes notes;

	@Autowired
	SendingWindow window;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	void theManagerSeesAnInvitationBeforeItGoes() {
		SampleCycle cycle = this.cycles.start();
		this.jdbc.sql("update organisation set email = null where authority_id = :authority and name = :name")
			.param("authority", cycle.authority().id())
			.param("name", "Ungdomsgården")
			.update();
		cycle.story().until("writeInvitation");
		Caller manager = manager(cycle);
		String page = "/staff/tasks/" + waiting(cycle, "approveInvitation").getId();
		assertThat(manager.get(page).body()).as("not theirs yet").doesNotContain("Det här skickas");
		manager.form(page + "/claim", "");
		assertThat(manager.get(page).body()).contains("Det här skickas", "2 mejl", "En har ingen e-postadress",
				"Inbjudan till samråd om kulturplanen", "Vi vill höra vad ni tycker");
		assertThat(mails(cycle, "invitation")).isZero();

		HttpResponse<String> asked = answer(manager, page, APPROVED, "");
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body()).contains("Det här skickas", "Skicka 2 mejl", "Inbjudan till samråd om kulturplanen");
		this.cases.run();
		assertThat(mails(cycle, "invitation")).isZero();
		assertThat(waiting(cycle, "approveInvitation")).isNotNull();

		assertThat(answer(manager, page, "{\"decision\":\"sentBack\",\"comment\":\"Kortare\"}", "&outgoing.change=true")
			.body()).contains("Kortare");
		assertThat(answer(manager, page, "{\"decision\":\"sentBack\"}", "").statusCode()).isEqualTo(400);
		assertThat(answer(manager, page, APPROVED, "&outgoing.seen=true").body()).as("seen another one")
			.contains("har ändrats sedan du tittade");
		this.jdbc.sql(
				"update organisation set email = 'ny@forening.example' where authority_id = :authority and name = :name")
			.param("authority", cycle.authority().id())
			.param("name", "Hembygdsföreningen")
			.update();
		HttpResponse<String> anew = answer(manager, page, APPROVED, seen(asked));
		assertThat(anew.body()).contains("har ändrats sedan du tittade", "Skicka 2 mejl");
		this.cases.run();
		assertThat(mails(cycle, "invitation")).isZero();
		assertThat(answer(manager, page, APPROVED, seen(anew)).statusCode()).isEqualTo(302);
		this.cases.run();
		assertThat(mails(cycle, "invitation")).isEqualTo(2);
	}

	@Test
	void whoeverSendsIsToldWhichReadersLackTheirLanguage() {
		SampleCycle cycle = this.cycles.start();
		this.jdbc.sql("update organisation set language = 'fi' where authority_id = :authority and name = :name")
			.param("authority", cycle.authority().id())
			.param("name", "Ungdomsgården")
			.update();
		cycle.story().until("writeInvitation");
		Caller manager = manager(cycle);
		String page = "/staff/tasks/" + waiting(cycle, "approveInvitation").getId();
		assertThat(answer(manager, page, APPROVED, "").body())
			.contains("Ett mejl på finska har text som bara finns på svenska.</p>");
		Caller officer = new Caller(this.port, cycle.officer().id());
		String words = "/staff/consultations/" + cycle.id() + "/words";
		assertThat(officer.get(words).body()).contains("Inbjudan", "Vi vill höra vad ni tycker");
		String shown = officer.get(words).body();
		Matcher fields = Pattern.compile("name=\"([^\"]*TITLE-0-fi|INVITATION_[A-Z]+-0-fi)\"").matcher(shown);
		String beside = Pattern.compile("name=\"([^\"]*-own)\" value=\"([^\"]*)\"")
			.matcher(shown)
			.results()
			.map((field) -> "&" + field.group(1) + "=" + field.group(2))
			.collect(Collectors.joining());
		String typed = fields.results()
			.map((field) -> field.group(1) + "=" + encoded("Suomeksi " + field.start()))
			.collect(Collectors.joining("&"));
		assertThat(officer.form(words, typed + beside).statusCode()).isEqualTo(302);
		HttpResponse<String> asked = answer(manager, page, APPROVED, "");
		assertThat(asked.body()).contains("Skicka 3 mejl").doesNotContain("som bara finns på svenska");
		assertThat(answer(manager, page, APPROVED, seen(asked)).statusCode()).isEqualTo(302);
		this.cases.run();
		assertThat(officer.get(words).body()).as("approved").doesNotContain("INVITATION_");
		HttpResponse<String> late = officer.form(words,
				"INVITATION_TEXT-0-fi-seen=x&INVITATION_TEXT-0-fi=" + encoded("Liian myöhään"));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Liian myöhään", "går inte längre att spara");
		assertThat(this.jdbc
			.sql("select subject || html_body from mail where authority_id = :authority and kind = 'invitation' "
					+ "and html_body like '%<html lang=\"fi\">%'")
			.param("authority", cycle.authority().id())
			.query(String.class)
			.single()).contains("Suomeksi").doesNotContain("lang=\"sv\"", "Vi vill höra");
	}

	@Test
	void whatIsMailedToManyCannotBeSentUnseenFromTasklist() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("writeInvitation");
		Task task = waiting(cycle, "approveInvitation");
		Caller manager = manager(cycle);
		manager.form("/staff/tasks/" + task.getId() + "/claim", "");
		for (String path : List.of("/submit-form", "/complete")) {
			HttpResponse<String> refused = manager.webApplication("POST",
					"/camunda/api/engine/engine/default/task/" + task.getId() + path,
					"{\"variables\":{\"decision\":{\"value\":\"approved\"}}}");
			assertThat(refused.statusCode()).as(path).isEqualTo(400);
			assertThat(refused.body()).contains("du ska få se breven först");
		}
		assertThat(manager
			.webApplication("POST", "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form",
					"{\"variables\":{\"decision\":{\"value\":\"sentBack\"},\"comment\":{\"value\":\"Kortare\"}}}")
			.statusCode()).isEqualTo(204);
		assertThat(waiting(cycle, "writeInvitation")).isNotNull();
	}

	@Test
	void whatSendsNothingIsDoneAtOnce() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("writeInvitation");
		String page = "/staff/tasks/" + waiting(cycle, "approveInvitation").getId();
		assertThat(answer(manager(cycle), page, "{\"decision\":\"sentBack\",\"comment\":\"Kortare\"}", "").statusCode())
			.isEqualTo(302);
		assertThat(waiting(cycle, "writeInvitation")).isNotNull();
	}

	@Test
	void theManagerSeesTheReferralBeforeTheDraftGoesOut() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("writeDraft");
		Caller manager = manager(cycle);
		String page = "/staff/tasks/" + waiting(cycle, "reviewDraft").getId();
		HttpResponse<String> asked = answer(manager, page, APPROVED, "");
		assertThat(asked.body()).contains("Skicka 3 mejl");
		assertThat(answer(manager, page, APPROVED, seen(asked)).statusCode()).isEqualTo(302);
		this.cases.run();
		cycle.story().pass();
		assertThat(mails(cycle, "input-referral")).isEqualTo(3);
	}

	@Test
	void theReferralHasItsOwnLetterAndListOfRecipients() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("inputOpens");
		cycle.say("Öppna fler scener.", "kim@egen.example");
		cycle.story().until("writeDraft");
		Caller officer = new Caller(this.port, cycle.officer().id());
		String path = "/staff/consultations/" + cycle.id() + "/input/referral";
		assertThat(officer.get("/staff/consultations/" + cycle.id() + "/input").body()).contains(path);
		for (String[] wrong : new String[][] { { "bodies", "Tierps kommun", "rad 1" }, { "bodies", ";;", "rad 1" },
				{ "bodies", "Tierps kommun, kultur@tierp.example\n@tierp.example", "rad 2" },
				{ "bodies", "kultur@tierp.example", "rad 1" }, { "subject", "Remiss", "både ämnesrad och text" } }) {
			HttpResponse<String> refused = officer.form(path, "version=0&" + wrong[0] + "=" + encoded(wrong[1]));
			assertThat(refused.statusCode()).as(wrong[1]).isEqualTo(400);
			assertThat(refused.body()).contains(wrong[2], wrong[1].lines().findFirst().orElseThrow());
		}
		String letter = "&toSenders=true&subject=" + encoded("Remiss: ny kulturplan") + "&body="
				+ encoded("Svara gärna på avsnitt två.") + "&bodies="
				+ encoded("Tierps kommun, kultur@tierp.example\nÖsthammar; kultur@osthammar.example\n"
						+ "Samma igen KULTUR@tierp.example");
		assertThat(officer.form(path, "version=0" + letter).statusCode()).isEqualTo(302);
		assertThat(officer.form(path, "version=0" + letter).statusCode()).as("seen before it was written")
			.isEqualTo(409);
		assertThat(officer.get(path).body()).contains("Tierps kommun, kultur@tierp.example",
				"Östhammar, kultur@osthammar.example", "Svara gärna på avsnitt två.");

		String words = "/staff/consultations/" + cycle.id() + "/words";
		assertThat(officer.get(words).body()).contains("REFERRAL_TEXT-0-fi");
		Caller manager = manager(cycle);
		String page = "/staff/tasks/" + waiting(cycle, "reviewDraft").getId();
		HttpResponse<String> asked = answer(manager, page, APPROVED, "");
		assertThat(asked.body()).contains("Skicka 6 mejl", "Remiss: ny kulturplan", "Svara gärna på avsnitt två.");
		assertThat(manager.get(path).statusCode()).isEqualTo(403);
		assertThat(answer(manager, page, APPROVED, seen(asked)).statusCode()).isEqualTo(302);
		this.cases.run();
		cycle.story().pass();
		assertThat(
				this.jdbc.sql("select recipient from mail where authority_id = :authority and kind = 'input-referral'")
					.param("authority", cycle.authority().id())
					.query(String.class)
					.list())
			.hasSize(6)
			.contains("kim@egen.example", "kultur@tierp.example", "kultur@osthammar.example");
		assertThat(officer.get(words).body()).as("sent").doesNotContain("REFERRAL_TEXT");
		assertThat(officer.get(path).body()).contains("redan skickat på remiss");
		assertThat(officer.form(path, "version=1" + letter).statusCode()).isEqualTo(409);
	}

	@Test
	void aReferralOutsideTheCycleIsShownFirstToo() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("prepareDecision");
		int before = mails(cycle, "input-referral");
		Caller officer = new Caller(this.port, cycle.officer().id());
		String lastDay = this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(3).toString();
		HttpResponse<String> refused = officer.webApplication("POST",
				"/camunda/api/engine/engine/default/process-definition/key/inputPeriod/submit-form", """
						{"variables":{"caseId":{"value":"%s"},"kind":{"value":"REFERRAL"},"opens":{"value":"%s"},
						"lastDay":{"value":"%s"}}}""".formatted(cycle.id(),
						this.clock.today(ZoneId.of("Europe/Stockholm")), lastDay));
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("du ska få se breven först");
		String path = "/staff/consultations/" + cycle.id() + "/input/referral/send";
		assertThat(officer.get("/staff/consultations/" + cycle.id() + "/input/referral").body()).contains(path);
		assertThat(officer.form(path, "lastDay=").statusCode()).isEqualTo(400);
		assertThat(officer.form(path, "lastDay=2020-01-01").body()).contains("2020-01-01");
		HttpResponse<String> asked = officer.form(path, "lastDay=" + lastDay);
		assertThat(asked.body()).contains("Skicka 3 mejl", "Läs förslaget och svara");
		this.cases.run();
		assertThat(mails(cycle, "input-referral")).isEqualTo(before);
		assertThat(officer.form(path, "lastDay=" + lastDay + seen(asked)).statusCode()).isEqualTo(302);
		cycle.story().pass();
		assertThat(mails(cycle, "input-referral")).isEqualTo(before + 3);
		assertThat(officer.get(path).body()).contains("Just nu går det inte");
	}

	@Test
	void whatGoesWrongInARehearsalIsSaidAndLeavesNothing() {
		SampleCycle cycle = this.cycles.start();
		assertThatIllegalStateException().isThrownBy(() -> this.rehearsal.of(() -> {
			write(cycle);
			throw new IllegalStateException();
		}));
		assertThat(this.rehearsal.of(() -> write(cycle)).mails()).isOne();
		assertThat(mails(cycle, "rehearsed")).isZero();
		assertThat(this.notes.count(cycle.authority().id(), cycle.id(), "x")).isZero();
		assertThat(this.rehearsal.of(() -> {
		})).isEqualTo(Outgoing.NOTHING);
	}

	@Test
	void whatWouldGoAtOnceInOfficeHoursStaysTheSame() {
		SampleCycle cycle = this.cycles.start();
		Instant evening = this.clock.instant().atZone(cycle.authority().zone()).with(LocalTime.of(18, 0)).toInstant();
		this.clock.jumpTo(this.window.next(cycle.authority().id(), evening).plus(Duration.ofHours(2)));
		Outgoing seen = this.rehearsal.of(() -> writeInHours(cycle));
		assertThat(seen.lots()).singleElement().satisfies((lot) -> assertThat(lot.from()).isNull());
		assertThat(this.rehearsal.of(() -> writeInHours(cycle)).version()).isEqualTo(seen.version());
		this.clock.jumpTo(evening);
		assertThat(this.rehearsal.of(() -> writeInHours(cycle)).version()).isNotEqualTo(seen.version());
	}

	@Test
	void whomNoMailReachesIsPartOfWhatIsSeen() {
		SampleCycle cycle = this.cycles.start();
		OrganisationId one = new OrganisationId(UUID.randomUUID());
		String seen = unreached(cycle, one, "Bara på prov");
		assertThat(unreached(cycle, one, "Bara på prov")).isEqualTo(seen);
		assertThat(unreached(cycle, one, "På riktigt")).isNotEqualTo(seen);
		assertThat(unreached(cycle, new OrganisationId(UUID.randomUUID()), "Bara på prov")).isNotEqualTo(seen);
	}

	private String unreached(SampleCycle cycle, OrganisationId addressee, String subject) {
		return this.rehearsal.of(() -> this.outbox.cannotReach(List.of(new Unreached(cycle.authority().id(), cycle.id(),
				"rehearsed", 0, "rehearsed", addressee,
				this.letters.of(cycle.authority(), Locale.ENGLISH).writtenSubject(new Said(subject, null)).build()))))
			.version();
	}

	private void writeInHours(SampleCycle cycle) {
		String authority = cycle.authority().id();
		this.outbox.put(new Mail(authority, cycle.id(), "rehearsed", 0, "rehearsed", 0,
				new EmailAddress("kim@forening.example"),
				this.letters.of(cycle.authority(), Locale.ENGLISH)
					.writtenSubject(new Said("Bara på prov", null))
					.build(),
				List.of(), this.window.next(authority, this.clock.instant())));
	}

	private void write(SampleCycle cycle) {
		this.notes.write(cycle.authority().id(), cycle.id(), null, "x", "Bara på prov");
		this.outbox.put(Mail.now(cycle.authority().id(), cycle.id(), "rehearsed", "rehearsed",
				new EmailAddress("kim@forening.example"),
				this.letters.of(cycle.authority(), Locale.ENGLISH)
					.writtenSubject(new Said("Bara på prov", null))
					.build()));
		assertThat(mails(cycle, "rehearsed")).isOne();
	}

	private Caller manager(SampleCycle cycle) {
		return new Caller(this.port, "manager-" + cycle.authority().id());
	}

	private Task waiting(SampleCycle cycle, String task) {
		return this.tasks.createTaskQuery().tenantIdIn(cycle.authority().id()).taskDefinitionKey(task).singleResult();
	}

	private static HttpResponse<String> answer(Caller caller, String page, String answers, String more) {
		caller.form(page + "/claim", "");
		return caller.form(page + "/complete", "answers=" + encoded(answers) + more);
	}

	/* says that the letters of a page have been seen */
	private static String seen(HttpResponse<String> asked) {
		Matcher version = Pattern.compile("name=\"outgoing.seen\" value=\"([^\"]+)\"").matcher(asked.body());
		assertThat(version.find()).isTrue();
		return "&outgoing.seen=" + encoded(version.group(1));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private int mails(SampleCycle cycle, String kind) {
		return this.jdbc.sql("select count(*) from mail where authority_id = :authority and kind = :kind")
			.param("authority", cycle.authority().id())
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

}
