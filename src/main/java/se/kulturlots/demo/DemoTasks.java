package se.kulturlots.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.CaseVariables;
import se.kulturlots.workflow.TaskForms;

/** Does tasks as somebody would in Tasklist: signed in, through the forms. */
@Component
@Profile("demo")
public class DemoTasks {

	private static final int MOST = 200;

	private final IdentityService identity;

	private final RepositoryService repository;

	private final FormService forms;

	private final TaskForms taskForms;

	private final TaskService tasks;

	private final ManagementService management;

	private final HistoryService history;

	DemoTasks(IdentityService identity, RepositoryService repository, FormService forms, TaskForms taskForms,
			TaskService tasks, ManagementService management, HistoryService history) {
		this.identity = identity;
		this.repository = repository;
		this.forms = forms;
		this.taskForms = taskForms;
		this.tasks = tasks;
		this.management = management;
		this.history = history;
	}

	/** Starts a process. */
	public void start(String process, Account account, Map<String, Object> answers) {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
		as(account, () -> this.forms.submitStartForm(definition, answers));
		goOn();
	}

	/**
	 * The open tasks of a consultation; people are invited to meetings that are planned.
	 */
	public List<Task> open(CaseId consultationId) {
		return this.tasks.createTaskQuery()
			.processVariableValueEquals(CaseVariables.CASE.name(), consultationId.toString())
			.orderByTaskCreateTime()
			.asc()
			.listPage(0, MOST)
			.stream()
			.sorted(Comparator.comparing((task) -> task.getTaskDefinitionKey().equals("writeInvitation")))
			.toList();
	}

	/** How often such a task of a consultation has been done. */
	int done(CaseId consultationId, String key) {
		return (int) this.history.createHistoricTaskInstanceQuery()
			.processVariableValueEquals(CaseVariables.CASE.name(), consultationId.toString())
			.taskDefinitionKey(key)
			.finished()
			.count();
	}

	/** The role that a task waits for. */
	String role(Task task) {
		return this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter((group) -> group != null)
			.findFirst()
			.orElse(Role.OFFICER.group());
	}

	/** Takes a task and completes it. */
	public void complete(Task task, Account account, Map<String, Object> answers) {
		as(account, () -> {
			if (!account.id().equals(task.getAssignee())) {
				this.tasks.claim(task.getId(), account.id());
			}
			this.taskForms.complete(account, task.getId(), new HashMap<>(answers));
			return task;
		});
		goOn();
	}

	/**
	 * What the engine would do by itself by now; its own threads do not run meanwhile.
	 */
	void goOn() {
		List<Job> jobs = due();
		while (!jobs.isEmpty()) {
			jobs.forEach(this::execute);
			jobs = due();
		}
	}

	private void execute(Job job) {
		// an earlier one may have ended its process
		if (isThere(job)) {
			try {
				this.management.executeJob(job.getId());
			}
			catch (RuntimeException ex) {
				// what the engine's threads had begun they end; until then it is due
				if (!(ex instanceof OptimisticLockingException) && isThere(job)) {
					throw ex;
				}
			}
		}
	}

	private boolean isThere(Job job) {
		return this.management.createJobQuery().jobId(job.getId()).count() > 0;
	}

	private List<Job> due() {
		return this.management.createJobQuery().active().executable().orderByJobDuedate().asc().listPage(0, MOST);
	}

	/** Does something as somebody who is signed in. */
	<T> T as(Account account, Supplier<T> action) {
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
		this.identity.setAuthentication(account.id(), account.roles().stream().map(Role::group).toList(),
				List.of(account.authority()));
		try {
			return action.get();
		}
		finally {
			this.identity.clearAuthentication();
			SecurityContextHolder.clearContext();
		}
	}

}
