package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.identity.Account;

/** What modules may ask of the processes, without knowing the engine. */
@Component
public class Processes {

	private final RuntimeService runtime;

	private final TenantOfCase tenantOfCase;

	private final AsApplication asApplication;

	Processes(@Lazy RuntimeService runtime, TenantOfCase tenantOfCase, AsApplication asApplication) {
		this.runtime = runtime;
		this.tenantOfCase = tenantOfCase;
		this.asApplication = asApplication;
	}

	/**
	 * Starts a process for an aggregate that exists.
	 * @param processKey the process
	 * @param id the aggregate, which becomes the business key
	 * @param authorityId whose case it is
	 * @param caseId the case it belongs to
	 * @param responsibleOfficer whose tasks the officer's are, or null for any officer
	 */
	@Transactional
	public void start(String processKey, UUID id, String authorityId, UUID caseId,
			@Nullable String responsibleOfficer) {
		this.asApplication.run(() -> this.tenantOfCase.running(authorityId,
				() -> this.runtime.createProcessInstanceByKey(processKey)
					.businessKey(id.toString())
					.setVariable(StartOfCase.RESPONSIBLE_OFFICER, responsibleOfficer)
					.setVariable(StartOfCase.CASE, caseId.toString())
					.execute()));
	}

	/**
	 * Starts a process with the answers of its start form, as Tasklist and REST do.
	 * @param processKey the process
	 * @param account who starts it
	 * @param answers the answers by the keys of the form
	 * @return the id of the aggregate that was made
	 * @throws AnswersRefused with a sentence, if the answers cannot be taken
	 */
	@Transactional
	public UUID startWithAnswers(String processKey, Account account, Map<String, Object> answers) {
		return this.asApplication.as(account, () -> UUID.fromString(
				this.runtime.createProcessInstanceByKey(processKey).setVariables(answers).execute().getBusinessKey()));
	}

	/**
	 * Tells the processes of an aggregate that something has happened. Those that do not
	 * wait for it are left alone.
	 * @param id the aggregate
	 * @param authorityId whose case it is
	 * @param message the name of the message in the diagrams
	 * @param variables ids and decisions for what the message sets off, seen only there
	 * @throws OptimisticLockingFailureException if a process moves on at the same moment;
	 * whoever began the transaction may try again
	 */
	@Transactional
	public void tell(UUID id, String authorityId, String message, Map<String, Object> variables) {
		this.asApplication.run(() -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(id.toString())
			.tenantId(authorityId)
			.setVariablesToTriggeredScope(variables)
			.correlateAllWithResult());
	}

	/**
	 * Whether a process is under way for an aggregate.
	 * @param processKey the process
	 * @param id the aggregate
	 * @param authorityId whose case it is
	 * @return whether one runs
	 */
	public boolean isRunning(String processKey, UUID id, String authorityId) {
		return this.asApplication.call(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(processKey)
			.processInstanceBusinessKey(id.toString())
			.tenantIdIn(authorityId)
			.count() > 0);
	}

	/**
	 * The process instances that a case consists of, as their business keys.
	 * @param id the aggregate of the outermost process
	 * @param authorityId whose case it is
	 * @return its own id and those of all running processes it has called
	 */
	public List<UUID> caseIds(UUID id, String authorityId) {
		return this.asApplication.call(() -> {
			List<ProcessInstance> roots = this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(id.toString())
				.tenantIdIn(authorityId)
				.list();
			return roots.stream()
				.flatMap((root) -> this.runtime.createProcessInstanceQuery()
					.tenantIdIn(authorityId)
					.rootProcessInstanceId(root.getRootProcessInstanceId())
					.list()
					.stream())
				.map((instance) -> UUID.fromString(instance.getBusinessKey()))
				.distinct()
				.toList();
		});
	}

}
