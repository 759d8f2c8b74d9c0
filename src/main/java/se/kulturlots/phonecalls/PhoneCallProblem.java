package se.kulturlots.phonecalls;

import se.kulturlots.core.Problem;

/** What can be wrong when somebody is ticked off. */
public final class PhoneCallProblem extends Problem {

	private PhoneCallProblem(Kind kind, String reason) {
		super(kind, "phonecalls.problem." + reason);
	}

	public static PhoneCallProblem notAllowed() {
		return new PhoneCallProblem(Kind.FORBIDDEN, "notAllowed");
	}

	static Problem nobodyChosen() {
		return new PhoneCallProblem(Kind.INVALID, "nobodyChosen").at("ids");
	}

	static Problem toldAlready() {
		return new PhoneCallProblem(Kind.CONFLICT, "toldAlready").at("ids");
	}

}
