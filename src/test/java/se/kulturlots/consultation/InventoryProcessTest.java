package se.kulturlots.consultation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.EarlierDiagrams;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

@KulturlotsTest
class InventoryProcessTest {

	@Autowired
	Cycle cycle;

	@Autowired
	Consultations consultations;

	@Autowired
	Invitees invitees;

	@Autowired
	Processes processes;

	@Autowired
	Accounts accounts;

	@Autowired
	Cases cases;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	AppClock clock;

	@Autowired
	ManagementService management;

	@Autowired
	Deadlines deadlines;

	@Autowired
	RuntimeService runtime;

	@Autowired
	EarlierDiagrams earlier;

	@Autowired
	JdbcClient jdbc;

	Authority authority;

	Consultation consultation;

	ProcessInstance instance;

	@BeforeEach
	void start() {
		this.authority = this.authorities.region();
		this.accounts.create(new Account("officer-" + this.authority.id(), "Test Person", "officer@region.example",
				this.authority.id(), Set.of(Role.OFFICER)), Browser.PASSWORD);
		LocalDate decision = this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(300);
		this.consultation = this.cycle.want(this.authority.id(),
				new Wish("Ny kulturplan", "Vad ska planen handla om?", 2028, 2031, decision),
				"officer-" + this.authority.id());
		this.cycle.plan(this.consultation.id(), this.cycle.propose(this.authority.id(), decision, true),
				List.of("Vad saknas?"), null, 0);
		this.cycle.open(this.consultation.id());
		this.processes.start(new ProcessKey("inventory"), this.consultation.id(), this.authority.id(),
				this.consultation.id(), this.consultation.responsibleOfficer());
		this.instance = this.cases.instance("inventory", this.consultation.id());
		this.cases.run();
	}

