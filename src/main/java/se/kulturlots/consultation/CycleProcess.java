package se.kulturlots.consultation;

import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.ProcessMessage;
import se.kulturlots.workflow.WorkflowSteps;

/** The processes of a cycle, and what they are told. */
public final class CycleProcess {

	public static final ProcessKey KEY = new ProcessKey("consultationCycle");

	public static final ProcessKey INVENTORY = new ProcessKey("inventory");

	static final ProcessMessage CANCELLED = new ProcessMessage("cycle.cancelled");

	/** Brings the id of the new officer's account. */
	static final ProcessMessage OFFICER_CHANGED = new ProcessMessage("officer.changed", WorkflowSteps.NEW_OFFICER);

	private CycleProcess() {
	}

}
