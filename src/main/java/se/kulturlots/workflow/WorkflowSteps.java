package se.kulturlots.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What every diagram of the cycle does alike when something about the case changes. */
@Component("workflowSteps")
public class WorkflowSteps {

	/** The variable with the account that a cycle is handed to. */
	public static final ProcessVariable NEW_OFFICER = new ProcessVariable("newOfficer");

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final AsApplication asApplication;

	private final MovedDeadlines movedDeadlines;

	WorkflowSteps(@Lazy TaskService tasks, @Lazy RuntimeService runtime, AsApplication asApplication,
			MovedDeadlines movedDeadlines) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.asApplication = asApplication;
		this.movedDeadlines = movedDeadlines;
	}

	/**
	 * The timers and due dates of a process follow; asked for by diagrams deployed before
	 * December 2026 only.
	 * @param execution the process
	 */
	public void followDeadline(DelegateExecution execution) {
		this.asApplication.run(() -> {
			this.movedDeadlines.moveTimers(execution.getProcessInstanceId());
			this.movedDeadlines.moveDueDates(execution.getProcessInstanceId());
		});
	}

	/**
	 * After the cycle has been handed over: the officer's tasks, open ones and those to
	 * come, in it and in all it has called, go to the new one.
	 * @param execution the cycle, with the new account in the local variable
	 * {@link #NEW_OFFICER}
	 */
	public void followOfficer(DelegateExecution execution) {
		String officer = NEW_OFFICER.in(execution);
		String before = CaseVariables.RESPONSIBLE_OFFICER.in(execution);
		this.asApplication.run(() -> this.runtime.createProcessInstanceQuery()
			.rootProcessInstanceId(execution.getProcessInstance().getId())
			.list()
			.forEach((instance) -> {
				this.runtime.setVariable(instance.getId(), CaseVariables.RESPONSIBLE_OFFICER.name(), officer);
				if (before != null) {
					this.tasks.createTaskQuery()
						.processInstanceId(instance.getId())
						.taskAssignee(before)
						.list()
						.forEach((task) -> this.tasks.setAssignee(task.getId(), officer));
				}
			}));
	}

}
