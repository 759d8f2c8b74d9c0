package se.kulturlots.scenario;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.invitation.InvitationId;
import se.kulturlots.plan.PlanId;
import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/** A whole cycle through the engine, with every way it can end. */
@KulturlotsTest
class WholeCycleTest {

	@Autowired
	CyclePlayer player;

	@Autowired
	SampleCycles cycles;

	@Autowired
	Cases cases;

	@Autowired
	Consultations consultations;

	@Autowired
	Cycle cycle;

	@Autowired
	Invitees invitees;

	@Autowired
	Accounts accounts;

	@Autowired
	TaskService tasks;

	@Autowired
	HistoryService history;

	@Autowired
	ManagementService management;

	@Autowired
	AppClock clock;

	@Autowired
	Deadlines deadlines;

	@Autowired
	RuntimeService runtime;

	@Autowired
	JdbcClient jdbc;

	SampleCycle sample;

	Authority authority;

	Account officer;

	CaseId id;

	@BeforeEach
	void start() {
		this.sample = this.cycles.start();
		this.authority = this.sample.authority();
		this.officer = this.sample.officer();
		this.id = this.sample.id();
	}

	@Test
	void aPlanIsApprovedAndEveryoneWhoSaidSomethingIsAnswered() {
		Story story = this.sample.story().until("inputOpens");
		this.sample.say("Fler scener utanför residensstaden.", "anna@forening.example");
		story.toTheEnd();
		assertThat(this.consultations.get(this.id).status()).isEqualTo(Status.CLOSED);
		assertThat(this.consultations.get(this.id).disposeAfter()).isNotNull();
		assertThat(story.tasksDone()).containsSubsequence("planCycle", "collectOrganisations", "confirmInvitees",
				"writeInvitation", "approveInvitation", "sendPreparation", "recordMeeting", "triageInput",
				"summariseInput", "approveSummary", "writeDraft", "reviewDraft", "triageInput", "writeDraft",
				"prepareDecision", "signOff", "recordCommitteeDecision", "recordFullCouncilDecision",
				"submitToArtsCouncil", "reviewAnswers");
		assertThat(story.timersFired()).contains("reminderOrLastDay", "inputOpens", "registrationReminderOrLastDay",
				"meetingReminderOrStart", "meetingEnded");
		assertThat(mailsTo("anna@forening.example")).as("receipt and answer").isGreaterThanOrEqualTo(2);
		assertThat(this.cases.isRunning("consultationCycle", this.id)).isFalse();
		assertThat(incidents()).isZero();
		engineHoldsNoTexts();
	}

	@Test
	void aPlanSentBackOnceIsDraftedAndDecidedAgain() {
		LocalDate day = this.player.today();
		Story story = this.sample.story()
			.answering("recordCommitteeDecision",
					Map.of("decision", "sentBack", "decidedOn", day.toString(), "paragraph", "§ 12", "reference",
							"KUL 2027/17", "comment", "Avsnittet om unga behöver byggas ut."))
			.toTheEnd();
		assertThat(this.consultations.get(this.id).status()).isEqualTo(Status.CLOSED);
		assertThat(story.tasksDone().stream().filter("recordCommitteeDecision"::equals)).hasSize(2);
		assertThat(story.tasksDone()).containsSubsequence("recordCommitteeDecision", "writeDraft", "reviewDraft",
				"recordCommitteeDecision", "recordFullCouncilDecision");
	}

	@Test
	void aRejectedPlanEndsTheCycle() {
		Story story = this.sample.story().until("recordCommitteeDecision");
		this.tasks.complete(this.cases.task(planId(), "recordFullCouncilDecision").getId(),
				Map.of("decision", "rejected", "decidedOn", this.player.today().toString(), "paragraph", "§ 7",
						"reference", "KF 2027/3", "comment", "Finansieringen är inte klar."));
		this.cases.run();
		assertThat(this.cases.isRunning("consultationCycle", this.id)).isFalse();
		assertThat(this.consultations.get(this.id).status()).isEqualTo(Status.REJECTED);
		assertThat(story.tasksDone()).doesNotContain("submitToArtsCouncil", "reviewAnswers");
	}

	@Test
	void aCancelledCycleTellsTheInvitedOnceAndEndsItsTasks() {
		this.sample.story().until("approveInvitation");
		this.cases.run();
		int invited = this.invitees.of(this.id).size();
		this.cycle.cancel(this.authority.id(), this.id, "Tidplanen har ändrats.");
		this.cases.run();
		assertThat(this.cases.isRunning("consultationCycle", this.id)).isFalse();
		assertThat(this.consultations.get(this.id).status()).isEqualTo(Status.CANCELLED);
		assertThat(this.tasks.createTaskQuery().processVariableValueEquals("caseId", this.id.toString()).count())
			.isZero();
		assertThat(mails("consultation-cancelled")).isEqualTo(invited);
	}

