package se.kulturlots.scenario;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.cases.Concerned;
import se.kulturlots.cases.Concerned.Recipient;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.MovedDates;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.invitation.Invitations;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPlan.When;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.workflow.DateRehearsal;
import se.kulturlots.workflow.Moving;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A date is moved once whoever moves it has seen what follows and chosen whom to tell.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class MovedDatesTest {

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	Consultations consultations;

	@Autowired
	Journal journal;

	@Autowired
	MovedDates moved;

	@Autowired
	Cycle cycle;

	@Autowired
	DateRehearsal rehearsal;

	@Autowired
	Deadlines deadlines;

	@Autowired
	Invitations invitations;

	@Autowired
	List<Concerned> concerned;

	@Autowired
	MeetingOffice office;

	@Autowired
	Meetings meetings;

	@Autowired
	ApplicationContext context;

	@Autowired
	JdbcClient jdbc;

	@Test
	void theOfficerSeesWhatFollowsAndWhoseTimeGetsShorterIsTold(Browser browser) {
		SampleCycle cycle = withInput();
		LocalDate before = dates(cycle).inputLastDay();
		LocalDate now = before.minusDays(9);
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate(path(cycle));
		browser.assertAccessible(page);
		page.getByLabel("Sista dag för synpunkter").fill(now.toString());
		button(page, "Fortsätt").click();
		assertThat(page.locator("h1")).hasText("Så här blir det");
		Locator main = page.locator("main");
		assertThat(main).containsText("Tiden blir kortare: Sista dag för synpunkter var");
		assertThat(main).containsText("Påminnelser går");
		assertThat(page.getByLabel("Inbjudna som inte har tackat nej (3)")).isChecked();
		assertThat(page.getByLabel("De som har lämnat synpunkter (2)")).isChecked();
		assertThat(page.locator(".kl-letter")).containsText("Sista dag att lämna synpunkter är nu");
		assertThat(page.locator(".kl-letter")).containsText("Tiden blir alltså kortare");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-dates-follows");
		assertThat(dates(cycle).inputLastDay()).as("nothing has happened yet").isEqualTo(before);
		assertThat(mails(cycle)).isEmpty();

		button(page, "Gå tillbaka och ändra").click();
		assertThat(page.getByLabel("Sista dag för synpunkter")).hasValue(now.toString());
		button(page, "Fortsätt").click();
		assertThat(main).containsText("Högst 4 mejl");
		button(page, "Flytta och mejla de valda").click();
		assertThat(page.url()).endsWith("/staff/consultations/" + cycle.id());
		assertThat(dates(cycle).inputLastDay()).isEqualTo(now);
		assertThat(mails(cycle)).as("each once, also who is invited and has said something")
			.containsExactlyInAnyOrder("hembygdsfreningen@forening.example", "ungdomsgrden@forening.example",
					"kulttuuriyhdistys@forening.example", "kim@egen.example");
		assertThat(this.journal.of(cycle.authority().id(), cycle.id(), false, 100))
			.extracting((entry) -> entry.textKey())
			.contains("journal.consultation.moved.INPUT", "journal.consultation.movedTold",
					"journal.consultation.rescheduled");
	}

	@Test
	void whomToTellIsChosenAndAFormSentTwiceMovesOnce() {
		SampleCycle cycle = withInput();
		Caller officer = officer(cycle);
		Schedule before = dates(cycle);
		Schedule later = before.with(CycleDeadline.INPUT, before.inputLastDay().plusDays(3));
		HttpResponse<String> shown = officer.form(path(cycle), fields(later, before));
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("Så här blir det").doesNotContain("Tiden blir kortare");
		assertThat(checked(shown)).as("more time is told those who wait for it").containsExactly("invited");
		String chosen = fields(later, before) + "&moving.told=senders&moving.seen=" + seen(shown);
		assertThat(officer.form(path(cycle), chosen).statusCode()).isEqualTo(302);
		assertThat(dates(cycle)).isEqualTo(later);
		List<String> told = mails(cycle);
		assertThat(told).containsExactlyInAnyOrder("hembygdsfreningen@forening.example", "kim@egen.example");
		assertThat(officer.form(path(cycle), chosen).statusCode()).as("sent twice").isEqualTo(302);
		assertThat(mails(cycle)).isEqualTo(told);

		Schedule back = later.with(CycleDeadline.DECISION, later.decisionDate().plusDays(20));
		HttpResponse<String> again = officer.form(path(cycle), fields(back, later));
		assertThat(checked(again)).as("nobody waits for the decision").isEmpty();
		assertThat(officer.form(path(cycle), fields(back, later) + "&moving.seen=" + seen(again)).statusCode())
			.isEqualTo(302);
		assertThat(dates(cycle)).isEqualTo(back);
		assertThat(mails(cycle)).isEqualTo(told);
	}

	@Test
	void ofTwoWhoMoveDatesTheSecondIsTold() {
		SampleCycle cycle = withInput();
		Caller officer = officer(cycle);
		Caller manager = new Caller(this.port, "manager-" + cycle.authority().id());
		Schedule before = dates(cycle);
		Schedule theirs = before.with(CycleDeadline.INPUT, before.inputLastDay().plusDays(7));
		Schedule own = before.with(CycleDeadline.DECISION, before.decisionDate().plusDays(7));
		String seen = seen(officer.form(path(cycle), fields(own, before)));
		move(manager, cycle, theirs, before);
		HttpResponse<String> refused = officer.form(path(cycle), fields(own, before) + "&moving.seen=" + seen);
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Någon annan har flyttat datum", own.decisionDate().toString(),
				"Nu gäller");
		assertThat(dates(cycle)).isEqualTo(theirs);
		HttpResponse<String> unlike = officer.form(path(cycle), fields(own, theirs) + "&moving.seen=" + seen);
		assertThat(unlike.body()).as("what was seen is not what would be done")
			.contains("Något ändrades medan du läste");
		assertThat(dates(cycle)).isEqualTo(theirs);
	}

	@Test
	void whatCannotBeIsSaidAtTheFieldAndDaysOffAndShortNoticeBeforehand() {
		SampleCycle cycle = withInput();
		Caller officer = officer(cycle);
		Schedule before = dates(cycle);
		HttpResponse<String> wrong = officer.form(path(cycle),
				fields(before.with(CycleDeadline.DECISION, before.inputLastDay().minusDays(3)), before));
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).doesNotContain("Så här blir det");
		assertThat(officer.form(path(cycle), "inputLastDay=igår&moving.told=nobody&moving.seen=x").statusCode())
			.isEqualTo(400);
		LocalDate sunday = before.inputLastDay().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		assertThat(officer.form(path(cycle), fields(before.with(CycleDeadline.INPUT, sunday), before)).body())
			.contains("är en ledig dag");
		LocalDate today = before.inputOpens();
		assertThat(officer
			.form(path(cycle),
					fields(before.with(CycleDeadline.ANSWER, today.plusDays(2))
						.with(CycleDeadline.INPUT, today.plusDays(3)), before))
			.body()).contains("Kort varsel");
		assertThat(dates(cycle)).isEqualTo(before);
	}

	@Test
	void whoeverAskedNotToBeWrittenToIsNotTold() {
		SampleCycle cycle = withInput();
		this.jdbc
			.sql("""
					insert into mail_refusal (authority_id, addressee, since) select authority_id, id, now() from organisation
					where authority_id = :authority and name = 'Hembygdsföreningen'""")
			.param("authority", cycle.authority().id())
			.update();
		Schedule later = dates(cycle).with(CycleDeadline.INPUT, dates(cycle).inputLastDay().plusDays(3));
		this.moved.move(cycle.authority().id(), cycle.id(), () -> reschedule(cycle, later),
				Set.of("invited", "senders"));
		assertThat(mails(cycle)).containsExactly("kim@egen.example", "kulttuuriyhdistys@forening.example",
				"ungdomsgrden@forening.example");
	}

	@Test
	void peopleReadTheDayThatTheyWereTold() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("planCycle");
		Schedule planned = dates(cycle);
		this.moved.move(cycle.authority().id(), cycle.id(),
				() -> reschedule(cycle, planned.with(CycleDeadline.INVENTORY, planned.inventoryLastDay().plusDays(1))),
				Set.of());
		assertThat(this.journal.of(cycle.authority().id(), cycle.id(), false, 100))
			.extracting((entry) -> entry.textKey())
			.contains("journal.consultation.moved.INVENTORY")
			.doesNotContain("journal.consultation.movedTold");
		cycle.story().until("approveInvitation");
		LocalDate answer = dates(cycle).answerLastDay();
		LocalDate told = answer.plusDays(4);
		this.deadlines.set(cycle.authority().id(), this.invitations.findByConsultationId(cycle.id()).get(0).id(),
				CycleDeadline.ANSWER, told);
		Moving shorter = rehearsed(cycle, answer.plusDays(2));
		assertThat(shorter.dates()).hasSize(1);
		assertThat(shorter.dates().get(0).move().before().lastDay()).isEqualTo(told);
		assertThat(shorter.dates().get(0).shortens()).isTrue();
		assertThat(shorter.outgoing().lots()).extracting((lot) -> lot.kind()).contains(Concerned.MOVED);
		Moving same = rehearsed(cycle, told);
		assertThat(same.dates()).hasSize(1);
		assertThat(same.outgoing().lots()).as("they know that day").isEmpty();
	}

	private Moving rehearsed(SampleCycle cycle, LocalDate answer) {
		String authorityId = cycle.authority().id();
		return this.rehearsal.of(authorityId, cycle.id(), () -> this.moved.move(authorityId, cycle.id(),
				() -> reschedule(cycle, dates(cycle).with(CycleDeadline.ANSWER, answer)), Set.of("invited")));
	}

	private void reschedule(SampleCycle cycle, Schedule schedule) {
		this.cycle.reschedule(cycle.authority().id(), cycle.id(), schedule);
	}

	@Test
	void ofTwoWhoMoveAMeetingTheSecondIsToldAndWhoHasNoAddressIsCounted() {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(null);
		sample.register(meeting, "Ida");
		sample.register(meeting, "Vera");
		this.jdbc.sql("update registration set email = null, registered_by = :officer where lower(email) = :email")
			.param("officer", sample.officer().id())
			.param("email", sample.email("Vera").key())
			.update();
		Concerned registered = this.concerned.stream()
			.filter((each) -> each.name().equals("registered"))
			.findFirst()
			.orElseThrow();
		assertThat(registered.count(meeting.caseId())).isEqualTo(2);
		List<Recipient> all = new ArrayList<>();
		registered.forEachLot(meeting.caseId(), all::addAll);
		assertThat(all).extracting(Recipient::address).containsExactlyInAnyOrder(sample.email("Ida"), null);

		Caller officer = new Caller(this.port, sample.officer().id());
		String path = "/staff/meetings/" + meeting.id() + "/move";
		Matcher shown = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(officer.get(path).body());
		assertThat(shown.find()).isTrue();
		When was = meeting.when(sample.authority().zone());
		this.office.move(sample.authority().id(), meeting.id(),
				new When(was.day(), was.starts(), was.ends(), "Rådhuset", was.link(), was.registrationLastDay()));
		String fields = "day=" + was.day() + "&starts=19:00&ends=" + was.ends() + "&place=Bryggan&link="
				+ URLEncoder.encode(String.valueOf(was.link()), StandardCharsets.UTF_8) + "&registrationLastDay="
				+ was.registrationLastDay() + "&seen=";
		HttpResponse<String> refused = officer.form(path, fields + shown.group(1));
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Någon annan har ändrat mötet", "Nu står där: Rådhuset", "Bryggan");
		Meeting now = this.meetings.get(meeting.id());
		assertThat(now.place()).isEqualTo("Rådhuset");
		assertThat(officer.form(path, fields + now.sequence()).body()).contains("Så här blir det");
	}

	private SampleCycle withInput() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("inputOpens");
		cycle.say("Öppna fler scener.", "kim@egen.example");
		cycle.say("Och fler repetitionslokaler.", "Hembygdsfreningen@forening.example");
		return cycle;
	}

	private Schedule dates(SampleCycle cycle) {
		return this.consultations.get(cycle.id()).schedule();
	}

	private void move(Caller caller, SampleCycle cycle, Schedule to, Schedule from) {
		String seen = seen(caller.form(path(cycle), fields(to, from)));
		assertThat(caller.form(path(cycle), fields(to, from) + "&moving.seen=" + seen).statusCode()).isEqualTo(302);
	}

	private static String fields(Schedule dates, Schedule shown) {
		return "inventoryLastDay=" + dates.inventoryLastDay() + "&answerLastDay=" + dates.answerLastDay()
				+ "&inputOpens=" + dates.inputOpens() + "&inputLastDay=" + dates.inputLastDay() + "&referralLastDay="
				+ dates.referralLastDay() + "&decisionDate=" + dates.decisionDate() + "&shown="
				+ URLEncoder.encode(shown.mark(), StandardCharsets.UTF_8);
	}

	private static String seen(HttpResponse<String> page) {
		Matcher mark = Pattern.compile("name=\"moving.seen\" value=\"([^\"]+)\"").matcher(page.body());
		assertThat(mark.find()).as(page.body()).isTrue();
		return URLEncoder.encode(mark.group(1), StandardCharsets.UTF_8);
	}

	private static List<String> checked(HttpResponse<String> page) {
		return Pattern.compile("name=\"moving.told\" value=\"(\\w+)\" checked")
			.matcher(page.body())
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	private Caller officer(SampleCycle cycle) {
		return new Caller(this.port, cycle.officer().id());
	}

	private static String path(SampleCycle cycle) {
		return "/staff/consultations/" + cycle.id() + "/dates";
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private List<String> mails(SampleCycle cycle) {
		return this.jdbc.sql(
				"select lower(recipient) from mail where authority_id = :authority and kind = 'dates-moved' order by 1")
			.param("authority", cycle.authority().id())
			.query(String.class)
			.list();
	}

}
