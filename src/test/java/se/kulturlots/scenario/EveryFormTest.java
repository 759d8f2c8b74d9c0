package se.kulturlots.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.core.Afterwards;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.TopicKind;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.Plans;
import se.kulturlots.scenario.BadAnswers.BadAnswer;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tries bad answers on every form there is, by both doors of the engine, in the middle of
 * a cycle that goes on with good ones, into which characters have been pasted that nobody
 * sees.
 */
@KulturlotsTest
class EveryFormTest {

	/** Before which task which processes can be started by hand too. */
	private static final Map<String, List<String>> STARTS = Map.of("planCycle", List.of("consultationCycle"),
			"collectOrganisations", List.of("inventory"), "planMeeting",
			List.of("meeting", "invitation", "inputPeriod"), "writeDraft", List.of("planDrafting"), "prepareDecision",
			List.of("planApproval"), "reviewAnswers", List.of("feedback"));

	@Autowired
	Afterwards afterwards;

	@Autowired
	SampleCycles cycles;

	@Autowired
	CyclePlayer player;

	@Autowired
	Meetings meetings;

	@Autowired
	RegistrationService desk;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	RuntimeService runtime;

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identity;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Processes processes;

	@Autowired
	Plans plans;

	@Autowired
	Cases cases;

	SampleCycle cycle;

	/** One without a cycle, whose processes are started by hand. */
	SampleCycle stepwise;

	final Map<String, Resource> all = new HashMap<>();

	final Set<String> untried = new HashSet<>();

	final List<String> faults = new ArrayList<>();

