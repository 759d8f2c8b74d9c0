package se.kulturlots.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.identity.Account;

/** What modules may ask of the processes, without knowing the engine. */
@Component
public class Processes {

	/** Kept in the engine's history. */
	private static final String ENDED_WITH_CASE = "case cancelled";

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final RepositoryService repository;

	private final TenantOfCase tenantOfCase;

	private final AsApplication asApplication;

	Processes(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy RepositoryService repository,
			TenantOfCase tenantOfCase, AsApplication asApplication) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.repository = repository;
		this.tenantOfCase = tenantOfCase;
		this.asApplication = asApplication;
	}

	/**
	 * Starts a process for an aggregate that exists.
	 * @param process which
	 * @param id the aggregate, which becomes the business key
	 * @param responsibleOfficer whose tasks the officer's are, or null for any officer
	 */
	@Transactional
	public void start(ProcessKey process, Id id, String authorityId, CaseId caseId,
			@Nullable String responsibleOfficer) {
		this.asApplication.run(() -> this.tenantOfCase.running(authorityId,
				() -> this.runtime.createProcessInstanceByKey(process.value())
					.businessKey(id.toString())
					.setVariable(CaseVariables.RESPONSIBLE_OFFICER.name(), responsibleOfficer)
					.setVariable(CaseVariables.CASE.name(), caseId.toString())
					.execute()));
	}

	/**
	 * Starts a process with the answers of its start form, as Tasklist and REST do.
	 * Whoever calls has shown what it mails to many.
	 * @param process which
	 * @param account who starts it
	 * @param answers the answers by the keys of the form
	 * @return the id of the aggregate that was made
	 * @throws AnswersRefused with a sentence, if the answers cannot be taken
	 */
	@Transactional
	public Id startWithAnswers(ProcessKey process, Account account, Map<String, Object> answers) {
		return this.asApplication.as(account,
				() -> ShownFirst.during(() -> Id.parse(this.runtime.createProcessInstanceByKey(process.value())
					.setVariables(answers)
					.execute()
					.getBusinessKey())));
	}

	/**
	 * Tells the processes of an aggregate that something has happened. Those that do not
	 * wait for it are left alone.
	 * @param id the aggregate
	 * @param message what has happened
	 * @return whether any waited for it
	 * @throws OptimisticLockingFailureException if a process moves on at the same moment;
	 * whoever began the transaction may try again
	 */
	@Transactional
	public boolean tell(Id id, String authorityId, ProcessMessage message) {
		return correlate(id, authorityId, message, Map.of());
	}

	/**
	 * Tells the processes of an aggregate that something has happened, and to what.
	 * @param id the aggregate
	 * @param message what has happened, with a variable
	 * @param value the variable's: an id or a decision, seen only by what it sets off
	 * @return whether any waited for it
	 * @throws OptimisticLockingFailureException if a process moves on at the same moment;
	 * whoever began the transaction may try again
	 */
	@Transactional
	public boolean tell(Id id, String authorityId, ProcessMessage message, Object value) {
		return correlate(id, authorityId, message, Map.of(Objects.requireNonNull(message.variable()).name(), value));
	}

	private boolean correlate(Id id, String authorityId, ProcessMessage message, Map<String, Object> variables) {
		return this.asApplication.call(() -> !this.runtime.createMessageCorrelation(message.name())
			.processInstanceBusinessKey(id.toString())
			.tenantId(authorityId)
			.setVariablesToTriggeredScope(variables)
			.correlateAllWithResult()
			.isEmpty());
	}

	/**
	 * Begins a process with what it does when something happens, in a case where none of
	 * its kind is under way to be told.
	 * @param process which
	 * @param id the aggregate, which becomes the business key
	 * @param message what has happened
	 */
	@Transactional
	public void startWith(ProcessKey process, Id id, String authorityId, CaseId caseId, ProcessMessage message) {
		this.asApplication.run(() -> this.tenantOfCase.running(authorityId,
				() -> this.runtime.createProcessInstanceByKey(process.value())
					.businessKey(id.toString())
					.setVariable(CaseVariables.RESPONSIBLE_OFFICER.name(), null)
					.setVariable(CaseVariables.CASE.name(), caseId.toString())
					.startBeforeActivity(startOf(process, message))
					.execute()));
	}

	/** The event in a diagram that waits for a message. */
	private String startOf(ProcessKey process, ProcessMessage message) {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process.value())
			.latestVersion()
			.singleResult()
			.getId();
		return this.repository.getBpmnModelInstance(definition)
			.getModelElementsByType(StartEvent.class)
			.stream()
			.filter((start) -> start.getChildElementsByType(MessageEventDefinition.class)
				.stream()
				.anyMatch((waits) -> waits.getMessage().getName().equals(message.name())))
			.findFirst()
			.orElseThrow()
			.getId();
	}

	/**
	 * Ends what is under way in a case besides one process and what that has called.
	 * @param process the one that goes on
	 */
	@Transactional
	public void endOthers(String authorityId, CaseId caseId, ProcessKey process) {
		this.asApplication.run(() -> CaseInstances.query(this.runtime, authorityId, caseId)
			.rootProcessInstances()
			.processDefinitionKeyNotIn(process.value())
			.list()
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), ENDED_WITH_CASE)));
	}

	/**
	 * The officer's tasks of a case, open ones and those to come, go to another officer.
	 * @param officer the id of an account
	 */
	@Transactional
	public void handOver(String authorityId, CaseId caseId, String officer) {
		this.asApplication.run(() -> {
			Map<String, @Nullable Object> before = new HashMap<>();
			List<ProcessInstance> instances = CaseInstances.query(this.runtime, authorityId, caseId).list();
			if (instances.isEmpty()) {
				return;
			}
			this.runtime.createVariableInstanceQuery()
				.processInstanceIdIn(instances.stream().map(ProcessInstance::getId).toArray(String[]::new))
				.variableName(CaseVariables.RESPONSIBLE_OFFICER.name())
				.list()
				.forEach((variable) -> before.put(variable.getProcessInstanceId(), variable.getValue()));
			this.tasks.createTaskQuery()
				.tenantIdIn(authorityId)
				.processVariableValueEquals(CaseVariables.CASE.name(), caseId.toString())
				.taskAssigned()
				.list()
				.stream()
				.filter((task) -> task.getAssignee().equals(before.get(task.getProcessInstanceId())))
				.forEach((task) -> this.tasks.setAssignee(task.getId(), officer));
			instances.forEach((instance) -> this.runtime.setVariable(instance.getId(),
					CaseVariables.RESPONSIBLE_OFFICER.name(), officer));
		});
	}

	/**
	 * The aggregates of an authority for which a process is under way.
	 * @param processes which; one of them is enough
	 * @return their ids
	 */
	public Set<Id> running(String authorityId, ProcessKey... processes) {
		return this.asApplication.call(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKeyIn(Stream.of(processes).map(ProcessKey::value).toArray(String[]::new))
			.tenantIdIn(authorityId)
			.list()
			.stream()
			.map((instance) -> Id.parse(instance.getBusinessKey()))
			.collect(Collectors.toSet()));
	}

}
