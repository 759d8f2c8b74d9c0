package se.kulturlots.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.SampleSteps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
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
		assertThat(this.steps.received).element(2).isInstanceOf(UUID.class);
		this.identity.clearAuthentication();
		assertThat(this.history.createHistoricVariableInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.list()).extracting("name").containsExactlyInAnyOrder("decision", "responsibleOfficer", "consultationId");
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
		String id = "officer-" + UUID.randomUUID().toString().substring(0, 8);
		this.identity.clearAuthentication();
		this.accounts.create(new Account(id, "Test Person", id + "@region.example", authorityId, Set.of(Role.OFFICER)),
				"kulturlots-demo");
		return id;
	}

	private void signIn(String account, String authorityId) {
		this.identity.setAuthentication(account, List.of("officer"), List.of(authorityId));
	}

}