	@Test
	void gapsGoToTheLiaisonAndTheOfficerMayGoOnWithAReason() {
		CaseId id = this.consultation.id();
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(id, "collectOrganisations", Map.of()))
			.withMessageContaining("Listan är tom");
		invite(organisation("Hembygdsföreningen", "CULTURE"));
		this.cases.complete(id, "collectOrganisations", Map.of());
		assertThat(this.instance).isWaitingAt("reachOut");
		this.cases.complete(id, "reachOut", Map.of("note", "Ringde runt i kommunerna."));
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(id, "collectOrganisations", Map.of("proceedWithGaps", true)))
			.withMessageContaining("Varför går ni vidare");
		this.cases.complete(id, "collectOrganisations",
				Map.of("proceedWithGaps", true, "gapsReason", "Alla kända föreningar är tillfrågade."));
		assertThat(this.instance).isWaitingAt("confirmInvitees");
		this.cases.complete(id, "confirmInvitees", Map.of("confirmed", true));
		assertThat(this.instance).isEnded();
		Consultation after = this.consultations.get(id);
		assertThat(after.inviteesConfirmedAt()).isNotNull();
		assertThat(after.gapsReason()).isEqualTo("Alla kända föreningar är tillfrågade.");
		assertThatExceptionOfType(ConsultationProblem.class).isThrownBy(() -> this.invitees.add(after, List.of()));
	}

	@Test
	void theOfficerIsRemindedFiveDaysAndOneDayBefore() {
		CaseId id = this.consultation.id();
		this.cases.fire(id, "inventoryReminderDue");
		this.cases.fire(id, "inventoryReminderNext");
		assertThat(this.jdbc
			.sql("select step from mail where occasion = :occasion and kind like '%INVENTORY' order by step")
			.param("occasion", "consultation:" + id)
			.query(Integer.class)
			.list()).containsExactly(1, 5);
		Schedule before = this.consultations.get(id).schedule();
		this.clock
			.jumpTo(before.inventoryLastDay().plusDays(1).atStartOfDay(ZoneId.of("Europe/Stockholm")).toInstant());
		this.cases.run();
		assertThat(this.instance).isWaitingAt("inventoryReminderNext");
		assertThat(this.management.createJobQuery()
			.processInstanceId(this.instance.getId())
			.timers()
			.duedateLowerThan(Date.from(Deadlines.NEVER))
			.count()).as("until the day is moved").isZero();
		LocalDate lastDay = before.inventoryLastDay().plusDays(20);
		this.cycle.reschedule(this.authority.id(), id,
				new Schedule(lastDay, before.answerLastDay().plusDays(20), before.inputOpens().plusDays(20),
						before.inputLastDay().plusDays(20), null, before.decisionDate().plusDays(20)));
		this.cases.fire(id, "inventoryReminderNext");
		assertThat(this.clock.today(ZoneId.of("Europe/Stockholm"))).isBefore(lastDay);
		assertThat(this.jdbc
			.sql("select count(*) from mail where occasion = :occasion and kind like '%INVENTORY' and step = 5")
			.param("occasion", "consultation:" + id)
			.query(Integer.class)
			.single()).as("reminded of the new day").isEqualTo(2);
	}

	@Test
	void ofTwoStartsAtOnceOneIsRefused() throws Exception {
		LocalDate decision = this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(300);
		CaseId id = this.cycle
			.want(this.authority.id(), new Wish("Ny biblioteksplan", "Vad ska planen handla om?", 2028, 2031, decision),
					null)
			.id();
		this.cycle.plan(id, this.cycle.propose(this.authority.id(), decision, false), List.of("Vad saknas?"), null, 0);
		this.cycle.open(id);
		Account officer = this.accounts.find("officer-" + this.authority.id()).orElseThrow();
		Callable<Id> start = () -> this.processes.startWithAnswers(new ProcessKey("inventory"), officer,
				Map.of("caseId", id.toString()));
		ExecutorService people = Executors.newFixedThreadPool(4);
		try {
			List<Future<Id>> starts = people.invokeAll(Collections.nCopies(4, start));
			List<Throwable> refusals = new ArrayList<>();
			for (Future<Id> each : starts) {
				try {
					assertThat(each.get()).isEqualTo(id);
				}
				catch (ExecutionException ex) {
					refusals.add(ex.getCause());
				}
			}
			assertThat(refusals).hasSize(3)
				.allSatisfy((refusal) -> assertThat(refusal).isInstanceOf(AnswersRefused.class)
					.hasMessage("”Samrådsomgång som redan finns”: välj något av det som går att välja."));
		}
		finally {
			people.shutdown();
		}
		assertThat(this.cases.instance("inventory", id)).isNotNull();
	}

	@Test
	void aMovedLastDayMovesTimersAndDueDates() {
		CaseId id = this.consultation.id();
		Schedule before = this.consultations.get(id).schedule();
		var dueBefore = this.cases.task(id, "collectOrganisations").getDueDate();
		this.cycle.reschedule(this.authority.id(), id,
				new Schedule(before.inventoryLastDay().plusDays(3), before.answerLastDay(),
						before.inventoryLastDay().plusDays(4), before.inputLastDay(), before.referralLastDay(),
						before.decisionDate()));
		this.cases.run();
		assertThat(this.cases.task(id, "collectOrganisations").getDueDate()).isAfter(dueBefore);
	}

	@Test
	void aMovedDateThatIsTheSameMovesNothing() {
		CaseId id = this.consultation.id();
		Schedule dates = this.consultations.get(id).schedule();
		Date due = Date.from(this.clock.instant().truncatedTo(ChronoUnit.SECONDS));
		this.jdbc.sql("update act_ru_task set due_date_ = :due where proc_inst_id_ = :instance")
			.param("due", java.sql.Timestamp.from(due.toInstant()))
			.param("instance", this.instance.getId())
			.update();
		this.deadlines.set(this.authority.id(), id, CycleDeadline.INVENTORY, dates.inventoryLastDay());
		assertThat(this.cases.task(id, "collectOrganisations").getDueDate()).isEqualTo(due);
	}

	@Test
	void anInventoryBegunWithAnEarlierDiagramFollowsMovedDates() throws Exception {
		this.earlier.with(() -> {
			this.runtime.deleteProcessInstance(this.instance.getId(), "begun anew");
			CaseId id = this.consultation.id();
			this.processes.start(new ProcessKey("inventory"), id, this.authority.id(), id, null);
			ProcessInstance begun = this.cases.instance("inventory", id);
			this.cases.run();
			assertThat(begun.getProcessDefinitionId()).isNotEqualTo(this.instance.getProcessDefinitionId());
			Date due = this.cases.task(id, "collectOrganisations").getDueDate();
			moveInventory(3);
			assertThat(this.cases.task(id, "collectOrganisations").getDueDate()).isAfter(due);
			this.cases.fire(id, "inventoryReminderDue");
			this.cases.fire(id, "inventoryReminderOrLastDay");
			this.cases.fire(id, "inventoryReminderOrLastDay");
			assertThat(begun).isWaitingAt("inventoryDayMoved");
			moveInventory(20);
			this.cases.run();
			assertThat(begun).isWaitingAt("inventoryReminderOrLastDay");
		});
	}

	private void moveInventory(int days) {
		Schedule before = this.consultations.get(this.consultation.id()).schedule();
		this.cycle.reschedule(this.authority.id(), this.consultation.id(),
				new Schedule(before.inventoryLastDay().plusDays(days), before.answerLastDay().plusDays(days),
						before.inputOpens().plusDays(days), before.inputLastDay().plusDays(days), null,
						before.decisionDate().plusDays(days)));
	}

	private OrganisationId organisation(String name, String sector) {
		OrganisationId id = new OrganisationId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into organisation (id, version, authority_id, name, name_key, sector, language, source, status,
					created_at, changed_at)
				values (:id, 0, :authority, :name, lower(:name), :sector, 'sv', 'OFFICER', 'ACTIVE', :now, :now)""")
			.param("id", id)
			.param("authority", this.authority.id())
			.param("name", name)
			.param("sector", sector)
			.param("now", java.sql.Timestamp.from(this.clock.instant()))
			.update();
		return id;
	}

	private void invite(OrganisationId organisation) {
		this.invitees.add(this.consultations.get(this.consultation.id()), List.of(organisation));
	}

}
