package se.kulturlots.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plans;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Statements;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A consultation without a cycle: the officer starts each process when it is time. */
@KulturlotsTest
class StepByStepTest {

	private static final List<String> CHOSEN_FROM = List.of("inventory", "meeting", "invitation", "inputPeriod",
			"planDrafting", "planApproval", "feedback");

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleCycles cycles;

	@Autowired
	CyclePlayer player;

	@Autowired
	Processes processes;

	@Autowired
	Consultations consultations;

	@Autowired
	Plans plans;

	@Autowired
	Drafting drafting;

	@Autowired
	Cases cases;

	@Autowired
	FormService forms;

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identity;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Statements statements;

	Authority authority;

	Account officer;

	@BeforeEach
	void officer() {
		this.authority = this.authorities.region();
		this.officer = this.accounts.with(this.authority.id(), Role.OFFICER);
	}

	@Test
	void fromAnInventoryByItselfToTheAnswers() {
		CaseId id = begin("inventory", inventory("Biblioteksplan 2028–2031"));
		SampleCycle sample = this.cycles.of(this.authority, this.officer, id);
		sample.organisation("Hembygdsföreningen");
		assertThat(consultation(id).status()).isEqualTo(Status.OPEN);
		assertThat(this.processes.running(this.authority.id(), new ProcessKey("consultationCycle"))).doesNotContain(id);
		assertThat(choices("inventory")).isEmpty();
		assertThat(choices("invitation")).isEmpty();
		sample.beforeTask("collectOrganisations");
		this.cases.complete(id, "collectOrganisations",
				Map.of("proceedWithGaps", true, "gapsReason", "Alla kända är tillfrågade."));
		this.cases.complete(id, "confirmInvitees", Map.of("confirmed", true));
		assertThat(consultation(id).inviteesConfirmedAt()).isNotNull();
		assertThat(choices("invitation")).containsExactly(id.toString());
		assertThat(choices("inputPeriod")).containsExactly(id.toString());
		assertThat(choices("meeting")).containsExactly(id.toString());

		assertThat(choices("planDrafting")).containsExactly(id.toString());
		Object plan = begin("planDrafting", Map.of("caseId", id.toString()));
		assertThat(consultation(id).phase()).isEqualTo(Phase.DRAFT);
		assertThat(choices("planDrafting")).isEmpty();
		assertThat(choices("planApproval")).isEmpty();
		sample.beforeTask("writeDraft");
		this.cases.complete(plan, "writeDraft", Map.of());
		this.cases.complete(plan, "reviewDraft", Map.of("decision", "approved"));

		assertThat(choices("planApproval")).containsExactly(id.toString());
		begin("planApproval", Map.of("caseId", id.toString()));
		assertThat(consultation(id).phase()).isEqualTo(Phase.DECISION);
		for (String task : List.of("prepareDecision", "signOff", "recordCommitteeDecision", "recordFullCouncilDecision",
				"submitToArtsCouncil")) {
			this.cases.complete(plan, task, this.player.of(id).usual(task));
		}

		assertThat(choices("planApproval")).isEmpty();
		assertThat(choices("feedback")).containsExactly(id.toString());
		begin("feedback", Map.of("caseId", id.toString()));
		assertThat(consultation(id).phase()).isEqualTo(Phase.ANSWER);
		this.cases.complete(plan, "reviewAnswers", Map.of("reviewed", true));
		assertThat(consultation(id).status()).isEqualTo(Status.CLOSED);
		CHOSEN_FROM.forEach((process) -> assertThat(choices(process)).as(process).isEmpty());
	}

	@Test
	void aRejectedPlanEndsAConsultationWithoutACycle() {
		CaseId id = begin("inventory", inventory("Idrottspolitiskt program"));
		SampleCycle sample = this.cycles.of(this.authority, this.officer, id);
		// as programs sent it before December 2026
		Object plan = begin("planDrafting", Map.of("consultation", id.toString()));
		sample.beforeTask("writeDraft");
		this.cases.complete(plan, "writeDraft", Map.of());
		this.cases.complete(plan, "reviewDraft", Map.of("decision", "approved"));
		begin("planApproval", Map.of("caseId", id.toString()));
		for (String task : List.of("prepareDecision", "signOff")) {
			this.cases.complete(plan, task, this.player.of(id).usual(task));
		}
		this.cases.complete(plan, "recordCommitteeDecision",
				Map.of("decision", "rejected", "decidedOn", this.player.today().toString(), "paragraph", "§ 7",
						"reference", "KUL 2027/7", "comment", "Planen är för dyr."));
		assertThat(consultation(id).status()).isEqualTo(Status.REJECTED);
	}

