package se.kulturlots.plan;

import se.kulturlots.workflow.ProcessKey;

/** The processes of a plan. */
public final class PlanProcess {

	public static final ProcessKey DRAFTING = new ProcessKey("planDrafting");

	public static final ProcessKey APPROVAL = new ProcessKey("planApproval");

	public static final ProcessKey FEEDBACK = new ProcessKey("feedback");

	private PlanProcess() {
	}

}
