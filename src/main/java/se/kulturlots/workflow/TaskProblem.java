package se.kulturlots.workflow;

import se.kulturlots.core.Problem;

/** What cannot be done about a task. */
public final class TaskProblem extends Problem {

	private TaskProblem(Kind kind, String reason) {
		super(kind, "workflow.problem." + reason);
	}

	public static TaskProblem taskGone() {
		return new TaskProblem(Kind.NOT_FOUND, "taskGone");
	}

	public static TaskProblem notYourRole() {
		return new TaskProblem(Kind.FORBIDDEN, "notYourRole");
	}

	static TaskProblem notYours() {
		return new TaskProblem(Kind.CONFLICT, "notYours");
	}

	static TaskProblem unreadable() {
		return new TaskProblem(Kind.INVALID, "unreadable");
	}

}
