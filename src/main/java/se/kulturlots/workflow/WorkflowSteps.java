package se.kulturlots.workflow;

import java.util.Objects;

import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;

/** The steps that are the same in several diagrams. */
@Component("workflowSteps")
public class WorkflowSteps {

	/** The variable with the account that a cycle is handed to. */
	public static final ProcessVariable NEW_OFFICER = new ProcessVariable("newOfficer");

	private final Processes processes;

	private final AsApplication asApplication;

	private final MovedDeadlines movedDeadlines;

	WorkflowSteps(Processes processes, AsApplication asApplication, MovedDeadlines movedDeadlines) {
		this.processes = processes;
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
	 * The officer's tasks of the case go to the new officer.
	 * @param execution the cycle, with the new account in the local variable
	 * {@link #NEW_OFFICER}
	 */
	public void followOfficer(DelegateExecution execution) {
		this.processes.handOver(execution.getTenantId(),
				CaseId.of(Objects.requireNonNull(CaseVariables.CASE.in(execution))),
				Objects.requireNonNull(NEW_OFFICER.in(execution)));
	}

}
