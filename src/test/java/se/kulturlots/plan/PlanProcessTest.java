package se.kulturlots.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.Dispositions;
import se.kulturlots.consultation.PlanOutline;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Role;
import se.kulturlots.plan.process.PlanDraftingSteps;
import se.kulturlots.plan.process.PlanDraftingSteps.DraftFacts;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

@KulturlotsTest
class PlanProcessTest {

	private static final String OFFICER = "handlaggare";

	private static final Map<String, Object> APPROVED = Map.of("decision", "approved");

	@Autowired
	Cycle cycle;

	@Autowired
	Consultations consultations;

	@Autowired
	PlanDraftingSteps draftingSteps;

	@Autowired
	Drafting drafting;

	@Autowired
	Plans plans;

	@Autowired
	PlanVersions versions;

	@Autowired
	PlanDecisions decisions;

	@Autowired
	Answering answering;

	@Autowired
	PlanAnswers answers;

	@Autowired
	PlanOutline outline;

	@Autowired
	Dispositions dispositions;

	@Autowired
	ApplicationContext context;

	@Autowired
	Processes processes;

	@Autowired
	Cases cases;

	@Autowired
	FormService forms;

	@Autowired
	HistoryService history;

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identity;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	Authority authority;

	Consultation consultation;

	PlanId planId;

	SectionId section;

	SampleInput said;

	@BeforeEach
	void aConsultationWithADraft() {
		this.authority = this.authorities.region();
		LocalDate decision = today().plusDays(300);
		this.consultation = this.cycle.want(this.authority.id(),
				new Wish("Ny kulturplan", "Vad ska planen handla om?", 2028, 2031, decision), null);
		this.cycle.plan(this.consultation.id(), this.cycle.propose(this.authority.id(), decision, true),
				List.of("Vad saknas?"), null, 0);
		this.cycle.open(this.consultation.id());
		this.said = new SampleInput(this.context, this.consultation);
		this.planId = new PlanId(UUID.fromString(this.draftingSteps.preparePlan(this.consultation.id())));
		this.section = this.drafting.addSection(this.planId, "Bibliotek", "Biblioteken är öppna för alla.", OFFICER);
	}

	@AfterEach
	void signOut() {
		this.identity.clearAuthentication();
	}

	private LocalDate today() {
		return this.clock.today(ZoneId.of("Europe/Stockholm"));
	}

	private ProcessInstance start(String processKey) {
		this.processes.start(new ProcessKey(processKey), this.planId, this.authority.id(), this.consultation.id(),
				null);
		ProcessInstance instance = this.cases.instance(processKey, this.planId);
		this.cases.run();
		return instance;
	}

	private Plan plan() {
		return this.plans.get(this.planId);
	}

	private ReceivedItem say(String text, String email, String language) {
		return this.said.say("Bibliotek", text, email, language, false);
	}

	private void draftApproved() {
		start("planDrafting");
		this.cases.complete(this.planId, "writeDraft", Map.of());
		this.cases.complete(this.planId, "reviewDraft", APPROVED);
	}

	private Map<String, Object> decision(String decision, LocalDate day) {
		Map<String, Object> answers = new HashMap<>(Map.of("decision", decision, "decidedOn", day.toString(),
				"paragraph", "§ 42", "reference", "KUN 2026/0123"));
		if (!decision.equals("approved")) {
			answers.put("comment", "Skriv mer om unga.");
		}
		return answers;
	}

	@Test
	void thePlanIsMadeOnceAndTheCycleGoesOnToTheDraft() {
		assertThat(this.draftingSteps.preparePlan(this.consultation.id())).isEqualTo(this.planId.toString());
		assertThat(this.consultations.get(this.consultation.id()).phase()).isEqualTo(Phase.DRAFT);
		assertThat(this.outline.sections(this.consultation.id())).isEmpty();
	}

