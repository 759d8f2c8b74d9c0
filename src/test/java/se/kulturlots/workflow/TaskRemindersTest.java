package se.kulturlots.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/** A task of which the last day is a Wednesday among ordinary weeks. */
@KulturlotsTest
class TaskRemindersTest {

	private static final LocalDate LAST_DAY = LocalDate.of(2027, 9, 15);

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private static final LocalTime NINE = LocalTime.of(9, 0);

	@Autowired
	TaskReminders reminders;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	FormService forms;

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identity;

	@Autowired
	TaskService tasks;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	String authority;

	WorkingCalendar calendar;

	int started;

	Account responsible;

	String officer;

	String colleague;

	String manager;

	Task task;

	@BeforeEach
	void aTask() {
		this.authority = this.authorities.region().id();
		this.calendar = this.calendars.of(this.authority);
		this.responsible = this.accounts.with(this.authority, Role.OFFICER);
		this.officer = this.responsible.email();
		this.colleague = this.accounts.with(this.authority, Role.OFFICER).email();
		this.manager = this.accounts.with(this.authority, Role.MANAGER).email();
		this.accounts.with(this.authority, Role.LIAISON);
		this.accounts.with(this.authorities.region().id(), Role.OFFICER);
		this.clock.jumpTo(this.calendar.at(LocalDate.of(2027, 9, 1), NINE));
		// the hundreds that other tests have left open are reminded of at each rung too
		this.jdbc.sql("update act_ru_task set due_date_ = null").update();
		this.task = due(started(this.responsible), LAST_DAY);
	}

