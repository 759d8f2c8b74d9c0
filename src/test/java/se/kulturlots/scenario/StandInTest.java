package se.kulturlots.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.identity.Absence;
import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.staff.AccountService;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Visitor;
import se.kulturlots.workflow.TaskReminders;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who works for somebody who is away: until the end of the last day, and not longer. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class StandInTest {

	private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

	private static final String OWN = "/staff/account/absence";

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts sampleAccounts;

	@Autowired
	Accounts accounts;

	@Autowired
	AccountService accountService;

	@Autowired
	Absences absences;

	@Autowired
	TaskReminders reminders;

	@Autowired
	TaskService tasks;

	@Autowired
	Cases cases;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	SampleCycle cycle;

	Account standIn;

	LocalDate today;

	@BeforeEach
	void somebodyIsGoingAway() {
		this.cycle = this.cycles.start();
		this.standIn = this.sampleAccounts.with(authority(), Role.OFFICER);
		this.today = this.clock.today(STOCKHOLM);
	}

	private String authority() {
		return this.cycle.authority().id();
	}

	private String officer() {
		return this.cycle.officer().id();
	}

	private void away(LocalDate from, LocalDate until) {
		this.absences.plan(authority(), new Absence(officer(), from, until, this.standIn.id()));
	}

	private Visitor as(String account) throws Exception {
		return new Visitor(this.port).as(account);
	}

	private Task heldByTheOfficer() {
		Task task = this.cases.task(this.cycle.id(), "planCycle");
		this.tasks.setAssignee(task.getId(), officer());
		return task;
	}

	private String assignee(Task task) {
		return this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
	}

	@Test
	void aNewTaskGoesToTheStandInUntilTheEndOfTheLastDay() {
		away(this.today, this.today.plusDays(2));
		this.cycle.story().until("planCycle");
		assertThat(this.cases.task(this.cycle.id(), "collectOrganisations").getAssignee()).isEqualTo(this.standIn.id());
		this.clock.jumpTo(this.today.plusDays(2).atTime(LocalTime.of(23, 59)).atZone(STOCKHOLM).toInstant());
		assertThat(this.absences.today(authority()).worker(officer())).isEqualTo(this.standIn.id());
		assertThat(this.absences.today(authority()).standsInFor(this.standIn.id())).containsExactly(officer());
		this.clock.jumpTo(this.today.plusDays(3).atTime(LocalTime.of(0, 1)).atZone(STOCKHOLM).toInstant());
		assertThat(this.absences.today(authority()).worker(officer())).isEqualTo(officer());
		assertThat(this.absences.of(authority(), officer())).isEmpty();
		this.cycle.story().until("collectOrganisations");
		assertThat(this.cases.task(this.cycle.id(), "confirmInvitees").getAssignee()).isEqualTo(officer());
	}

	@Test
	void anAbsenceThatHasNotBegunChangesNothing() {
		away(this.today.plusDays(1), this.today.plusDays(9));
		assertThat(this.absences.today(authority()).worker(officer())).isEqualTo(officer());
		assertThat(this.absences.of(authority(), officer())).isPresent();
	}

	@Test
	void whoeverStandsInForAStandInWorksForBothAndACircleForNobody() {
		Account third = this.sampleAccounts.with(authority(), Role.OFFICER);
		away(this.today, this.today);
		this.absences.plan(authority(), new Absence(this.standIn.id(), this.today, this.today, third.id()));
		assertThat(this.absences.today(authority()).worker(officer())).isEqualTo(third.id());
		assertThat(this.absences.today(authority()).standsInFor(third.id())).containsExactlyInAnyOrder(officer(),
				this.standIn.id());
		this.absences.plan(authority(), new Absence(third.id(), this.today, this.today, officer()));
		for (String each : List.of(officer(), this.standIn.id(), third.id())) {
			assertThat(this.absences.today(authority()).worker(each)).isEqualTo(each);
		}
	}

	@Test
	void theStandInTakesOverWhatTheAbsentHoldsAndNobodyElseDoes() throws Exception {
		Task task = heldByTheOfficer();
		String takeOver = "/staff/tasks/" + task.getId() + "/take-over";
		Visitor standsIn = as(this.standIn.id());
		assertThat(standsIn.get("/staff").body()).doesNotContain("Du är ersättare");
		assertThat(standsIn.post(takeOver).statusCode()).isGreaterThanOrEqualTo(400);
		away(this.today, this.today.plusDays(4));
		assertThat(standsIn.get("/staff").body()).contains("Du är ersättare", takeOver);
		assertThat(standsIn.get("/staff/tasks/" + task.getId()).body()).contains(takeOver, "är borta till och med");
		Visitor third = as(this.sampleAccounts.with(authority(), Role.OFFICER).id());
		assertThat(third.get("/staff/tasks/" + task.getId()).body()).contains("är borta till och med")
			.doesNotContain(takeOver);
		assertThat(third.post(takeOver).statusCode()).isGreaterThanOrEqualTo(400);
		assertThat(assignee(task)).isEqualTo(officer());
		assertThat(as("manager-" + authority()).get("/staff/progress").body()).contains("är borta till och med");
		assertThat(standsIn.post(takeOver).statusCode()).isEqualTo(302);
		assertThat(assignee(task)).isEqualTo(this.standIn.id());
		assertThat(standsIn.get("/staff").body()).doesNotContain("Du är ersättare");
	}

	@Test
	void theMailsOfTheAbsentGoToTheStandIn() {
		Task task = heldByTheOfficer();
		away(this.today, this.today.plusDays(4));
		this.jdbc.sql("update act_ru_task set create_time_ = create_time_ - interval '30 days' where id_ = :id")
			.param("id", task.getId())
			.update();
		Task now = this.tasks.createTaskQuery().taskId(task.getId()).singleResult();
		now.setDueDate(Date.from(this.clock.instant().plus(Duration.ofHours(1))));
		this.tasks.saveTask(now);
		this.reminders.remind();
		assertThat(
				this.jdbc.sql("select recipient from mail where authority_id = :authority and kind = 'task-reminder'")
					.param("authority", authority())
					.query(String.class)
					.list())
			.containsExactly(this.standIn.email());
	}

	@Test
	void whoCanNoLongerStandInDoesNot() {
		away(this.today, this.today.plusDays(4));
		Account admin = this.sampleAccounts.with(authority(), Role.ADMIN);
		this.accountService.close(admin, this.standIn.id(), 0);
		assertThat(this.absences.of(authority(), officer())).isEmpty();
	}

	@Test
	void anAbsenceEndsOnlyWhenTheStandInLacksARole() {
		this.standIn = this.sampleAccounts.with(authority(), Role.OFFICER, Role.REGISTRAR);
		away(this.today, this.today.plusDays(4));
		Account admin = this.sampleAccounts.with(authority(), Role.ADMIN);
		change(admin, this.standIn, Set.of(Role.OFFICER));
		assertThat(this.absences.of(authority(), officer())).as("a role that is not needed").isPresent();
		change(admin, this.cycle.officer(), Set.of(Role.OFFICER, Role.ADMIN));
		assertThat(this.absences.of(authority(), officer())).as("no role in cases").isPresent();
		change(admin, this.cycle.officer(), Set.of(Role.OFFICER, Role.LIAISON));
		assertThat(this.absences.of(authority(), officer())).isEmpty();
		assertThat(mailsTo(this.standIn.email())).containsExactly("Du är inte längre ersättare för Test Person");
		assertThat(mailsTo(this.cycle.officer().email())).containsExactly("Din frånvaro gäller inte längre");
	}

	private void change(Account admin, Account account, Set<Role> roles) {
		this.accountService.change(admin, account.id(), this.accountService.get(admin, account.id()).state().version(),
				account.displayName(), new EmailAddress(account.email()), roles);
	}

	@Test
	void aTaskStaysWithTheAbsentIfTheStandInHasNotItsRole() {
		this.standIn = this.sampleAccounts.with(authority(), Role.LIAISON);
		away(this.today, this.today.plusDays(2));
		this.cycle.story().until("planCycle");
		assertThat(this.cases.task(this.cycle.id(), "collectOrganisations").getAssignee()).isEqualTo(officer());
	}

	@Test
	void everybodyPlansTheirOwnAndManagersThoseOfAll() throws Exception {
		Visitor officer = as(officer());
		String first = this.today.plusDays(1).toString();
		String last = this.today.plusDays(5).toString();
		assertThat(post(officer, OWN, last, first, this.standIn.id())).contains("Sista dagen kan inte komma före");
		assertThat(post(officer, OWN, "2020-01-01", "2020-01-02", this.standIn.id()))
			.contains("Sista dagen har redan varit");
		assertThat(post(officer, OWN, first, "2099-01-01", this.standIn.id())).contains("högst två år");
		assertThat(post(officer, OWN, "i morgon", last, this.standIn.id())).contains("Skriv ett datum");
		assertThat(post(officer, OWN, this.today.minusYears(1).minusDays(1).toString(), last, this.standIn.id()))
			.contains("högst ett år bakåt");
		String elsewhere = this.cycles.start().officer().id();
		for (String no : List.of(officer(), "liaison-" + authority(), elsewhere, "nobody")) {
			assertThat(post(officer, OWN, first, last, no)).contains("Välj en kollega");
		}
		assertThat(this.absences.of(authority(), officer())).isEmpty();
		post(officer, OWN, first, last, this.standIn.id());
		assertThat(this.absences.of(authority(), officer()))
			.hasValue(new Absence(officer(), this.today.plusDays(1), this.today.plusDays(5), this.standIn.id()));
		assertThat(mailsTo(this.standIn.email())).containsExactly("Du är ersättare för Test Person");
		post(officer, OWN, first, last, this.standIn.id());
		assertThat(mailsTo(this.standIn.email())).as("told once").hasSize(1);
		assertThat(officer.get("/staff/absences").statusCode()).isEqualTo(403);
		Visitor manager = as("manager-" + authority());
		assertThat(manager.get("/staff/absences").body()).contains("Ersättare: " + this.standIn.displayName());
		assertThat(manager.get("/staff/absences/" + elsewhere).statusCode()).isEqualTo(404);
		Account other = this.sampleAccounts.with(authority(), Role.OFFICER);
		post(manager, "/staff/absences/" + officer(), first, last, other.id());
		String former = "Du är inte längre ersättare för Test Person";
		assertThat(mailsTo(this.standIn.email())).contains(former);
		manager.post("/staff/absences/" + officer() + "/end");
		assertThat(mailsTo(other.email())).containsExactlyInAnyOrder("Du är ersättare för Test Person", former);
		assertThat(mailsTo(this.cycle.officer().email())).containsExactlyInAnyOrder("Din frånvaro är angiven",
				"Din frånvaro gäller inte längre");
		assertThat(this.absences.of(authority(), officer())).isEmpty();
		assertThat(this.jdbc.sql(
				"select text_key from journal_entry where authority_id = :authority and text_key like 'journal.account.%'"
						+ " and text_key ~ 'away|back' order by id")
			.param("authority", authority())
			.query(String.class)
			.list()).containsExactly("journal.account.away", "journal.account.away", "journal.account.back");
		assertThat(this.jdbc.sql(
				"select arguments::text from journal_entry where authority_id = :authority and text_key like 'journal.account.away'")
			.param("authority", authority())
			.query(String.class)
			.list()).as("neither days nor stand-in").containsOnly("[\"" + officer() + "\"]");
	}

	@Test
	void theAccountPageTellsAndAsksForIt(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, officer());
		page.navigate("/staff/account");
		assertThat(page.locator("main")).containsText("Ingen frånvaro är planerad.");
		page.locator("a[href$='/absence']").click();
		page.locator("main form button").first().click();
		assertThat(page.locator("[role=alert]")).containsText("Välj en ersättare.");
		browser.assertAccessible(page);
		page.fill("#awayFrom", this.today.toString());
		page.fill("#awayUntil", this.today.plusDays(3).toString());
		page.selectOption("#standIn", this.standIn.id());
		page.locator("main form button").first().click();
		assertThat(page.locator("main")).containsText("Ersättare: " + this.standIn.displayName());
		browser.assertAccessible(page);
		heldByTheOfficer();
		Page theirs = browser.open();
		browser.signIn(theirs, this.standIn.id());
		theirs.navigate("/staff");
		browser.assertAccessible(theirs);
		theirs.locator("form[action$='take-over'] button").click();
		assertThat(theirs.locator("h1")).hasText("Planera omgången");
	}

	private List<String> mailsTo(String address) {
		return this.jdbc.sql("select subject from mail where recipient = :address and kind = 'absence'")
			.param("address", address)
			.query(String.class)
			.list();
	}

	private static String post(Visitor visitor, String path, String from, String until, String standIn)
			throws Exception {
		return visitor
			.post(path, "awayFrom", from, "awayUntil", until, "standIn", standIn, "submissionId", UUID.randomUUID())
			.body();
	}

}
