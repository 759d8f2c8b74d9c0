package se.kulturlots.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import se.kulturlots.core.Id;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.SampleSteps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
@ExtendWith(OutputCaptureExtension.class)
class FormGateTest {

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	RepositoryService repository;

	@Autowired
	HistoryService history;

	@Autowired
	IdentityService identity;

	@Autowired
	Accounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleSteps steps;

	String authority;

	@BeforeEach
	void signIn() {
		this.steps.received.clear();
		this.authority = this.authorities.region().id();
		signIn(newOfficer(this.authority), this.authority);
	}

	@AfterEach
	void signOut() {
		this.identity.clearAuthentication();
	}

	@Test
	void theFirstStepMakesTheAggregateHoweverTheProcessIsStarted() {
		ProcessInstance byForm = this.forms.submitStartForm(definition(), Map.of("title", "Kulturplan"));
		ProcessInstance byRest = this.runtime.startProcessInstanceByKey("sample", Map.of("title", "Kulturplan"));
		this.identity.clearAuthentication();
		for (ProcessInstance instance : List.of(byForm, byRest)) {
			String key = this.runtime.createProcessInstanceQuery()
				.processInstanceId(instance.getId())
				.singleResult()
				.getBusinessKey();
			assertThat(UUID.fromString(key)).isNotNull();
			assertThat(this.history.createHistoricVariableInstanceQuery()
				.processInstanceId(instance.getId())
				.variableName("title")
				.count()).isZero();
		}
		assertThat(this.steps.received).containsOnly(new SampleSteps.StartSample("Kulturplan", null));
	}

