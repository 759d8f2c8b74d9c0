package se.kulturlots.calls;

import se.kulturlots.core.Problem;

/** What can be wrong when somebody is ticked off. */
public final class CallProblem extends Problem {

	private CallProblem(Kind kind, String reason) {
		super(kind, "calls.problem." + reason);
	}

	public static CallProblem notAllowed() {
		return new CallProblem(Kind.FORBIDDEN, "notAllowed");
	}

	static Problem nobodyChosen() {
		return new CallProblem(Kind.INVALID, "nobodyChosen").at("ids");
	}

	static Problem toldAlready() {
		return new CallProblem(Kind.CONFLICT, "toldAlready").at("ids");
	}

}
