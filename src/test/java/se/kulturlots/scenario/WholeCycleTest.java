package se.kulturlots.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.web.ConsultationSamples;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.input.Intake;
import se.kulturlots.input.InputFields;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.InputSearch;
import se.kulturlots.input.InputFilter;
import se.kulturlots.input.InputRow;
import se.kulturlots.input.Sender;
import se.kulturlots.input.Triage;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.plan.Plans;
import se.kulturlots.plan.WorkedInput;
import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole cycle through the engine, with every way it can end. */
@KulturlotsTest
class WholeCycleTest {

	@Autowired
	CyclePlayer player;

	@Autowired
	Cases cases;

	@Autowired
	Processes processes;

	@Autowired
	Consultations consultations;

	@Autowired
	Cycle cycle;

	@Autowired
	Invitees invitees;

	@Autowired
	Accounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	InputSchedule inputs;

	@Autowired
	InputFields fields;

	@Autowired
	InputSearch search;

	@Autowired
	Intake intake;

	@Autowired
	Triage triage;

	@Autowired
	Plans plans;

	@Autowired
	PlanInputs planInputs;

	@Autowired
	PlanSections sections;

	@Autowired
	Drafting drafting;

	@Autowired
	TaskService tasks;

	@Autowired
	HistoryService history;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	Authority authority;

	Account officer;

	UUID id;

	@BeforeEach
	void start() {
		this.authority = this.authorities.region();
		for (Role role : List.of(Role.OFFICER, Role.LIAISON, Role.MANAGER, Role.REGISTRAR)) {
			String name = role.group() + "-" + this.authority.id();
			this.accounts.create(
					new Account(name, "Test Person", name + "@region.example", this.authority.id(), Set.of(role)),
					"kulturlots-demo");
		}
		this.officer = this.accounts.find("officer-" + this.authority.id()).orElseThrow();
		this.id = this.processes.startWithAnswers("consultationCycle", this.officer,
				Map.of("title", "Ny kulturplan", "subject", "Vad ska den nya kulturplanen handla om?", "planFrom", 2028,
						"planTo", 2031, "decisionDate", decision().toString()));
		for (String name : List.of("Hembygdsföreningen", "Ungdomsgården", "Kulttuuriyhdistys")) {
			organisation(name);
		}
	}

	private LocalDate decision() {
		return this.player.today().plusDays(330);
	}

	private Story story() {
		return this.player.of(this.id)
			.answering("planCycle", ConsultationSamples.plan(decision()))
			.before("collectOrganisations", this::choose)
			.before("triageInput", this::sortInput)
			.before("writeDraft", this::draft);
	}

	@Test
	void aPlanIsApprovedAndEveryoneWhoSaidSomethingIsAnswered() {
		Story story = story().until("inputOpens");
		say("Fler scener utanför residensstaden.", "anna@forening.example");
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
		Story story = story()
			.answering("recordCommitteeDecision", Map.of("decision", "sentBack", "decidedOn", day.toString(),
					"paragraph", "§ 12", "reference", "KUL 2027/17", "comment", "Avsnittet om unga behöver byggas ut."))
			.toTheEnd();
		assertThat(this.consultations.get(this.id).status()).isEqualTo(Status.CLOSED);
		assertThat(story.tasksDone().stream().filter("recordCommitteeDecision"::equals)).hasSize(2);
		assertThat(story.tasksDone()).containsSubsequence("recordCommitteeDecision", "writeDraft", "reviewDraft",
				"recordCommitteeDecision", "recordFullCouncilDecision");
	}

	@Test
	void aRejectedPlanEndsTheCycle() {
		Story story = story().until("recordCommitteeDecision");
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
		story().until("approveInvitation");
		this.cases.run();
		int invited = this.invitees.of(this.id).size();
		this.cycle.cancel(this.authority.id(), this.id, "Tidplanen har ändrats.");
		this.cases.run();
		assertThat(this.cases.isRunning("consultationCycle", this.id)).isFalse();
		assertThat(this.consultations.get(this.id).status()).isEqualTo(Status.CANCELLED);
		assertThat(
				this.tasks.createTaskQuery().processVariableValueEquals("consultationId", this.id.toString()).count())
			.isZero();
		assertThat(mails("consultation-cancelled")).isEqualTo(invited);
	}

