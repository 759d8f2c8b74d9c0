package se.kulturlots.scenario;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.EarlierInvitees;
import se.kulturlots.consultation.EarlierInvitees.Row;
import se.kulturlots.consultation.EarlierInvitees.Since;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.process.ConsultationCycleSteps;
import se.kulturlots.core.CaseId;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.process.MeetingSteps;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** A cycle that begins from the last one: what is proposed, and what only if chosen. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class EarlierConsultationTest {

	private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

	@Autowired
	SampleCycles cycles;

	@Autowired
	Cycle cycle;

	@Autowired
	Consultations consultations;

	@Autowired
	ConsultationCycleSteps steps;

	@Autowired
	MeetingSteps meetingSteps;

	@Autowired
	Meetings meetings;

	@Autowired
	Invitees invitees;

	@Autowired
	EarlierInvitees again;

	@Autowired
	CaseWords words;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	SampleCycle earlier;

	@BeforeEach
	void theLastCycle() {
		this.earlier = this.cycles.start("Kulturplan 2028–2031", "Kören", "Teatern", "Scouterna", "Biblioteksvännerna",
				"Museet");
		this.earlier.story().until("writeInvitation");
	}

	private SampleCycle next() {
		SampleCycle next = this.cycles.start(this.earlier.authority(), "Kulturplan 2032–2035",
				"Vad ska planen efter den handla om?");
		this.cycle.beginFrom(next.authority().id(), next.id(), this.earlier.id());
		return next;
	}

	@Test
	void textsAndMeetingsAreProposedAgain() {
		SampleCycle next = next();
		var again = this.steps.planCycleFacts(next.id()).again();
		assertThat(again.earlierTitle()).isEqualTo("Kulturplan 2028–2031");
		assertThat(again.questions()).isEqualTo("Vad saknas i kulturlivet?\nHur vill ni samarbeta med regionen?");
		assertThat(again.background()).startsWith("Regionen arbetar fram");
		assertThat(again.numberOfMeetings()).isEqualTo(2);
		Meeting last = this.meetings.of(this.earlier.id()).get(1);
		this.jdbc.sql(
				"update deadline set due_at = due_at + interval '30 days' where subject_id = :id and kind <> 'REGISTRATION'")
			.param("id", last.id())
			.update();
		this.jdbc.sql("update meeting set place = 'Bygdegården', capacity = 42, practical = 'Hiss' where id = :id")
			.param("id", last.id())
			.update();
		Meeting held = this.meetings.get(last.id());
		next.story()
			.before("collectOrganisations", () -> this.again.invite(of(next), Since.SAME))
			.until("confirmInvitees");
		Meeting planned = this.meetings.of(next.id()).get(1);
		var facts = this.meetingSteps.planMeetingFacts(planned.id());
		assertThat(facts.earlierMeeting()).startsWith(held.title());
		assertThat(facts.title()).isEqualTo(held.title());
		assertThat(facts.place()).isEqualTo("Bygdegården");
		assertThat(facts.capacity()).isEqualTo(42);
		assertThat(facts.practical()).isEqualTo("Hiss");
		assertThat(facts.starts()).isEqualTo(LocalTime.ofInstant(held.startsAt(), STOCKHOLM));
		assertThat(ChronoUnit.DAYS.between(answerLastDay(next), facts.day()))
			.isCloseTo(ChronoUnit.DAYS.between(answerLastDay(this.earlier), held.day(STOCKHOLM)), within(4L));
		assertThat(facts.registrationLastDay()).isBefore(facts.day());
		assertThat(this.meetings.of(next.id())).as("nothing is planned by itself").noneMatch(Meeting::isPlanned);
		assertThat(this.invitees.of(next.id())).extracting(Invitee::name)
			.containsExactly("Biblioteksvännerna", "Kören", "Museet", "Scouterna", "Teatern");
		assertThat(this.invitees.of(next.id())).as("what they said is not copied")
			.allMatch((invitee) -> invitee.answer() == null && !invitee.registered() && !invitee.gaveInput());
	}

	@Test
	void otherLanguagesAreProposedWhereTheOriginalIsTheSame() throws Exception {
		this.words.set(this.earlier.authority().id(), this.earlier.id(), Map.of(), Map
			.of(this.earlier.id(), new Words(List.of(
					new Written(Part.QUESTION, 1, "fi", "Mitä puuttuu?", Words.mark("Vad saknas i kulturlivet?")),
					new Written(Part.QUESTION, 2, "fi", "Vanha kysymys?", Words.mark("En annan fråga?")),
					new Written(Part.TITLE, 0, "fi", "Suunnitelma 2028–2031", Words.mark("Kulturplan 2028–2031"))))));
		SampleCycle next = next();
		next.story().until("planCycle");
		String page = "/staff/consultations/" + next.id() + "/words";
		Visitor officer = new Visitor(this.port).as(next.officer().id());
		assertThat(officer.get(page).body()).contains("Mitä puuttuu?", "Förslag från förra gången")
			.doesNotContain("value=\"Mitä puuttuu?\"", "Vanha kysymys?", "Suunnitelma 2028");
		assertThat(this.words.of(next.id())).as("nothing is written by itself").isEqualTo(Words.NONE);
		assertThat(officer.post(page, "QUESTION-1-fi", "").statusCode()).isEqualTo(302);
		assertThat(this.words.of(next.id())).as("nor when the rest is saved").isEqualTo(Words.NONE);
		assertThat(officer.post(page, "EASY-0-sv", "x".repeat(6001)).body()).contains("Förslag från förra gången");
		assertThat(officer
			.post(page, "QUESTION-1-fi-use", "true", "QUESTION-1-fi-own", Words.mark("Vad saknas i kulturlivet?"))
			.statusCode()).isEqualTo(302);
		assertThat(officer.get(page).body()).contains("Mitä puuttuu?").doesNotContain("Förslag från förra gången");
	}

	@Test
	void whatHasChangedSinceIsSaidOfEachInvited() {
		SampleCycle next = next();
		sql("update organisation set status = 'REMOVED' where authority_id = :authority and name = 'Kören'");
		sql("insert into mail_suppression (authority_id, address, reason, since)"
				+ " values (:authority, 'teatern@forening.example', 'bounced', now())");
		sql("insert into mail_refusal (authority_id, addressee, since)"
				+ " select authority_id, id, now() from organisation where authority_id = :authority and name = 'Museet'");
		sql("insert into organisation_change (authority_id, organisation_id, at, actor, field, old_value, new_value)"
				+ " select authority_id, id, timestamptz '2100-01-01', 'x', 'email', 'a@b.example', 'c@d.example'"
				+ " from organisation where authority_id = :authority and name = 'Scouterna'");
		next.organisation("Nya dansarna");
		sql("update organisation set created_at = timestamptz '2100-01-01'"
				+ " where authority_id = :authority and name = 'Nya dansarna'");
		assertThat(this.again.counts(of(next))).containsOnlyKeys(Since.GONE, Since.REFUSES, Since.RETURNED,
				Since.NEW_ADDRESS, Since.SAME, Since.NEW);
		assertThat(names(next, Since.GONE)).containsExactly("Kören");
		assertThat(names(next, Since.REFUSES)).containsExactly("Museet");
		assertThat(names(next, Since.RETURNED)).containsExactly("Teatern");
		assertThat(names(next, Since.NEW_ADDRESS)).containsExactly("Scouterna");
		assertThat(names(next, Since.SAME)).containsExactly("Biblioteksvännerna");
		assertThat(names(next, Since.NEW)).containsExactly("Nya dansarna");
		assertThat(this.again.invite(of(next), Since.GONE)).isZero();
		assertThat(this.again.invite(of(next), Since.SAME)).isOne();
		assertThat(this.again.invite(of(next), Since.SAME)).as("once").isZero();
		assertThat(this.invitees.of(next.id())).extracting(Invitee::name).containsExactly("Biblioteksvännerna");
	}

	@Test
	void onlyAnotherPlannedOneOfTheAuthorityCanBeBegunFrom() throws Exception {
		SampleCycle next = next();
		SampleCycle elsewhere = this.cycles.start("Hemlig plan", "Hemliga kören");
		elsewhere.story().until("planCycle");
		for (CaseId no : List.of(elsewhere.id(), next.id(), new CaseId(UUID.randomUUID()))) {
			assertThatExceptionOfType(ConsultationProblem.class)
				.isThrownBy(() -> this.cycle.beginFrom(next.authority().id(), next.id(), no));
		}
		assertThat(of(next).beginsFrom()).isEqualTo(this.earlier.id());
		Visitor officer = new Visitor(this.port).as(next.officer().id());
		String page = "/staff/consultations/" + next.id() + "/earlier";
		assertThat(officer.get("/staff/consultations/new?from=" + elsewhere.id()).statusCode()).isEqualTo(404);
		assertThat(officer.post(page, "from", elsewhere.id().toString(), "submissionId", UUID.randomUUID()).body())
			.contains("Välj ett planerat samråd")
			.doesNotContain("Hemlig plan");
		assertThat(officer.get(page).body()).contains("Kulturplan 2028–2031").doesNotContain("Hemlig plan");
		this.cycle.beginFrom(next.authority().id(), next.id(), null);
		assertThat(officer.post(page + "/invitees", "all", "SAME").statusCode()).isEqualTo(400);
		assertThat(this.invitees.of(next.id())).isEmpty();
	}

	@Test
	void theSameFormSentAgainWithAnotherChoiceBeginsFromThat() throws Exception {
		Visitor officer = new Visitor(this.port).as(this.earlier.officer().id());
		UUID form = UUID.randomUUID();
		want(officer, form, "");
		Consultation made = this.consultations.ofAuthority(this.earlier.authority().id())
			.stream()
			.filter((one) -> one.planFrom() == 2032)
			.findFirst()
			.orElseThrow();
		assertThat(made.beginsFrom()).isNull();
		want(officer, form, this.earlier.id().toString());
		assertThat(this.consultations.get(made.id()).beginsFrom()).isEqualTo(this.earlier.id());
		want(officer, form, "");
		assertThat(this.consultations.get(made.id()).beginsFrom()).isNull();
		assertThat(this.jdbc.sql(
				"select text_key from journal_entry where case_id = :case and text_key like '%.beginsFrom%' order by id")
			.param("case", made.id())
			.query(String.class)
			.list()).containsExactly("journal.consultation.beginsFrom", "journal.consultation.beginsFromNone");
	}

	private void want(Visitor officer, UUID form, String from) throws Exception {
		assertThat(officer
			.post("/staff/consultations/new", "title", "Kulturplan 2032–2035", "subject",
					"Vad ska den nya planen handla om?", "planFrom", 2032, "planTo", 2035, "decisionDate",
					this.cycles.player.today().plusDays(330), "from", from, "submissionId", form)
			.statusCode()).isEqualTo(302);
	}

	@Test
	void anOfficerBeginsFromTheLastOneAndSeesWhatItGives(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, this.earlier.officer().id());
		page.navigate("/staff/consultations/new");
		page.selectOption("#from", this.earlier.id().toString());
		page.locator("form[method=get] button").last().click();
		assertThat(page.locator("#title")).hasValue("Kulturplan 2032–2035");
		assertThat(page.locator("#planFrom")).hasValue("2032");
		assertThat(page.locator("#planTo")).hasValue("2035");
		assertThat(page.locator("#subject")).hasValue("Vad ska den nya kulturplanen handla om?");
		browser.assertAccessible(page);
		page.fill("#decisionDate", this.cycles.player.today().plusDays(330).toString());
		page.locator("main form[method=post] button").click();
		assertThat(page.locator("h1")).hasText("Utgå från ett tidigare samråd");
		assertThat(page.locator("main")).containsText("Vad saknas i kulturlivet?");
		browser.assertAccessible(page);
		page.locator("button[value=SAME]").click();
		assertThat(page.locator("[role=status]")).containsText("5 föreningar lades till");
		assertThat(page.locator("button[value=SAME]")).hasCount(0);
	}

	private List<String> names(SampleCycle next, Since since) {
		return this.again.of(of(next), since).stream().map(Row::name).toList();
	}

	private Consultation of(SampleCycle one) {
		return this.consultations.get(one.id());
	}

	private LocalDate answerLastDay(SampleCycle one) {
		return of(one).schedule().answerLastDay();
	}

	private void sql(String statement) {
		this.jdbc.sql(statement).param("authority", this.earlier.authority().id()).update();
	}

}
