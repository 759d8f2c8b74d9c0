package se.kulturlots.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** A task of which the last day is a Wednesday among ordinary weeks. */
@KulturlotsTest
@ExtendWith(OutputCaptureExtension.class)
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
	Statements statements;

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

	@Test
	void aSecondTaskOfADayIsToldTheNextDayAlsoIfTheFirstIsDone() {
		Task second = due(started(this.responsible), LAST_DAY);
		this.tasks.setAssignee(second.getId(), account(this.colleague));
		remindAt(rung(0, MORNING));
		this.tasks.complete(this.task.getId(), Map.of("decision", "approved"));
		this.reminders.forgetEnded();
		this.tasks.setAssignee(second.getId(), account(this.officer));
		remindAt(rung(0, NINE));
		assertThat(mails(this.officer)).hasSize(1);
		remindAt(rung(1, MORNING));
		assertThat(mails(this.officer)).hasSize(2).last().asString().contains("/staff/tasks/" + second.getId());
		this.clock.jumpTo(rung(5, NINE));
		this.reminders.forgetEnded();
		assertThat(this.jdbc.sql("select count(*) from task_reminded where task_id = :task")
			.param("task", this.task.getId())
			.query(Integer.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whoCannotBeToldStopsNobodyElseAndIsTriedAgain(boolean first, CapturedOutput log) {
		this.tasks.setAssignee(this.task.getId(), null);
		String refused = first ? this.officer : this.colleague;
		this.jdbc.sql("alter table mail add constraint nothing_to check (recipient <> '" + refused + "') not valid")
			.update();
		try {
			remindAt(rung(0, MORNING));
		}
		finally {
			this.jdbc.sql("alter table mail drop constraint nothing_to").update();
		}
		assertThat(mails(refused)).isEmpty();
		assertThat(mails(first ? this.colleague : this.officer)).hasSize(1);
		assertThat(log).contains("Somebody of " + this.authority + " could not be reminded of tasks (org.")
			.doesNotContain(refused);
		this.reminders.remind();
		assertThat(mails(refused)).hasSize(1);
		assertThat(mails(first ? this.colleague : this.officer)).hasSize(1);
	}

	@Test
	void aTaskThatCannotBeRemindedOfStopsNoOther(CapturedOutput log) {
		Task nobodys = due(started(this.responsible), LAST_DAY);
		tenant(nobodys, "gone");
		try {
			remindAt(rung(0, MORNING));
			assertThat(mails(this.officer)).hasSize(1).first().asString().contains("/staff/tasks/" + this.task.getId());
			assertThat(log).contains("Task " + nobodys.getId() + " could not be reminded of");
		}
		finally {
			tenant(nobodys, this.authority);
		}
		remindAt(rung(1, MORNING));
		assertThat(mails(this.officer)).hasSize(2).last().asString().contains("/staff/tasks/" + nobodys.getId());
	}

	@Test
	void aTaskThatCannotBeNamedStopsNobodyElse(CapturedOutput log) {
		Task unnamed = due(started(this.responsible), LAST_DAY);
		this.tasks.setAssignee(unnamed.getId(), account(this.colleague));
		UUID unknown = UUID.randomUUID();
		this.tasks.setVariable(unnamed.getId(), CaseVariables.CASE.name(), unknown.toString());
		this.jdbc.sql("""
				insert into cases (id, version, authority_id, kind, slug, title, opened_at)
				values (:id, 0, :authority, 'unknown', 'x', 'x', now())""")
			.param("id", unknown)
			.param("authority", this.authority)
			.update();
		try {
			remindAt(rung(0, MORNING));
		}
		finally {
			this.jdbc.sql("delete from cases where id = :id").param("id", unknown).update();
		}
		assertThat(mails(this.officer)).hasSize(1);
		assertThat(mails(this.colleague)).isEmpty();
		assertThat(log).contains("could not be reminded of tasks (java.lang.IllegalStateException)");
		this.reminders.remind();
		assertThat(mails(this.colleague)).hasSize(1);
	}

	private void tenant(Task one, String tenant) {
		this.jdbc.sql("update act_ru_task set tenant_id_ = :tenant where id_ = :id")
			.param("tenant", tenant)
			.param("id", one.getId())
			.update();
	}

	@Test
	void whatIsDueTonightIsToldTonightAlsoBesideALateTask() {
		due(started(this.responsible), this.calendar.minus(LAST_DAY, 1));
		remindAt(rung(0, LocalTime.of(18, 0)));
		assertThat(mayGo(this.officer)).isBefore(rung(0, LocalTime.of(19, 0)));
	}

	@Test
	void whatIsLateWaitsForTheNextMorning() {
		remindAt(rung(2, LocalTime.of(18, 0)));
		assertThat(mayGo(this.manager)).isEqualTo(rung(3, MORNING));
	}

	private Instant mayGo(String recipient) {
		return this.jdbc.sql("select due_at from mail where authority_id = :authority and recipient = :recipient")
			.param("authority", this.authority)
			.param("recipient", recipient)
			.query((row, number) -> Columns.instant(row, 1))
			.single();
	}

	@Test
	void howManyReadersAndTasksThereAreNamesAreReadOnce() {
		due(started(this.responsible), LAST_DAY);
		this.tasks.createTaskQuery()
			.tenantIdIn(this.authority)
			.list()
			.forEach((each) -> this.tasks.setVariable(each.getId(), CaseVariables.CASE.name(),
					UUID.randomUUID().toString()));
		String other = this.accounts.with(this.authority, Role.MANAGER).email();
		this.clock.jumpTo(rung(2, NINE));
		List<String> asked = this.statements.here(this.reminders::remind);
		assertThat(mails(this.manager)).hasSize(1);
		assertThat(mails(other)).hasSize(1);
		assertThat(asked).filteredOn((statement) -> statement.contains("ACT_ID_USER")).doesNotHaveDuplicates();
		assertThat(asked).filteredOn(TaskRemindersTest::ofCases).hasSize(1);
		assertThat(this.statements.here(this.reminders::remind)).as("nothing is to be told")
			.noneMatch(TaskRemindersTest::ofCases);
	}

	private static boolean ofCases(String statement) {
		return statement.contains(" from cases where id ");
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
