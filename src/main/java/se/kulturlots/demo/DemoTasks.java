package se.kulturlots.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** Does tasks as somebody would in Tasklist: signed in, through the forms. */
@Component
@Profile("demo")
class DemoTasks {

	private final IdentityService identity;

	private final RepositoryService repository;

	private final FormService forms;

	private final TaskService tasks;

	private final ManagementService management;

	DemoTasks(IdentityService identity, RepositoryService repository, FormService forms, TaskService tasks,
			ManagementService management) {
		this.identity = identity;
		this.repository = repository;
		this.forms = forms;
		this.tasks = tasks;
		this.management = management;
	}

	/**
	 * Starts a process.
	 * @return the id of the case
	 */
	UUID start(String process, Account account, Map<String, Object> answers) {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
		ProcessInstance started = as(account, () -> this.forms.submitStartForm(definition, answers));
		goOn();
		return UUID.fromString(started.getBusinessKey());
	}

	/** Takes the oldest such task and completes it. */
	void complete(String key, Account account, Map<String, Object> answers) {
		Task task = this.tasks.createTaskQuery()
			.taskDefinitionKey(key)
			.tenantIdIn(account.authority())
			.orderByTaskCreateTime()
			.asc()
			.listPage(0, 1)
			.get(0);
		as(account, () -> {
			if (!account.id().equals(task.getAssignee())) {
				this.tasks.claim(task.getId(), account.id());
			}
			this.forms.submitTaskForm(task.getId(), answers);
			return task;
		});
		goOn();
	}

	/** What the engine does by itself; its own threads do not run yet. */
	private void goOn() {
		List<Job> jobs = this.management.createJobQuery().messages().withRetriesLeft().list();
		while (!jobs.isEmpty()) {
			jobs.forEach((job) -> this.management.executeJob(job.getId()));
			jobs = this.management.createJobQuery().messages().withRetriesLeft().list();
		}
	}

	private <T> T as(Account account, Supplier<T> action) {
		this.identity.setAuthentication(account.id(), account.roles().stream().map(Role::group).toList(),
				List.of(account.authority()));
		try {
			return action.get();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

}