	@Test
	void aNewOfficerGetsTheTasksOpenAndToCome() {
		story().until("approveInvitation");
		String other = "officer2-" + this.authority.id();
		this.accounts.create(
				new Account(other, "Test Person", other + "@region.example", this.authority.id(), Set.of(Role.OFFICER)),
				"kulturlots-demo");
		this.cycle.handOver(this.authority.id(), this.id, other);
		this.cases.run();
		assertThat(this.tasks.createTaskQuery()
			.processVariableValueEquals("consultationId", this.id.toString())
			.taskAssignee(this.officer.id())
			.count()).isZero();
		story().until("sendPreparation");
		assertThat(this.history.createHistoricTaskInstanceQuery()
			.taskAssignee(other)
			.taskDefinitionKey("sendPreparation")
			.processVariableValueEquals("consultationId", this.id.toString())
			.count()).isPositive();
	}

	@Test
	void theDecisionIsRemindedOfTenAndThreeDaysBefore() {
		story().until("writeDraft");
		this.cases.fire(this.id, "decisionReminderDue");
		this.cases.fire(this.id, "decisionReminderOrLastDay");
		assertThat(this.jdbc.sql("""
				select recipient || ' ' || step from mail
				where authority_id = :authority and kind = 'consultation-reminder-DECISION'""")
			.param("authority", this.authority.id())
			.query(String.class)
			.list()).containsExactlyInAnyOrder("officer-" + this.authority.id() + "@region.example 10",
					"officer-" + this.authority.id() + "@region.example 3",
					"manager-" + this.authority.id() + "@region.example 10",
					"manager-" + this.authority.id() + "@region.example 3");
		this.cases.fire(this.id, "decisionReminderOrLastDay");
		assertThat(mails("consultation-reminder-DECISION")).as("nobody is reminded once the day has passed")
			.isEqualTo(4);
	}

	private UUID planId() {
		return plan().id();
	}

	private Plan plan() {
		return this.plans.findByConsultationId(this.id).orElseThrow();
	}

	private void organisation(String name) {
		this.jdbc
			.sql("""
					insert into organisation (id, version, authority_id, name, name_key, sector, email, language, source,
						status, created_at, changed_at)
					values (:id, 0, :authority, :name, lower(:name), 'CULTURE', :email, 'sv', 'OFFICER', 'ACTIVE', now(), now())""")
			.param("id", UUID.randomUUID())
			.param("authority", this.authority.id())
			.param("name", name)
			.param("email", name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT) + "@forening.example")
			.update();
	}

	private void choose() {
		Consultation consultation = this.consultations.get(this.id);
		this.invitees.add(consultation,
				this.jdbc.sql("select id from organisation where authority_id = :authority")
					.param("authority", this.authority.id())
					.query(UUID.class)
					.list());
	}

	private void say(String text, String email) {
		InputPeriod period = this.inputs.of(this.consultations.get(this.id)).get(0);
		Map<String, String> answers = new LinkedHashMap<>();
		answers.put(this.fields.of(period).get(0).key(), text);
		this.intake.receive(this.authority.id(), period.id(), UUID.randomUUID(), new Sender("Kulturföreningen",
				"Kim Exempel", new EmailAddress(email), null, Locale.forLanguageTag("sv")), answers);
	}

	private void sortInput() {
		for (InputPeriod period : this.inputs.of(this.consultations.get(this.id))) {
			List<UUID> rows = this.search.rows(period.id(), InputFilter.ALL, 0, 100)
				.stream()
				.map(InputRow::id)
				.toList();
			if (!rows.isEmpty()) {
				this.triage.assign(this.authority.id(), period.id(), this.officer.id(), rows, "Scener");
			}
		}
	}

	private void draft() {
		Plan plan = plan();
		if (this.sections.of(plan.id()).isEmpty()) {
			this.drafting.addSection(plan.id(), "Scener i hela länet", "Regionen stärker scener utanför staden.",
					this.officer.id());
		}
		UUID section = this.sections.of(plan.id()).get(0).id();
		Map<UUID, Integer> undecided = this.planInputs.of(plan)
			.stream()
			.filter((input) -> input.disposition() == null)
			.collect(Collectors.toMap((input) -> input.said().inputId(), WorkedInput::version));
		if (!undecided.isEmpty()) {
			this.drafting.link(plan.id(), undecided, section, null, this.officer.id());
		}
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
			.collect(Collectors.toSet())).isSubsetOf("responsibleOfficer", "consultationId", "decision",
					"proceedWithGaps", "coverage", "sufficient", "meetingIds", "meetingId", "invitationId",
					"inputPeriodId", "planId", "referralDue", "referralId", "priorityOrganisationsSilent",
					"everyInputHasDisposition", "registrationId", "newOfficer", "nrOfInstances", "nrOfActiveInstances",
					"nrOfCompletedInstances", "loopCounter");
	}

}
