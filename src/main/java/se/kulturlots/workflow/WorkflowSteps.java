package se.kulturlots.workflow;

import java.util.Date;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What every diagram of the cycle does alike when something about the case changes. */
@Component("workflowSteps")
public class WorkflowSteps {

	/** A due date that hangs on when the task began and on no deadline. */
	private static final String FROM_BEGINNING = "inWorkingDays";

	private final ManagementService management;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final AsApplication asApplication;

	WorkflowSteps(@Lazy ManagementService management, @Lazy TaskService tasks, @Lazy RuntimeService runtime,
			AsApplication asApplication) {
		this.management = management;
		this.tasks = tasks;
		this.runtime = runtime;
		this.asApplication = asApplication;
	}

	/**
	 * After a deadline has moved: asks the domain again when each timer of the process is
	 * to fire and when each open task is due.
	 * @param execution the process
	 */
	public void followDeadline(DelegateExecution execution) {
		String instance = execution.getProcessInstanceId();
		this.asApplication.run(() -> {
			this.management.createJobQuery()
				.processInstanceId(instance)
				.timers()
				.list()
				.forEach((timer) -> this.management.recalculateJobDuedate(timer.getId(), false));
			this.tasks.createTaskQuery().processInstanceId(instance).list().forEach((task) -> {
				Expression due = ((TaskEntity) task).getTaskDefinition().getDueDateExpression();
				if (due != null && !due.getExpressionText().contains(FROM_BEGINNING)) {
					task.setDueDate((Date) due.getValue(((TaskEntity) task).getExecution()));
					this.tasks.saveTask(task);
				}
			});
		});
	}

	/**
	 * After the cycle has been handed over: the officer's tasks, open ones and those to
	 * come, in it and in all it has called, go to the new one.
	 * @param execution the cycle, with the new account in the local variable
	 * {@code newOfficer}
	 */
	public void followOfficer(DelegateExecution execution) {
		String officer = (String) execution.getVariable("newOfficer");
		String before = (String) execution.getVariable(StartOfCase.RESPONSIBLE_OFFICER);
		this.asApplication.run(() -> this.runtime.createProcessInstanceQuery()
			.rootProcessInstanceId(execution.getProcessInstance().getId())
			.list()
			.forEach((instance) -> {
				this.runtime.setVariable(instance.getId(), StartOfCase.RESPONSIBLE_OFFICER, officer);
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
