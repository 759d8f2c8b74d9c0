package se.kulturlots.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What modules may ask of the processes, without knowing the engine. */
@Component
public class Processes {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final TenantOfCase tenantOfCase;

	private final AsApplication asApplication;

	Processes(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TenantOfCase tenantOfCase,
			AsApplication asApplication) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.tenantOfCase = tenantOfCase;
		this.asApplication = asApplication;
	}

	/**
	 * Starts a process for an aggregate that exists.
	 * @param processKey the process
	 * @param id the aggregate, which becomes the business key
	 * @param authorityId whose case it is
	 * @param responsibleOfficer whose tasks the officer's are, or null for any officer
	 */
	@Transactional
	public void start(String processKey, UUID id, String authorityId, @Nullable String responsibleOfficer) {
		this.asApplication.run(() -> this.tenantOfCase.running(authorityId,
				() -> this.runtime.createProcessInstanceByKey(processKey)
					.businessKey(id.toString())
					.setVariable(StartOfCase.RESPONSIBLE_OFFICER, responsibleOfficer)
					.execute()));
	}

	/**
	 * Tells the processes of an aggregate that something has happened. Those that do not
	 * wait for it are left alone.
	 * @param id the aggregate
	 * @param authorityId whose case it is
	 * @param message the name of the message in the diagrams
	 * @param variables ids and decisions for what the message sets off, seen only there
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
	 * The open tasks of some aggregates, by due date.
	 * @param ids the aggregates
	 * @param authorityId whose cases they are
	 * @return at most a few hundred
	 */
	public List<OpenTask> openTasks(List<UUID> ids, String authorityId) {
		if (ids.isEmpty()) {
			return List.of();
		}
		String[] keys = ids.stream().map(UUID::toString).toArray(String[]::new);
		return this.asApplication.call(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKeyIn(keys)
			.tenantIdIn(authorityId)
			.active()
			.orderByDueDate()
			.asc()
			.listPage(0, 500)
			.stream()
			.map(Processes::open)
			.toList());
	}

	private static OpenTask open(Task task) {
		Date due = task.getDueDate();
		return new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getName(), task.getAssignee(),
				(due != null) ? due.toInstant() : null);
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

	/**
	 * A task that waits for somebody.
	 *
	 * @param id the engine's id
	 * @param key its id in the diagram
	 * @param name its Swedish name
	 * @param assignee the account it lies on, or null
	 * @param due until when, or null
	 */
	public record OpenTask(String id, String key, String name, @Nullable String assignee, @Nullable Instant due) {
	}

}
