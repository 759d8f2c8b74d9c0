package se.kulturlots.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.boot.test.context.TestComponent;

import se.kulturlots.core.AppClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Drives cases in tests: does tasks, fires timers by their id, runs what is waiting. */
@TestComponent
public class Cases {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final ManagementService management;

	private final AppClock clock;

	Cases(RuntimeService runtime, TaskService tasks, ManagementService management, AppClock clock) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.management = management;
		this.clock = clock;
	}

	/**
	 * A running process of an aggregate.
	 * @param processKey the process
	 * @param id the business key
	 * @return the one instance
	 */
	public ProcessInstance instance(String processKey, Object id) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(processKey)
			.processInstanceBusinessKey(id.toString())
			.singleResult();
	}

	/**
	 * Whether a process of an aggregate still runs.
	 * @param processKey the process
	 * @param id the business key
	 * @return whether it does
	 */
	public boolean isRunning(String processKey, Object id) {
		return instance(processKey, id) != null;
	}

	/**
	 * An open task.
	 * @param id the business key of its process
	 * @param taskId its id in the diagram
	 * @return the task, which must be there
	 */
	public Task task(Object id, String taskId) {
		Task task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(id.toString())
			.taskDefinitionKey(taskId)
			.singleResult();
		assertThat(task).as("open task " + taskId).isNotNull();
		return task;
	}

	/**
	 * Does a task as the application, then all that waits to be done at once.
	 * @param id the business key of its process
	 * @param taskId its id in the diagram
	 * @param answers the form's answers
	 */
	public void complete(Object id, String taskId, Map<String, Object> answers) {
		this.tasks.complete(task(id, taskId).getId(), answers);
		run();
	}

	/**
	 * Fires a timer: moves the clock to its due date and executes its job, then all that
	 * waits to be done at once.
	 * @param id the business key of its process
	 * @param activityId the id of the event in the diagram
	 */
	public void fire(Object id, String activityId) {
		Set<String> instances = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(id.toString())
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.collect(Collectors.toSet());
		List<Job> timers = this.management.createJobQuery()
			.timers()
			.active()
			.activityId(activityId)
			.list()
			.stream()
			.filter((job) -> instances.contains(job.getProcessInstanceId()))
			.toList();
		assertThat(timers).as("timer " + activityId).hasSize(1);
		if (timers.get(0).getDuedate().toInstant().isAfter(this.clock.instant())) {
			this.clock.jumpTo(timers.get(0).getDuedate().toInstant());
		}
		this.management.executeJob(timers.get(0).getId());
		run();
	}

	/** Executes all jobs that wait for no time, until none is left. */
	public void run() {
		List<Job> waiting;
		do {
			waiting = this.management.createJobQuery().messages().withRetriesLeft().list();
			waiting.forEach((job) -> {
				// an earlier one may have ended its process
				if (this.management.createJobQuery().jobId(job.getId()).count() > 0) {
					this.management.executeJob(job.getId());
				}
			});
		}
		while (!waiting.isEmpty());
	}

}
