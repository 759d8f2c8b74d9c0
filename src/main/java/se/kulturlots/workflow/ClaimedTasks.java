package se.kulturlots.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.identity.Role;

/** The tasks that somebody has taken. */
@Component
public class ClaimedTasks {

	private final TaskService tasks;

	private final AsApplication asApplication;

	ClaimedTasks(TaskService tasks, AsApplication asApplication) {
		this.tasks = tasks;
		this.asApplication = asApplication;
	}

	/**
	 * Gives back tasks that are no longer somebody's to do, so that their colleagues see
	 * them.
	 * @param accountId who had taken them
	 * @param roles the roles that they still have
	 * @return how many it were
	 */
	@Transactional
	public int release(String accountId, Set<Role> roles) {
		return this.asApplication.call(() -> {
			Set<String> kept = roles.isEmpty() ? Set.of()
					: ids(this.tasks.createTaskQuery()
						.taskAssignee(accountId)
						.taskCandidateGroupIn(roles.stream().map(Role::group).toList())
						.includeAssignedTasks()
						.list());
			List<Task> taken = this.tasks.createTaskQuery().taskAssignee(accountId).list();
			List<Task> released = taken.stream().filter((task) -> !kept.contains(task.getId())).toList();
			released.forEach((task) -> this.tasks.setAssignee(task.getId(), null));
			return released.size();
		});
	}

	private static Set<String> ids(List<Task> tasks) {
		return tasks.stream().map(Task::getId).collect(Collectors.toSet());
	}

}