	private Task started(Account account) {
		this.identity.setAuthentication(account.id(), List.of("officer"), List.of(this.authority));
		try {
			ProcessInstance instance = this.forms.submitStartForm(this.repository.createProcessDefinitionQuery()
				.processDefinitionKey("sample")
				.latestVersion()
				.singleResult()
				.getId(), Map.of("title", "Kulturplan " + ++this.started));
			return this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	@Test
	void aTaskThatSomebodyHasTakenIsRemindedOfByTheLadderOnce() {
		assertThat(remindedAlongTheLadder()).containsExactly("3 " + this.officer, "1 " + this.officer,
				"0 " + this.officer, "-2 " + this.manager, "-4 " + this.manager);
	}

	@Test
	void aReminderSaysTheDayAndTheNameAndNoMinuteOrAccount() {
		remindAt(rung(-3, NINE));
		String text = this.jdbc.sql("select text_body from mail where authority_id = :authority")
			.param("authority", this.authority)
			.query(String.class)
			.single();
		assertThat(text).contains("Ska vara klar: onsdag 15 september 2027\n", "Ligger på: Kim officer")
			.doesNotContain("kl. ", account(this.officer));
		this.task = this.tasks.createTaskQuery().taskId(this.task.getId()).singleResult();
		this.task.setDueDate(Date.from(this.calendar.at(LAST_DAY, LocalTime.of(13, 30))));
		this.tasks.saveTask(this.task);
		remindAt(rung(-1, NINE));
		assertThat(this.jdbc
			.sql("select text_body from mail where authority_id = :authority order by version desc limit 1")
			.param("authority", this.authority)
			.query(String.class)
			.single()).contains("Ska vara klar: onsdag 15 september 2027 kl. 13:30");
	}

	@Test
	void aTaskThatNobodyHasTakenIsRemindedOfToTheRole() {
		this.tasks.setAssignee(this.task.getId(), null);
		assertThat(remindedAlongTheLadder()).containsExactlyInAnyOrder("3 " + this.officer, "3 " + this.colleague,
				"1 " + this.officer, "1 " + this.colleague, "0 " + this.officer, "0 " + this.colleague,
				"-2 " + this.manager, "-4 " + this.manager);
	}

	@Test
	void whoHasTakenItMeanwhileIsRemindedFromThenOn() {
		this.tasks.setAssignee(this.task.getId(), null);
		remindAt(rung(-3, NINE));
		this.tasks.setAssignee(this.task.getId(), account(this.colleague));
		remindAt(rung(-1, NINE));
		assertThat(reminded()).containsExactlyInAnyOrder("3 " + this.officer, "3 " + this.colleague,
				"1 " + this.colleague);
	}

	@Test
	void nobodyIsRemindedOfATaskThatIsDone() {
		remindAt(rung(-3, NINE));
		this.tasks.complete(this.task.getId(), Map.of("decision", "approved"));
		for (Instant time : List.of(rung(-1, NINE), rung(0, MORNING), rung(2, NINE), rung(4, NINE))) {
			remindAt(time);
		}
		assertThat(reminded()).containsExactly("3 " + this.officer);
	}

	@Test
	void rungsThatWereMissedAreNotMadeUpFor() {
		remindAt(rung(0, NINE));
		assertThat(reminded()).containsExactly("0 " + this.officer);
	}

	@Test
	void nineLateTasksAreOneMailADayAndEachRungIsToldOnce() {
		List<Task> late = new ArrayList<>(List.of(this.task));
		for (int more = 1; more < 9; more++) {
			late.add(due(started(this.responsible), LAST_DAY));
		}
		Task later = due(started(this.responsible), this.calendar.plus(LAST_DAY, 1));
		remindAt(rung(1, NINE));
		remindAt(rung(2, NINE));
		assertThat(mails(this.manager)).hasSize(1)
			.first()
			.asString()
			.startsWith("Påminnelse: 9 uppgifter, varav 9 försenade")
			.contains(late.stream().map((each) -> "/staff/tasks/" + each.getId()).toList())
			.contains("Ligger på: Kim officer");
		remindAt(rung(2, LocalTime.of(15, 0)));
		assertThat(mails(this.manager)).hasSize(1);
		remindAt(rung(3, NINE));
		assertThat(mails(this.manager)).hasSize(2)
			.last()
			.asString()
			.startsWith("Påminnelse: 10 uppgifter, varav 10 försenade")
			.contains("/staff/tasks/" + later.getId());
	}

	@Test
	void whatIsDueAtEightAndAtNineIsOneMail() {
		Task tomorrow = due(started(this.responsible), this.calendar.plus(LAST_DAY, 1));
		remindAt(rung(0, MORNING));
		remindAt(rung(0, NINE));
		assertThat(mails(this.officer)).hasSize(1)
			.first()
			.asString()
			.startsWith("Påminnelse: 2 uppgifter")
			.contains("/staff/tasks/" + tomorrow.getId(), "/staff/tasks/" + this.task.getId());
	}

	private Task due(Task one, LocalDate day) {
		one.setDueDate(Date.from(this.calendar.endOf(day).minusSeconds(60)));
		this.tasks.saveTask(one);
		return one;
	}

	/** Reminds shortly before and at each rung, and looks at what has been added. */
	private List<String> remindedAlongTheLadder() {
		List<String> inOrder = new ArrayList<>();
		for (Instant time : List.of(rung(-3, NINE), rung(-1, NINE), rung(0, MORNING), rung(2, NINE), rung(4, NINE))) {
			remindAt(time.minusSeconds(30));
			assertThat(reminded()).as("before " + time).containsExactlyInAnyOrderElementsOf(inOrder);
			remindAt(time);
			List<String> added = new ArrayList<>(reminded());
			added.removeAll(inOrder);
			assertThat(added).as("at " + time).isNotEmpty();
			inOrder.addAll(added);
		}
		return inOrder;
	}

	private Instant rung(int workingDays, LocalTime time) {
		LocalDate day = (workingDays < 0) ? this.calendar.minus(LAST_DAY, -workingDays)
				: this.calendar.plus(LAST_DAY, workingDays);
		return this.calendar.at((workingDays == 0) ? LAST_DAY : day, time);
	}

	private void remindAt(Instant time) {
		this.clock.jumpTo(time);
		this.reminders.remind();
		this.reminders.remind();
	}

	private List<String> reminded() {
		return this.jdbc.sql("""
				select step || ' ' || recipient from task_reminded
				where authority_id = :authority order by step desc, recipient""")
			.param("authority", this.authority)
			.query(String.class)
			.list();
	}

	private List<String> mails(String recipient) {
		return this.jdbc
			.sql("""
					select subject || ' ' || text_body from mail
					where authority_id = :authority and kind = 'task-reminder' and recipient = :recipient order by version""")
			.param("authority", this.authority)
			.param("recipient", recipient)
			.query(String.class)
			.list();
	}

	private static String account(String email) {
		return email.substring(0, email.indexOf('@'));
	}

}