	/** In a cycle everything comes by itself, so there is nothing to choose. */
	@Test
	void whatTheCycleDoesItselfIsNotOffered() {
		SampleCycle cycle = this.cycles.start();
		this.authority = cycle.authority();
		this.officer = cycle.officer();
		cycle.story().until("planCycle");
		for (String process : List.of("inventory", "invitation", "planDrafting", "planApproval", "feedback")) {
			assertThat(choices(process)).as(process).isEmpty();
		}
		for (String process : List.of("invitation", "planDrafting", "planApproval", "feedback")) {
			assertThatExceptionOfType(AnswersRefused.class).as(process)
				.isThrownBy(() -> begin(process, Map.of()))
				.withMessage("”Samrådsomgång”: just nu finns inget att välja.");
		}
	}

	@Test
	void startFormsAskTheSameForOneCaseAndForTwenty() {
		prepared(1);
		statements(1);
		Map<String, Integer> one = statements(1);
		prepared(19);
		assertThat(statements(20)).isEqualTo(one);
	}

	private void prepared(int number) {
		for (int i = 0; i < number; i++) {
			this.drafting.prepare(consultation(begin("inventory", inventory("Plan " + UUID.randomUUID().hashCode()))));
		}
	}

	/** How many statements each start form costs, when so many cases can be chosen. */
	private Map<String, Integer> statements(int cases) {
		Map<String, Integer> asked = new TreeMap<>();
		set("consultation set invitees_confirmed_at = null");
		set("plan set stage = 'DRAFTING', published_at = null");
		asked.put("inventory", this.statements.here(() -> choices("inventory")).size());
		set("consultation set invitees_confirmed_at = now()");
		for (String process : List.of("meeting", "invitation", "inputPeriod", "planDrafting")) {
			asked.put(process, statements(process, cases));
		}
		set("plan set stage = 'FIXED', fixed_version = 1");
		asked.put("planApproval", statements("planApproval", cases));
		set("plan set stage = 'DECIDED', published_at = now()");
		asked.put("feedback", statements("feedback", cases));
		return asked;
	}

	private int statements(String process, int cases) {
		return this.statements.here(() -> assertThat(choices(process)).as(process).hasSize(cases)).size();
	}

	private void set(String what) {
		this.jdbc.sql("update " + what + " where authority_id = :authority")
			.param("authority", this.authority.id())
			.update();
	}

	private Map<String, Object> inventory(String title) {
		return Map.of("title", title, "subject", "Vad ska den nya planen handla om?", "planFrom", 2028, "planTo", 2031,
				"decisionDate", this.player.today().plusDays(330).toString(), "questions", "Vad saknas där ni bor?");
	}

	private Consultation consultation(CaseId id) {
		return this.consultations.get(id);
	}

	private CaseId begin(String process, Map<String, Object> answers) {
		CaseId id = new CaseId(this.processes.startWithAnswers(new ProcessKey(process), this.officer, answers).value());
		this.cases.run();
		return id;
	}

	/** What the start form offers. */
	private List<String> choices(String process) {
		this.identity.setAuthentication(this.officer.id(), List.of("officer"), List.of(this.authority.id()));
		try {
			String definition = this.repository.createProcessDefinitionQuery()
				.processDefinitionKey(process)
				.latestVersion()
				.singleResult()
				.getId();
			String offered = String.valueOf(this.forms.getStartFormVariables(definition).get("cases"));
			return java.util.regex.Pattern.compile("[0-9a-f-]{36}")
				.matcher(offered)
				.results()
				.map(java.util.regex.MatchResult::group)
				.toList();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

}
