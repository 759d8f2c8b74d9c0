package se.kulturlots.cases;

import se.kulturlots.core.Problem;

/** What can be wrong about a case. */
public final class CaseProblem extends Problem {

	private CaseProblem(Kind kind, String reason) {
		super(kind, "cases.problem." + reason);
	}

	public static CaseProblem unknown() {
		return new CaseProblem(Kind.NOT_FOUND, "unknown");
	}

	public static CaseProblem officersOnly() {
		return new CaseProblem(Kind.FORBIDDEN, "officersOnly");
	}

	public static CaseProblem managersOnly() {
		return new CaseProblem(Kind.FORBIDDEN, "managersOnly");
	}

}
