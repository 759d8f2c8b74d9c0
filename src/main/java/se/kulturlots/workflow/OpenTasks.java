package se.kulturlots.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** The tasks that wait, in a few statements whatever their number. */
@Component
public class OpenTasks {

	private static final int MOST = 500;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final AsApplication asApplication;

	OpenTasks(TaskService tasks, RuntimeService runtime, RepositoryService repository, AsApplication asApplication) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.repository = repository;
		this.asApplication = asApplication;
	}

	/**
	 * What somebody may do: their own tasks, and the free ones of their roles.
	 * @param account who
	 * @return by due date
	 */
	public List<OpenTask> of(Account account) {
		return list(account,
				query().or()
					.taskAssignee(account.id())
					.taskCandidateGroupIn(account.roles().stream().map(Role::group).toList())
					.endOr())
			.stream()
			.filter((task) -> task.assignee() == null || task.assignee().equals(account.id()))
			.toList();
	}

	/**
	 * What lies on some other accounts and is for a role of somebody's.
	 * @param account who could take it
	 * @param holders the ids of the accounts it lies on
	 * @return by due date
	 */
	public List<OpenTask> heldBy(Account account, Collection<String> holders) {
		return holders.isEmpty() ? List.of() : this.asApplication
			.call(() -> read(query().tenantIdIn(account.authority()).taskAssigneeIn(holders.toArray(String[]::new))))
			.stream()
			.filter((task) -> account.roles().stream().anyMatch((role) -> role.group().equals(task.role())))
			.toList();
	}

	/**
	 * Some tasks, as far as somebody may see them.
	 * @param account who
	 * @param ids the engine's ids
	 * @return by due date, the others left out
	 */
	public List<OpenTask> of(Account account, Collection<String> ids) {
		return ids.isEmpty() ? List.of() : list(account, query().taskIdIn(ids.toArray(String[]::new)));
	}

	/**
	 * One task of an authority, whoever may do it.
	 * @param id the engine's id
	 * @return nothing if it is done, or another authority's
	 */
	public Optional<OpenTask> find(String authorityId, String id) {
		return this.asApplication.call(() -> read(query().tenantIdIn(authorityId).taskId(id))).stream().findFirst();
	}

	/**
	 * All tasks of a case.
	 * @return by due date
	 */
	public List<OpenTask> ofCase(String authorityId, CaseId caseId) {
		return this.asApplication.call(() -> read(query().tenantIdIn(authorityId)
			.processVariableValueEquals(CaseVariables.CASE.name(), caseId.toString())));
	}

	/**
	 * All tasks of an authority.
	 * @return by due date
	 */
	public List<OpenTask> ofAuthority(String authorityId) {
		return this.asApplication.call(() -> read(query().tenantIdIn(authorityId)));
	}

	/** All tasks of all authorities that are due before an instant, page by page. */
	List<OpenTask> dueBefore(Instant instant, int first, int size) {
		return this.asApplication
			.call(() -> read(this.tasks.createTaskQuery().active().dueBefore(Date.from(instant)).orderByTaskId().asc(),
					first, size));
	}

	private List<OpenTask> list(Account account, TaskQuery query) {
		return this.asApplication.as(account, () -> read(query));
	}

	private TaskQuery query() {
		return this.tasks.createTaskQuery().active().orderByDueDate().asc();
	}

	private List<OpenTask> read(TaskQuery query) {
		return read(query, 0, MOST);
	}

	private List<OpenTask> read(TaskQuery query, int first, int size) {
		List<Task> found = query.listPage(first, size);
		if (found.isEmpty()) {
			return List.of();
		}
		Set<String> instances = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
		return this.asApplication.call(() -> {
			Map<String, CaseId> cases = cases(instances);
			Map<String, Id> subjects = subjects(instances);
			return found.stream()
				.map((task) -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getName(), process(task),
						task.getTenantId(), cases.get(task.getProcessInstanceId()),
						subjects.get(task.getProcessInstanceId()), task.getExecutionId(), task.getAssignee(),
						role(task), task.getCreateTime().toInstant(),
						(task.getDueDate() != null) ? task.getDueDate().toInstant() : null))
				.toList();
		});
	}

	private Map<String, CaseId> cases(Set<String> instances) {
		Map<String, CaseId> cases = new HashMap<>();
		this.runtime.createVariableInstanceQuery()
			.processInstanceIdIn(instances.toArray(String[]::new))
			.variableName(CaseVariables.CASE.name())
			.list()
			.forEach((variable) -> {
				if (variable.getValue() != null) {
					cases.put(variable.getProcessInstanceId(), CaseId.of((String) variable.getValue()));
				}
			});
		return cases;
	}

	private Map<String, Id> subjects(Set<String> instances) {
		Map<String, Id> subjects = new HashMap<>();
		this.runtime.createProcessInstanceQuery().processInstanceIds(instances).list().forEach((instance) -> {
			if (instance.getBusinessKey() != null) {
				subjects.put(instance.getId(), Id.parse(instance.getBusinessKey()));
			}
		});
		return subjects;
	}

	/** The ids in a variable, by where the tasks stand. */
	Map<String, Id> ids(ProcessVariable variable, Collection<OpenTask> tasks) {
		return this.asApplication.call(() -> this.runtime.createVariableInstanceQuery()
			.variableName(variable.name())
			.executionIdIn(tasks.stream().map(OpenTask::execution).distinct().toArray(String[]::new))
			.list()
			.stream()
			.collect(Collectors.toMap(VariableInstance::getExecutionId,
					(each) -> Id.parse(each.getValue().toString()))));
	}

	private static String process(Task task) {
		return task.getProcessDefinitionId().substring(0, task.getProcessDefinitionId().indexOf(':'));
	}

	/** The role stands in the diagram, which the engine keeps in memory. */
	private @Nullable String role(Task task) {
		ProcessDefinitionEntity definition = (ProcessDefinitionEntity) ((RepositoryServiceImpl) this.repository)
			.getDeployedProcessDefinition(task.getProcessDefinitionId());
		return Objects.requireNonNull(definition.getTaskDefinitions().get(task.getTaskDefinitionKey()))
			.getCandidateGroupIdExpressions()
			.stream()
			.map(Expression::getExpressionText)
			.findFirst()
			.orElse(null);
	}

}