	@Test
	void aNewOfficerGetsTheTasksOpenAndToCome() {
		this.sample.story().until("approveInvitation");
		String other = "officer2-" + this.authority.id();
		this.accounts.create(
				new Account(other, "Test Person", other + "@region.example", this.authority.id(), Set.of(Role.OFFICER)),
				Browser.PASSWORD);
		this.cycle.handOver(this.authority.id(), this.id, other);
		this.cases.run();
		assertThat(this.tasks.createTaskQuery()
			.processVariableValueEquals("caseId", this.id.toString())
			.taskAssignee(this.officer.id())
			.count()).isZero();
		this.sample.story().until("sendPreparation");
		assertThat(this.history.createHistoricTaskInstanceQuery()
			.taskAssignee(other)
			.taskDefinitionKey("sendPreparation")
			.processVariableValueEquals("caseId", this.id.toString())
			.count()).isPositive();
	}

	@Test
	void theLastDayToAnswerIsMovedForTheInvitationThatWaits() {
		this.sample.story().until("approveInvitation");
		ProcessInstance invitation = this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("invitation")
			.tenantIdIn(this.authority.id())
			.singleResult();
		InvitationId invitationId = new InvitationId(UUID.fromString(invitation.getBusinessKey()));
		LocalDate moved = this.consultations.get(this.id).schedule().inputLastDay();
		Date before = timer(invitation);
		this.cycle.reschedule(this.authority.id(), this.id,
				this.consultations.get(this.id).schedule().with(CycleDeadline.ANSWER, moved));
		assertThat(this.deadlines.get(invitationId, CycleDeadline.ANSWER).lastDay()).isEqualTo(moved);
		assertThat(timer(invitation)).isAfter(before)
			.isEqualTo(this.deadlines.next(invitationId, CycleDeadline.ANSWER.name()));
	}

	private Date timer(ProcessInstance instance) {
		return this.management.createJobQuery()
			.processInstanceId(instance.getId())
			.timers()
			.singleResult()
			.getDuedate();
	}

	@Test
	void theDecisionIsRemindedOfTenAndThreeDaysBefore() {
		this.sample.story().until("writeDraft");
		this.cases.fire(this.id, "decisionReminderDue");
		this.cases.fire(this.id, "decisionReminderNext");
		assertThat(this.jdbc.sql("""
				select recipient || ' ' || step from mail
				where authority_id = :authority and kind = 'consultation-reminder-DECISION'""")
			.param("authority", this.authority.id())
			.query(String.class)
			.list()).containsExactlyInAnyOrder("officer-" + this.authority.id() + "@region.example 10",
					"officer-" + this.authority.id() + "@region.example 3",
					"manager-" + this.authority.id() + "@region.example 10",
					"manager-" + this.authority.id() + "@region.example 3");
		Schedule before = this.consultations.get(this.id).schedule();
		this.clock.jumpTo(before.decisionDate().plusDays(1).atStartOfDay(this.authority.zone()).toInstant());
		this.cases.run();
		assertThat(this.management.createJobQuery()
			.activityId("decisionReminderNext")
			.tenantIdIn(this.authority.id())
			.singleResult()
			.getDuedate()).as("nobody is reminded once the day has passed").isEqualTo(Date.from(Deadlines.NEVER));
		this.cycle.reschedule(this.authority.id(), this.id,
				new Schedule(before.inventoryLastDay(), before.answerLastDay(), before.inputOpens(),
						before.inputLastDay(), null, before.decisionDate().plusDays(60)));
		this.cases.run();
		this.cases.fire(this.id, "decisionReminderNext");
		assertThat(mails("consultation-reminder-DECISION")).as("reminded of the new day").isEqualTo(6);
		this.sample.story().until("submitToArtsCouncil");
		this.cases.run();
		int told = mails("consultation-reminder-DECISION");
		this.cases.fire(this.id, "decisionReminderNext");
		assertThat(this.cases.instance("consultationCycle", this.id)).hasPassed("decisionRemindersEnded");
		assertThat(mails("consultation-reminder-DECISION")).as("nobody is reminded of what is decided").isEqualTo(told);
	}

	private PlanId planId() {
		return this.sample.plan().id();
	}

	private int mailsTo(String address) {
		return this.jdbc.sql("select count(*) from mail where authority_id = :authority and recipient = :address")
			.param("authority", this.authority.id())
			.param("address", address)
			.query(Integer.class)
			.single();
	}

	private int mails(String kind) {
		return this.jdbc.sql("select count(*) from mail where authority_id = :authority and kind = :kind")
			.param("authority", this.authority.id())
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

	private long incidents() {
		return this.management.createJobQuery().noRetriesLeft().tenantIdIn(this.authority.id()).count();
	}

	/** Only ids and decisions: nothing that somebody has written. */
	private void engineHoldsNoTexts() {
		assertThat(this.history.createHistoricVariableInstanceQuery()
			.tenantIdIn(this.authority.id())
			.list()
			.stream()
			.map((variable) -> variable.getName())
			.collect(Collectors.toSet())).isSubsetOf("responsibleOfficer", "caseId", "decision",
					"approveInvitationDecision", "approveSummaryDecision", "reviewDraftDecision", "signOffDecision",
					"committeeDecision", "fullCouncilDecision", "gapsAccepted", "coverage", "sufficient", "meetingIds",
					"meetingId", "invitationId", "inputPeriodId", "planId", "referralDue", "referralId",
					"registrationClosed", "priorityOrganisationsSilent", "everyInputHasDisposition", "registrationId",
					"newOfficer", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");
	}

}
