package se.kulturlots.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** The tasks that somebody has taken. */
@Component
public class ClaimedTasks {

	private final TaskService tasks;

	private final AsApplication asApplication;

	private final Absences absences;

	ClaimedTasks(TaskService tasks, AsApplication asApplication, Absences absences) {
		this.tasks = tasks;
		this.asApplication = asApplication;
		this.absences = absences;
	}

	/**
	 * Gives a task that lies on somebody who is away to their stand-in.
	 * @param account the stand-in
	 * @throws TaskProblem if they do not work for them today or have not its role, or the
	 * task lies on another one meanwhile
	 */
	@Transactional
	public void takeOver(Account account, OpenTask task) {
		if (account.roles().stream().noneMatch((role) -> role.group().equals(task.role()))) {
			throw TaskProblem.notYourRole();
		}
		String absent = task.assignee();
		if (absent == null || !account.id().equals(this.absences.today(task.authorityId()).worker(absent))) {
			throw TaskProblem.notYours();
		}
		this.asApplication.run(() -> {
			if (this.tasks.createTaskQuery().taskId(task.id()).taskAssignee(absent).count() == 0) {
				throw TaskProblem.notYours();
			}
			this.tasks.setAssignee(task.id(), account.id());
		});
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