	@Test
	void aStartThatIsNotAsTheFormSaysIsRefusedAndNothingStarts() {
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.forms.submitStartForm(definition(), Map.of("title", "x", "choice", "two")))
			.withMessage("”Rubrik” måste vara minst 3 tecken. ”Val”: välj något av det som går att välja.");
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.forms.submitStartForm(definition(), Map.of("title", "förbjuden")))
			.withMessage("Ditt konto hör inte till någon myndighet.");
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.runtime
			.startProcessInstanceByKey("sample", UUID.randomUUID().toString(), Map.of("title", "Plan")));
		assertThat(this.runtime.createProcessInstanceQuery().tenantIdIn(this.authority).count()).isZero();
		assertThat(this.steps.received).isEmpty();
	}

	@Test
	void anEarlierVersionIsNotStartedByHand() throws IOException {
		String earlier = definition();
		this.identity.clearAuthentication();
		String later;
		try (InputStream model = this.repository.getProcessModel(earlier)) {
			later = this.repository.createDeployment().addInputStream("later.bpmn", model).deploy().getId();
		}
		try {
			signIn(newOfficer(this.authority), this.authority);
			assertThatExceptionOfType(AnswersRefused.class)
				.isThrownBy(() -> this.forms.submitStartForm(earlier, Map.of("title", "Kulturplan")))
				.withMessageStartingWith("Formuläret har ändrats");
			assertThat(this.steps.received).isEmpty();
		}
		finally {
			this.identity.clearAuthentication();
			this.repository.deleteDeployment(later, true);
		}
		signIn(newOfficer(this.authority), this.authority);
		assertThat(this.forms.submitStartForm(earlier, Map.of("title", "Kulturplan"))).isNotNull();
	}

	@Test
	void theDomainGetsTheAnswersAndTheEngineKeepsOnlyTheDecision() {
		Task task = started();
		Map<String, Object> answers = new HashMap<>(Map.of("decision", "sentBack", "comment", "Skriv om", "seats", 12,
				"day", "2026-12-01", "email", "a@b.example", "sure", true, "title", "skickas tillbaka av webbläsaren"));
		answers.put("languages", SpinValues.jsonValue("[\"fi\"]").create());
		this.forms.submitTaskForm(task.getId(), answers);
		assertThat(this.steps.received).element(1)
			.isEqualTo(new SampleSteps.AnswerSample(SampleSteps.Decision.sentBack, "Skriv om",
					java.math.BigDecimal.valueOf(12), java.time.LocalDate.of(2026, 12, 1), List.of("fi"), "a@b.example",
					true));
		assertThat(this.steps.received).element(2).isInstanceOf(Id.class);
		this.identity.clearAuthentication();
		assertThat(this.history.createHistoricVariableInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.list()).extracting("name").containsExactlyInAnyOrder("decision", "responsibleOfficer", "caseId");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			comment  | x            | ”Beslut” måste fyllas i.
			decision | rejected     | ”Beslut”: välj något av det som går att välja.
			decision | sentBack     | ”Kommentar” måste fyllas i.
			seats    | 0            | ”Platser” måste vara minst 1.
			seats    | 1.5          | ”Platser” är inte rätt ifyllt.
			seats    | många        | ”Platser” måste vara ett tal.
			day      | 2026-02-30   | ”Dag” måste vara ett datum eller en tid som finns.
			languages| sv           | ”Språk” är inte rätt ifyllt.
			email    | inte en adress| ”Mejl” är inte rätt ifyllt.
			sure     | ja           | ”Säker” är inte rätt ifyllt.
			extra    | x            | Fältet ”extra” finns inte i formuläret.
			""")
	void anAnswerThatIsNotAsTheFormSaysIsRefusedAndTheTaskStays(String key, String value, String sentence) {
		Task task = started();
		Map<String, Object> answers = new HashMap<>(Map.of(key, value));
		if (!key.equals("decision") && !key.equals("comment")) {
			answers.put("decision", "approved");
		}
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.forms.submitTaskForm(task.getId(), answers))
			.withMessageContaining(sentence);
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.tasks.complete(task.getId(), answers))
			.withMessageContaining(sentence);
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
		assertThat(this.steps.received).hasSize(1);
	}

	@Test
	void theDomainsRefusalIsASentenceAndTheTaskStays() {
		Task task = started();
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(
					() -> this.forms.submitTaskForm(task.getId(), Map.of("decision", "sentBack", "comment", "vägra")))
			.withMessage("Ditt konto hör inte till någon myndighet.");
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
	}

	@Test
	void theFormShowsFactsThatTheEngineDoesNotKeep() {
		Task task = started();
		assertThat(this.forms.getTaskFormVariables(task.getId())).containsEntry("title", "Fakta om provet");
		assertThat(this.forms.getStartFormVariables(definition())).containsKey("choices");
		assertThat(this.history.createHistoricVariableInstanceQuery().variableName("choices").count()).isZero();
	}

	@Test
	void aColleaguesTaskCannotBeDoneAndErrorsCannotBeRaisedByHand() {
		Task task = started();
		signIn(newOfficer(this.authority), this.authority);
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.forms.submitTaskForm(task.getId(), Map.of("decision", "approved")))
			.withMessageStartingWith("Uppgiften ligger på någon annan");
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.tasks.handleBpmnError(task.getId(), "planNotApproved"));
	}

	@Test
	void aTakenTaskIsGivenBackOrHandedOverByWhoHasItOrByTheManagerOnly() {
		Task task = started();
		String first = task.getAssignee();
		String second = newAccount(this.authority, Role.OFFICER);
		String registrar = newAccount(this.authority, Role.REGISTRAR);
		String stranger = newAccount(this.authorities.region().id(), Role.OFFICER);
		signIn(second, this.authority);
		for (String to : new String[] { second, null }) {
			assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.tasks.claim(task.getId(), to))
				.withMessageStartingWith("Uppgiften ligger på någon annan");
			assertThatExceptionOfType(AuthorizationException.class)
				.isThrownBy(() -> this.tasks.setAssignee(task.getId(), to));
		}
		for (ThrowingCallable way : List.<ThrowingCallable>of(
				() -> this.tasks.deleteUserIdentityLink(task.getId(), first, "assignee"),
				() -> this.tasks.addUserIdentityLink(task.getId(), second, "assignee"),
				() -> this.tasks.deleteCandidateGroup(task.getId(), "officer"),
				() -> this.tasks.delegateTask(task.getId(), second), () -> this.tasks.resolveTask(task.getId()),
				() -> this.tasks.setOwner(task.getId(), second), () -> this.tasks.saveTask(assigned(task, second)))) {
			assertThatExceptionOfType(AuthorizationException.class).isThrownBy(way);
		}
		assertThat(assignee(task)).isEqualTo(first);
		signIn(first, this.authority);
		this.tasks.claim(task.getId(), null);
		assertThat(assignee(task)).isNull();
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.tasks.claim(task.getId(), second))
			.withMessageStartingWith("Bara chefen");
		signIn(second, this.authority);
		this.tasks.claim(task.getId(), second);
		signIn(newAccount(this.authority, Role.MANAGER), this.authority, Role.MANAGER);
		for (String to : List.of(registrar, stranger, "nobody")) {
			assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.tasks.setAssignee(task.getId(), to))
				.withMessageStartingWith("Bara chefen");
		}
		this.tasks.setAssignee(task.getId(), first);
		assertThat(assignee(task)).isEqualTo(first);
	}

	@Test
	void aRefusalIsOneQuietLineWithoutWhatWasTypedAndAFaultIsTold(CapturedOutput log) {
		Task task = started();
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.forms.submitTaskForm(task.getId(),
				Map.of("decision", "approved", "anna@forening.example", "Anna Exempel")));
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(
				() -> this.forms.submitTaskForm(task.getId(), Map.of("decision", "sentBack", "comment", "vägra")));
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.tasks.handleBpmnError(task.getId(), "planNotApproved"));
		assertThat(log.getOut().lines().filter((line) -> line.contains("FailedCommands"))).satisfiesExactly(
				(line) -> assertThat(line).endsWith("SubmitTaskFormCmd refused: workflow.form.refused"),
				(line) -> assertThat(line).endsWith("SubmitTaskFormCmd refused: identity.problem.noAuthority"),
				(line) -> assertThat(line).endsWith("HandleTaskBpmnErrorCmd refused: AuthorizationException"));
		assertThat(log).doesNotContain("ENGINE-", "\tat ", "anna@", "Anna Exempel");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(
				() -> this.forms.submitTaskForm(task.getId(), Map.of("decision", "sentBack", "comment", "fel")));
		assertThat(log).contains("SubmitTaskFormCmd failed", "IllegalStateException", "\tat ");
	}

	private String assignee(Task task) {
		return this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
	}

	private Task assigned(Task task, String account) {
		Task changed = this.tasks.createTaskQuery().taskId(task.getId()).singleResult();
		changed.setAssignee(account);
		return changed;
	}

	@Test
	void anotherAuthorityFindsNeitherTaskNorInstance() {
		Task task = started();
		String other = this.authorities.region().id();
		signIn(newOfficer(other), other);
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).count())
			.isZero();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.forms.submitTaskForm(task.getId(), Map.of("decision", "approved")));
		assertThat(this.steps.received).hasSize(1);
	}

	private Task started() {
		ProcessInstance instance = this.forms.submitStartForm(definition(), Map.of("title", "Kulturplan"));
		return this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
	}

	private String definition() {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionKey("sample")
			.latestVersion()
			.singleResult()
			.getId();
	}

	private String newOfficer(String authorityId) {
		return newAccount(authorityId, Role.OFFICER);
	}

	private String newAccount(String authorityId, Role role) {
		String id = role.group() + "-" + UUID.randomUUID().toString().substring(0, 8);
		this.identity.clearAuthentication();
		this.accounts.create(new Account(id, "Test Person", id + "@region.example", authorityId, Set.of(role)),
				Browser.PASSWORD);
		return id;
	}

	private void signIn(String account, String authorityId) {
		signIn(account, authorityId, Role.OFFICER);
	}

	private void signIn(String account, String authorityId, Role role) {
		this.identity.setAuthentication(account, List.of(role.group()), List.of(authorityId));
	}

}