	@Test
	void aDraftIsReadyWhenSomethingIsDecidedOnEveryInputAndTheManagerAgrees() {
		ReceivedItem open = say("Ha öppet på söndagar", "a@forening.example", "sv");
		ReceivedItem tax = say("Sänk skatten", "b@forening.example", "sv");
		ProcessInstance instance = start("planDrafting");
		assertThat(this.draftingSteps.writeDraftFacts(this.planId).draft()).returns(2, DraftFacts::missing)
			.returns("/staff/consultations/" + this.consultation.id() + "/plan", DraftFacts::planPage);
		this.drafting.link(this.planId, Map.of(open.inputId(), 0), this.section, null, OFFICER);
		this.cases.complete(this.planId, "writeDraft", Map.of());
		assertThat(instance).isWaitingAt("writeDraft").hasNotPassed("reviewDraft");

		this.drafting.decline(this.planId, Map.of(tax.inputId(), 0), "Skatten beslutas inte här.", OFFICER);
		this.cases.complete(this.planId, "writeDraft", Map.of());
		assertThat(instance).isWaitingAt("reviewDraft");
		assertThatExceptionOfType(PlanProblem.class)
			.isThrownBy(() -> this.drafting.addSection(this.planId, "Smyg", "in", OFFICER));
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(this.planId, "reviewDraft", Map.of("decision", "sentBack")))
			.withMessage("”Vad ska ändras?” måste fyllas i.");
		this.cases.complete(this.planId, "reviewDraft", Map.of("decision", "sentBack", "comment", "Skriv mer."));
		assertThat(instance).isWaitingAt("writeDraft");
		assertThat(this.draftingSteps.writeDraftFacts(this.planId).draft().earlierComment()).isEqualTo("Skriv mer.");

