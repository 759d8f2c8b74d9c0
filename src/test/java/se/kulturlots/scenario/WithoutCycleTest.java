package se.kulturlots.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.PlanId;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A consultation whose processes run alone is handed over and cancelled as one with a
 * cycle.
 */
@KulturlotsTest
class WithoutCycleTest {

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
	Cycle cycle;

	@Autowired
	Drafting drafting;

	@Autowired
	Meetings meetings;

	@Autowired
	Cases cases;

	@Autowired
	RuntimeService runtime;

	@Autowired
	HistoryService history;

	@Autowired
	TaskService tasks;

	@Autowired
	JdbcClient jdbc;

	Authority authority;

	Account officer;

	Account other;

	Id id;

	CaseId caseId;

	SampleCycle sample;

	@BeforeEach
	void aCaseWithoutACycle() {
		this.authority = this.authorities.region();
		this.officer = this.accounts.with(this.authority.id(), Role.OFFICER);
		this.other = this.accounts.with(this.authority.id(), Role.OFFICER);
		this.id = begin("inventory",
				Map.of("title", "Biblioteksplan", "subject", "Vad ska den nya planen handla om?", "planFrom", 2028,
						"planTo", 2031, "decisionDate", this.player.today().plusDays(330).toString(), "questions",
						"Vad saknas där ni bor?"));
		this.caseId = new CaseId(this.id.value());
		this.sample = this.cycles.of(this.authority, this.officer, this.caseId);
		this.sample.organisation("Hembygdsföreningen");
	}

	@ParameterizedTest
	@ValueSource(strings = { "inventory", "meeting", "invitation", "inputPeriod", "planDrafting", "planApproval",
			"feedback" })
	void whatRunsAloneIsHandedOverAndEndsWithItsCase(String process) {
		Id begun = bring(process);
		assertThat(running()).isOne();

		this.cycle.handOver(this.authority.id(), this.caseId, this.other.id());
		this.cases.run();
		assertThat(open()).isNotEmpty().extracting(Task::getAssignee).containsOnly(this.other.id());

		boolean invited = process.equals("invitation");
		for (String task : invited ? List.of("writeInvitation", "approveInvitation") : List.<String>of()) {
			this.cases.complete(begun, task, this.player.of(this.caseId).usual(task));
		}

		this.cycle.cancel(this.authority.id(), this.caseId, "Tidplanen har ändrats.");
		this.cases.run();
		assertThat(running()).isZero();
		assertThat(open()).isEmpty();
		assertThat(this.consultations.get(this.caseId).status()).isEqualTo(Status.CANCELLED);
		assertThat(this.meetings.of(this.caseId)).extracting(Meeting::status)
			.allMatch(Meeting.Status.CANCELLED::equals);
		assertThat(this.jdbc.sql("select count(*) from mail where case_id = :id and kind = 'consultation-cancelled'")
			.param("id", this.id)
			.query(Integer.class)
			.single()).isEqualTo(invited ? 1 : 0);
		assertThat(this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(this.id.toString())
			.processDefinitionKey("consultationCycle")
			.finished()
			.count()).isOne();
	}

	@Test
	void tasksToComeAreTheNewOfficers() {
		this.cycle.handOver(this.authority.id(), this.caseId, this.other.id());
		this.sample.beforeTask("collectOrganisations");
		this.cases.complete(this.id, "collectOrganisations", this.player.of(this.caseId).usual("collectOrganisations"));
		assertThat(this.cases.task(this.id, "confirmInvitees").getAssignee()).isEqualTo(this.other.id());
	}

	private Id bring(String process) {
		if (process.equals("inventory")) {
			return this.id;
		}
		confirm();
		Map<String, Object> answers = new HashMap<>(Map.of("caseId", this.id.toString()));
		switch (process) {
			case "meeting" -> answers.putAll(Map.of("title", "Extra möte", "kind", "OPEN"));
			case "inputPeriod" -> answers.putAll(Map.of("kind", "INPUT", "opens", this.player.today().toString(),
					"lastDay", this.player.today().plusDays(60).toString()));
			case "planApproval" -> plan("stage = 'FIXED', fixed_version = 1");
			case "feedback" -> plan("stage = 'DECIDED', fixed_version = 1, published_at = now()");
			default -> {
			}
		}
		Id begun = begin(process, answers);
		if (process.equals("inputPeriod")) {
			this.cases.fire(begun, "inputOpens");
			while (open().isEmpty()) {
				this.cases.fire(begun, "reminderOrLastDay");
			}
		}
		return begun;
	}

	private void confirm() {
		this.sample.beforeTask("collectOrganisations");
		for (String task : List.of("collectOrganisations", "confirmInvitees")) {
			this.cases.complete(this.id, task, this.player.of(this.caseId).usual(task));
		}
	}

	private void plan(String stands) {
		PlanId plan = this.drafting.prepare(this.consultations.get(this.caseId)).id();
		this.jdbc.sql("update plan set " + stands + " where id = :id").param("id", plan).update();
	}

	private Id begin(String process, Map<String, Object> answers) {
		Id begun = this.processes.startWithAnswers(new ProcessKey(process), this.officer, answers);
		this.cases.run();
		return begun;
	}

	private long running() {
		return this.runtime.createProcessInstanceQuery()
			.variableValueEquals("caseId", this.id.toString())
			.rootProcessInstances()
			.count();
	}

	private List<Task> open() {
		return this.tasks.createTaskQuery().processVariableValueEquals("caseId", this.id.toString()).list();
	}

}
