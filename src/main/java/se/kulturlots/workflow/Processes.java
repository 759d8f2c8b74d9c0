package se.kulturlots.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.CaseId;
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
	 * @param process which
	 * @param id the aggregate, which becomes the business key
	 * @param caseId the case it belongs to
	 * @param responsibleOfficer whose tasks the officer's are, or null for any officer
	 */
	@Transactional
	public void start(ProcessKey process, UUID id, String authorityId, CaseId caseId,
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
	 * @param process which
	 * @param account who starts it
	 * @param answers the answers by the keys of the form
	 * @return the id of the aggregate that was made
	 * @throws AnswersRefused with a sentence, if the answers cannot be taken
	 */
	@Transactional
	public UUID startWithAnswers(ProcessKey process, Account account, Map<String, Object> answers) {
		return this.asApplication.as(account,
				() -> UUID.fromString(this.runtime.createProcessInstanceByKey(process.value())
					.setVariables(answers)
					.execute()
					.getBusinessKey()));
	}

	/**
	 * Tells the processes of an aggregate that something has happened. Those that do not
	 * wait for it are left alone.
	 * @param id the aggregate
	 * @param message what has happened
	 * @throws OptimisticLockingFailureException if a process moves on at the same moment;
	 * whoever began the transaction may try again
	 */
	@Transactional
	public void tell(UUID id, String authorityId, ProcessMessage message) {
		correlate(id, authorityId, message, Map.of());
	}

	/**
	 * Tells the processes of an aggregate that something has happened, and to what.
	 * @param id the aggregate
	 * @param message what has happened, with a variable
	 * @param value the variable's: an id or a decision, seen only by what it sets off
	 * @throws OptimisticLockingFailureException if a process moves on at the same moment;
	 * whoever began the transaction may try again
	 */
	@Transactional
	public void tell(UUID id, String authorityId, ProcessMessage message, Object value) {
		correlate(id, authorityId, message, Map.of(Objects.requireNonNull(message.variable()).name(), value));
	}

	private void correlate(UUID id, String authorityId, ProcessMessage message, Map<String, Object> variables) {
		this.asApplication.run(() -> this.runtime.createMessageCorrelation(message.name())
			.processInstanceBusinessKey(id.toString())
			.tenantId(authorityId)
			.setVariablesToTriggeredScope(variables)
			.correlateAllWithResult());
	}

	/**
	 * The aggregates of an authority for which a process is under way.
	 * @param processes which; one of them is enough
	 * @return their ids
	 */
	public Set<UUID> running(String authorityId, ProcessKey... processes) {
		return this.asApplication.call(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKeyIn(Stream.of(processes).map(ProcessKey::value).toArray(String[]::new))
			.tenantIdIn(authorityId)
			.list()
			.stream()
			.map((instance) -> UUID.fromString(instance.getBusinessKey()))
			.collect(Collectors.toSet()));
	}

}