		this.cases.complete(this.planId, "writeDraft", Map.of());
		this.cases.complete(this.planId, "reviewDraft", APPROVED);
		assertThat(instance).isEnded().hasPassed("fixVersion", "draftReady");
		assertThat(plan().fixedVersion()).isOne();
		assertThat(this.outline.sections(this.consultation.id())).extracting("heading").containsExactly("Bibliotek");
		assertThat(this.versions.fixed(this.planId, 1)).singleElement()
			.satisfies((fixed) -> assertThat(fixed.inputIds()).containsExactly(open.inputId()));
		assertThat(variables(instance)).containsOnlyKeys("reviewDraftDecision", "everyInputHasDisposition",
				"responsibleOfficer", "caseId");
	}

	@Test
	void anEmptyDraftIsNotHandedOn() {
		SectionId empty = this.drafting.addSection(this.planId, "Konst", "", OFFICER);
		ProcessInstance instance = start("planDrafting");
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(this.planId, "writeDraft", Map.of()))
			.withMessageContaining("Avsnittet ”Konst” saknar text");
		this.drafting.removeSection(this.planId, empty, 1);
		this.drafting.removeSection(this.planId, this.section, 1);
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(this.planId, "writeDraft", Map.of()))
			.withMessageContaining("inga avsnitt");
		assertThat(instance).isWaitingAt("writeDraft");
	}

	@Test
	void aPlanIsApprovedByBothBodiesHandedInAndPublished() {
		draftApproved();
		ProcessInstance instance = start("planApproval");
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Nämnden föreslås anta planen."));
		this.cases.complete(this.planId, "signOff", Map.of("decision", "sentBack", "comment", "Nämn samrådet."));
		assertThat(instance).isWaitingAt("prepareDecision");
		assertThat(plan().proposalComment()).isEqualTo("Nämn samrådet.");
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Efter samråd föreslås planen antas."));
		this.cases.complete(this.planId, "signOff", APPROVED);
		assertThat(instance).isWaitingAt("recordCommitteeDecision");
		assertThat(this.cases.task(this.planId, "recordCommitteeDecision").getDueDate()).isBetween(
				java.sql.Date.valueOf(this.consultation.decisionDate().minusDays(1)),
				java.sql.Date.valueOf(this.consultation.decisionDate().plusDays(1)));
		refused("recordCommitteeDecision", decision("approved", today().plusDays(1)),
				"Datumet ligger i framtiden. Skriv den dag beslutet fattades.");
		this.cases.complete(this.planId, "recordCommitteeDecision", decision("approved", today().minusDays(3)));
		refused("recordFullCouncilDecision", decision("approved", today().minusDays(4)),
				"Fullmäktige kan inte ha beslutat före nämnden.");
		this.cases.complete(this.planId, "recordFullCouncilDecision", decision("approved", today().minusDays(1)));
		Map<String, Object> submitted = new HashMap<>(
				Map.of("submittedOn", today().minusDays(2).toString(), "reference", "KUR 2026/77"));
		refused("submitToArtsCouncil", submitted, "Planen kan inte ha lämnats in innan fullmäktige beslutade.");
		submitted.put("submittedOn", today().toString());
		this.cases.complete(this.planId, "submitToArtsCouncil", submitted);
		assertThat(instance).isEnded().hasPassed("publishPlan", "planDecided");
		assertThat(plan().stage()).isEqualTo(Plan.Stage.DECIDED);
		assertThat(this.decisions.of(this.planId)).extracting("paragraph").containsExactly("§ 42", "§ 42");
		assertThat(variables(instance))
			.containsOnlyKeys("signOffDecision", "committeeDecision", "fullCouncilDecision", "decision",
					"responsibleOfficer", "caseId")
			.containsEntry("decision", "approved");
		assertThatExceptionOfType(PlanProblem.class)
			.isThrownBy(() -> this.drafting.editSection(this.planId, this.section, 1, "Annat", "Annat", OFFICER));
	}

	private void refused(String task, Map<String, Object> answers, String sentence) {
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(this.planId, task, answers))
			.withMessage(sentence);
	}

	@ParameterizedTest
	@CsvSource({ "recordCommitteeDecision", "recordFullCouncilDecision" })
	void aPlanThatIsSentBackIsWrittenAgainAndDecidedInANewVersion(String by) {
		draftApproved();
		ProcessInstance instance = start("planApproval");
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Nämnden föreslås anta planen."));
		this.cases.complete(this.planId, "signOff", APPROVED);
		if (by.equals("recordFullCouncilDecision")) {
			this.cases.complete(this.planId, "recordCommitteeDecision", decision("approved", today()));
		}
		this.cases.complete(this.planId, by, decision("sentBack", today()));
		assertThat(instance).isEnded().hasPassed("planSentBack").hasNotPassed("publishPlan", "planNotApproved");
		assertThat(plan().stage()).isEqualTo(Plan.Stage.DRAFTING);
		assertThat(plan().comment()).isEqualTo("Skriv mer om unga.");
		this.drafting.editSection(this.planId, this.section, 1, "Bibliotek", "Biblioteken är till för unga.", OFFICER);
		draftApproved();
		assertThat(this.versions.of(this.planId)).extracting("number").containsExactly(2, 1);
		assertThat(this.versions.fixed(this.planId, 1)).extracting("text")
			.containsExactly("Biblioteken är öppna för alla.");
		start("planApproval");
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Nämnden föreslås anta planen."));
		this.cases.complete(this.planId, "signOff", APPROVED);
		this.cases.complete(this.planId, "recordCommitteeDecision", decision("approved", today()));
		assertThat(this.decisions.latest(plan(), PlanDecision.Body.COMMITTEE)).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "recordCommitteeDecision", "recordFullCouncilDecision" })
	void aRejectedPlanEndsWithAnError(String by) {
		draftApproved();
		ProcessInstance instance = start("planApproval");
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Nämnden föreslås anta planen."));
		this.cases.complete(this.planId, "signOff", APPROVED);
		if (by.equals("recordFullCouncilDecision")) {
			this.cases.complete(this.planId, "recordCommitteeDecision", decision("approved", today()));
		}
		Map<String, Object> withoutReason = decision("rejected", today());
		withoutReason.remove("comment");
		refused(by, withoutReason, "”Motivering” måste fyllas i.");
		this.cases.complete(this.planId, by, decision("rejected", today()));
		assertThat(instance).isEnded().hasPassed("markRejected", "planNotApproved").hasNotPassed("publishPlan");
		assertThat(plan().stage()).isEqualTo(Plan.Stage.REJECTED);
	}

	@Test
	void aTaskDoneLateStillTakesThePastDates() {
		draftApproved();
		start("planApproval");
		LocalDate committee = this.consultation.decisionDate().minusDays(2);
		this.clock.jumpTo(
				this.consultation.decisionDate().plusDays(40).atStartOfDay(ZoneId.of("Europe/Stockholm")).toInstant());
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Nämnden föreslås anta planen."));
		this.cases.complete(this.planId, "signOff", APPROVED);
		this.cases.complete(this.planId, "recordCommitteeDecision", decision("approved", committee));
		this.cases.complete(this.planId, "recordFullCouncilDecision", decision("approved", committee));
		this.cases.complete(this.planId, "submitToArtsCouncil",
				Map.of("submittedOn", committee.toString(), "reference", "KUR 2026/77"));
		assertThat(plan().stage()).isEqualTo(Plan.Stage.DECIDED);
	}

	@Test
	void theDueDateFollowsTheDayOfDecision() {
		draftApproved();
		start("planApproval");
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Nämnden föreslås anta planen."));
		this.cases.complete(this.planId, "signOff", APPROVED);
		var before = this.cases.task(this.planId, "recordCommitteeDecision").getDueDate();
		Schedule schedule = this.consultations.get(this.consultation.id()).schedule();
		this.cycle.reschedule(this.authority.id(), this.consultation.id(),
				new Schedule(schedule.inventoryLastDay(), schedule.answerLastDay(), schedule.inputOpens(),
						schedule.inputLastDay(), schedule.referralLastDay(), schedule.decisionDate().plusDays(7)));
		this.cases.run();
		assertThat(this.cases.task(this.planId, "recordCommitteeDecision").getDueDate()).isAfter(before);
	}

	@Test
	void everyoneWhoSaidSomethingIsAnsweredInOneMailInTheirLanguage() {
		ReceivedItem open = this.said.say("Bibliotek", "Ha öppet <b>på söndagar</b>", "Anna@forening.example", "sv",
				false);
		this.said.saySame(open, "same@yhdistys.example", "fi");
		ReceivedItem tax = say("Sänk skatten", "anna@forening.example", "sv");
		ReceivedItem paper = say("På papper", null, "sv");
		this.drafting.link(this.planId, Map.of(open.inputId(), 0), this.section, null, OFFICER);
		this.drafting.decline(this.planId, Map.of(tax.inputId(), 0, paper.inputId(), 0), "Skatten beslutas inte här.",
				OFFICER);
		decided();
		ReceivedItem late = say("Försent", "sen@forening.example", "en");

		ProcessInstance instance = start("feedback");
		assertThat(instance).isWaitingAt("reviewAnswers");
		assertThat(this.consultations.get(this.consultation.id()).phase()).isEqualTo(Phase.ANSWER);
		assertThat(this.answering.recipients(plan())).isEqualTo(new Answering.Recipients(4, 3, 1));
		this.answering.edit(this.planId, tax.inputId(), 1, "Skatten beslutar fullmäktige om i budgeten.");
		assertThatExceptionOfType(PlanProblem.class)
			.isThrownBy(() -> this.answering.edit(this.planId, tax.inputId(), 1, "Skriver över"));
		assertThat(this.dispositions.published(this.consultation.id(), List.of(tax.inputId()))).isEmpty();
		refused("reviewAnswers", Map.of(), "”Svaren är genomlästa och kan skickas” måste fyllas i.");
		this.cases.complete(this.planId, "reviewAnswers", Map.of("reviewed", true));
		assertThat(instance).isEnded().hasPassed("sendAnswers", "publishResults");

		Map<String, String> mails = mails();
		assertThat(mails).containsOnlyKeys("anna@forening.example", "same@yhdistys.example", "sen@forening.example");
		assertThat(mails.get("anna@forening.example"))
			.contains("S-2026-0001", "/my/input/", "S-2026-0003", "Skatten beslutar fullmäktige om i budgeten.",
					this.consultation.path() + "/plan#section-" + this.section)
			.doesNotContain("söndagar", "Sänk");
		assertThat(mails.get("same@yhdistys.example"))
			.contains("S-2026-0002", "/fi/my/input/", "/fi" + this.consultation.path() + "/plan")
			.doesNotContain("söndagar");
		assertThat(mails.get("sen@forening.example")).contains("came so late");
		assertThat(this.dispositions.published(this.consultation.id(),
				List.of(open.inputId(), tax.inputId(), paper.inputId(), late.inputId())))
			.hasSize(4)
			.hasEntrySatisfying(open.inputId(), (told) -> {
				assertThat(told.text()).isEqualTo("Synpunkten påverkade avsnittet ”Bibliotek” i planen.");
				assertThat(told.path()).isEqualTo(this.consultation.path() + "/plan#section-" + this.section);
			})
			.hasEntrySatisfying(late.inputId(), (told) -> assertThat(told.path()).isNull());
		this.answering.send(this.planId);
		assertThat(mails()).hasSize(3);
		assertThat(variables(instance)).containsOnlyKeys("responsibleOfficer", "caseId");
	}

	private void decided() {
		draftApproved();
		start("planApproval");
		this.cases.complete(this.planId, "prepareDecision", Map.of("proposal", "Nämnden föreslås anta planen."));
		this.cases.complete(this.planId, "signOff", APPROVED);
		this.cases.complete(this.planId, "recordCommitteeDecision", decision("approved", today()));
		this.cases.complete(this.planId, "recordFullCouncilDecision", decision("approved", today()));
		this.cases.complete(this.planId, "submitToArtsCouncil",
				Map.of("submittedOn", today().toString(), "reference", "KUR 2026/77"));
	}

	private Map<String, String> mails() {
		Map<String, String> found = new HashMap<>();
		this.jdbc.sql("select lower(recipient) recipient, text_body from mail where occasion = :occasion")
			.param("occasion", "plan:" + this.planId)
			.query((rs) -> {
				found.put(rs.getString(1), rs.getString(2));
			});
		return found;
	}

	@Test
	void eachProcessCanBeStartedByItsFormForAConsultationThatIsSoFar() {
		String officer = this.accounts.with(this.authority.id(), Role.OFFICER).id();
		this.identity.setAuthentication(officer, List.of("officer"), List.of(this.authority.id()));
		assertThat(startByForm("planDrafting")).isEqualTo(this.planId.toString());
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> startByForm("planDrafting"))
			.withMessage("”Samrådsomgång”: välj något av det som går att välja.");
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> startByForm("planApproval"))
			.withMessage("”Samrådsomgång”: välj något av det som går att välja.");
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> startByForm("feedback"))
			.withMessage("”Samrådsomgång”: välj något av det som går att välja.");
		this.identity.clearAuthentication();
		this.cases.complete(this.planId, "writeDraft", Map.of());
		this.cases.complete(this.planId, "reviewDraft", APPROVED);
		String other = this.authorities.region().id();
		this.identity.setAuthentication(this.accounts.with(other, Role.OFFICER).id(), List.of("officer"),
				List.of(other));
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> startByForm("planApproval"));
	}

	private String startByForm(String processKey) {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(processKey)
			.latestVersion()
			.singleResult()
			.getId();
		return this.forms.submitStartForm(definition, Map.of("caseId", this.consultation.id().toString()))
			.getBusinessKey();
	}

	private Map<String, Object> variables(ProcessInstance instance) {
		Map<String, Object> found = new HashMap<>();
		for (HistoricVariableInstance variable : this.history.createHistoricVariableInstanceQuery()
			.processInstanceId(instance.getId())
			.list()) {
			found.put(variable.getName(), variable.getValue());
		}
		return found;
	}

}