	@BeforeEach
	void start() throws IOException {
		for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form")) {
			if (!form.getURL().getPath().contains("/test-classes/")) {
				this.all.put(form.getFilename().replace(".form", ""), form);
			}
		}
		this.untried.addAll(this.all.keySet());
		this.cycle = this.cycles.start();
		this.jdbc.sql("update organisation set priority_group = 'YOUTH' where authority_id = :authority")
			.param("authority", this.cycle.authority().id())
			.update();
		Id begun = this.processes.startWithAnswers(new ProcessKey("inventory"), this.cycle.officer(),
				goodStart("startInventory"));
		this.stepwise = this.cycles.of(this.cycle.authority(), this.cycle.officer(), new CaseId(begun.value()));
		this.cases.run();
		this.stepwise.beforeTask("collectOrganisations");
		complete(begun, "collectOrganisations", "confirmInvitees");
	}

	@Test
	void badAnswersAreRefusedWithASentenceAndTheTaskStays() {
		this.cycle.story()
			.answering("collectOrganisations", Map.of("proceedWithGaps", false))
			.before("writeInvitation", this::registerWithTopic)
			.watchedBy((task, good) -> {
				STARTS.getOrDefault(task.getTaskDefinitionKey(), List.of()).forEach(this::tryStart);
				tryTask(task, good);
			})
			.typedBy(this::withSteeringCharacters)
			.toTheEnd();
		assertThat(this.faults).isEmpty();
		assertThat(SteeringCharacters.storedFor(this.jdbc, this.cycle.authority().id())).isEmpty();
		assertThat(this.untried).as("forms not tried").isEmpty();
	}

	private void tryTask(Task task, Map<String, Object> good) {
		String form = task.getTaskDefinitionKey();
		if (this.untried.remove(form)) {
			tryAll(form, good, (answers) -> this.forms.submitTaskForm(task.getId(), answers),
					(answers) -> this.tasks.complete(task.getId(), answers));
			assertThat(this.tasks.createTaskQuery().taskId(task.getId()).count()).as(form + " still open").isOne();
		}
	}

	private void tryStart(String processKey) {
		ProcessDefinition definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(processKey)
			.latestVersion()
			.singleResult();
		String form = this.forms.getStartFormData(definition.getId()).getCamundaFormRef().getKey();
		if (this.untried.remove(form)) {
			bringThere(form);
			this.identity.setAuthentication(this.cycle.officer().id(), List.of("officer"),
					List.of(this.cycle.authority().id()));
			try {
				tryStart(definition, form);
			}
			finally {
				this.identity.clearAuthentication();
			}
		}
	}

	private void tryStart(ProcessDefinition definition, String form) {
		Map<String, Object> good = goodStart(form);
		tryAll(form, good, (answers) -> this.forms.submitStartForm(definition.getId(), answers),
				(answers) -> this.runtime.startProcessInstanceByKey(definition.getKey(), answers));
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			Throwable refusal = catchThrowable(() -> this.forms.submitStartForm(definition.getId(), good));
			if (refusal != null) {
				this.faults.add(form + ": good answers refused: " + refusal);
			}
		});
	}

	/** What a form that chooses from consultations needs one to have come to. */
	private void bringThere(String form) {
		Plan plan = this.plans.findByConsultationId(this.stepwise.id()).orElse(null);
		if (form.equals("startPlanApproval")) {
			Id begun = this.processes.startWithAnswers(new ProcessKey("planDrafting"), this.cycle.officer(),
					Map.of("caseId", this.stepwise.id().toString()));
			this.cases.run();
			this.stepwise.beforeTask("writeDraft");
			complete(begun, "writeDraft", "reviewDraft");
		}
		else if (form.equals("startFeedback")) {
			this.processes.startWithAnswers(new ProcessKey("planApproval"), this.cycle.officer(),
					Map.of("caseId", this.stepwise.id().toString()));
			this.cases.run();
			complete(plan.id(), "prepareDecision", "signOff", "recordCommitteeDecision", "recordFullCouncilDecision",
					"submitToArtsCouncil");
		}
	}

	private void complete(Id id, String... tasks) {
		for (String task : tasks) {
			this.cases.complete(id, task, this.player.of(this.stepwise.id()).usual(task));
		}
	}

	private Map<String, Object> goodStart(String form) {
		if (form.equals("startInventory")) {
			return Map.of("title", "En annan plan", "subject", "Vad ska den andra planen handla om?", "planFrom", 2028,
					"planTo", 2031, "decisionDate", this.player.today().plusDays(330).toString(), "questions",
					"Vad saknas där ni bor?");
		}
		if (form.equals("startConsultation")) {
			return Map.of("title", "En annan plan", "subject", "Vad ska den andra planen handla om?", "planFrom", 2028,
					"planTo", 2031, "decisionDate", this.player.today().plusDays(330).toString());
		}
		Map<String, Object> good = new HashMap<>(Map.of("caseId", this.stepwise.id().toString()));
		if (form.equals("startMeeting")) {
			good.putAll(Map.of("title", "Extra möte", "kind", "DIALOGUE"));
		}
		if (form.equals("startInputPeriod")) {
			good.putAll(Map.of("kind", "INPUT", "opens", this.player.today().plusDays(10).toString(), "lastDay",
					this.player.today().plusDays(40).toString()));
		}
		return good;
	}

	@SafeVarargs
	private void tryAll(String form, Map<String, Object> good, Consumer<Map<String, Object>>... doors) {
		Map<String, String> before = Holdings.of(this.jdbc, this.cycle.authority().id());
		for (BadAnswer bad : BadAnswers.to(this.all.get(form), good)) {
			for (Consumer<Map<String, Object>> door : doors) {
				Throwable refusal = catchThrowable(() -> door.accept(bad.answers()));
				boolean inAnOwnSentence = refusal instanceof AnswersRefused
						&& bad.sentence().matcher(refusal.getMessage()).find();
				if (!inAnOwnSentence) {
					this.faults.add(form + ": " + bad + ": " + refusal);
				}
			}
		}
		assertThat(Holdings.of(this.jdbc, this.cycle.authority().id())).as("after bad answers to " + form)
			.isEqualTo(before);
	}

	private Map<String, Object> withSteeringCharacters(String form, Map<String, Object> good) {
		Map<String, Object> typed = new HashMap<>(good);
		try (InputStream in = this.all.get(form).getInputStream()) {
			for (JsonNode field : new ObjectMapper().readTree(in).findParents("key")) {
				if (field.path("type").asText().startsWith("text")) {
					typed.computeIfPresent(field.path("key").asText(),
							(key, words) -> SteeringCharacters.between((String) words));
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return typed;
	}

	private void registerWithTopic() {
		this.desk.register(this.meetings.of(this.cycle.id()).get(0).id(), UUID.randomUUID(),
				new EmailAddress("anna@forening.example"), Locale.forLanguageTag("sv"),
				new RegistrationDetails("Anna Exempel", null, null, ParticipantKind.CITIZEN, null, TopicKind.IDEA,
						"En scen i varje kommun.", null));
		this.afterwards.run();
	}

}
