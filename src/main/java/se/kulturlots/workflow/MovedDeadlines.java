package se.kulturlots.workflow;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineMoved;

/**
 * What a moved date takes with it in the engine, in the transaction that moves it: the
 * timers of the process it belongs to and the due dates of the case's open tasks, each by
 * evaluating its expression again.
 */
@Component
class MovedDeadlines {

	/** A due date that hangs on when the task began and on no deadline. */
	private static final String FROM_BEGINNING = "inWorkingDays";

	/**
	 * Where diagrams deployed before December 2026 wait for a message once the day has
	 * passed.
	 */
	private static final ProcessMessage INVENTORY_MOVED = new ProcessMessage("inventory.moved");

	private static final ProcessMessage DECISION_MOVED = new ProcessMessage("decision.moved");

	private static final Map<String, ProcessMessage> MESSAGES = Map.of("INVENTORY", INVENTORY_MOVED, "DECISION",
			DECISION_MOVED);

	private final ObjectProvider<ProcessEngine> engine;

	private final ManagementService management;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final Processes processes;

	private final AsApplication asApplication;

	MovedDeadlines(ObjectProvider<ProcessEngine> engine, @Lazy ManagementService management, @Lazy TaskService tasks,
			@Lazy RuntimeService runtime, Processes processes, AsApplication asApplication) {
		this.engine = engine;
		this.management = management;
		this.tasks = tasks;
		this.runtime = runtime;
		this.processes = processes;
		this.asApplication = asApplication;
	}

	/**
	 * Moves what hangs on a deadline.
	 * @param moved the deadline
	 * @throws OptimisticLockingFailureException if a process moves on at the same moment;
	 * whoever began the transaction may try again
	 */
	@EventListener
	void on(DeadlineMoved moved) {
		Deadline deadline = moved.now();
		inEngine(() -> {
			List<String> own = ids(this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(deadline.subjectId().toString())
				.tenantIdIn(deadline.authorityId())
				.list());
			List<String> ofCase = ids(this.runtime.createProcessInstanceQuery()
				.variableValueEquals(CaseVariables.CASE.name(), deadline.subjectId().toString())
				.tenantIdIn(deadline.authorityId())
				.list());
			own.forEach(this::moveTimers);
			Stream.concat(own.stream(), ofCase.stream()).distinct().forEach(this::moveDueDates);
		});
		if (MESSAGES.containsKey(deadline.kind().name())) {
			this.processes.tell(deadline.subjectId(), deadline.authorityId(), MESSAGES.get(deadline.kind().name()));
		}
	}

	/** An expression of a task is known within a command of the engine only. */
	private void inEngine(Runnable work) {
		ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl) this.engine.getObject()
			.getProcessEngineConfiguration();
		this.asApplication.run(() -> engine.getCommandExecutorTxRequired().execute((context) -> {
			work.run();
			return null;
		}));
	}

	void moveTimers(String instance) {
		this.management.createJobQuery()
			.processInstanceId(instance)
			.timers()
			.list()
			.forEach((timer) -> this.management.recalculateJobDuedate(timer.getId(), false));
	}

	void moveDueDates(String instance) {
		this.tasks.createTaskQuery().processInstanceId(instance).list().forEach((task) -> {
			Expression due = ((TaskEntity) task).getTaskDefinition().getDueDateExpression();
			if (due != null && !due.getExpressionText().contains(FROM_BEGINNING)) {
				task.setDueDate((Date) due.getValue(((TaskEntity) task).getExecution()));
				this.tasks.saveTask(task);
			}
		});
	}

	private static List<String> ids(List<ProcessInstance> instances) {
		return instances.stream().map(ProcessInstance::getId).toList();
	}

}
