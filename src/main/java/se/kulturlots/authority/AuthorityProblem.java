package se.kulturlots.authority;

import se.kulturlots.core.Problem;

/** What can be wrong about an authority. */
public final class AuthorityProblem extends Problem {

	private AuthorityProblem(Kind kind, String messageKey, Object... arguments) {
		super(kind, messageKey, arguments);
	}

	public static AuthorityProblem unknown() {
		return new AuthorityProblem(Kind.NOT_FOUND, "authority.problem.unknown");
	}

	/** There is no such unit, or it is another authority's. */
	public static AuthorityProblem unknownUnit() {
		return new AuthorityProblem(Kind.NOT_FOUND, "authority.problem.unknownUnit");
	}

	/**
	 * Somebody else has saved the same settings after the page was opened. The form is
	 * shown again with what was typed.
	 */
	public static AuthorityProblem savedMeanwhile() {
		AuthorityProblem problem = new AuthorityProblem(Kind.CONFLICT, "authority.problem.savedMeanwhile");
		problem.at("submissionId");
		return problem;
	}

	/** Another unit has the name. */
	public static AuthorityProblem unitNameTaken() {
		return new AuthorityProblem(Kind.CONFLICT, "authority.problem.unitNameTaken");
	}

	/** The day has been already. */
	public static AuthorityProblem dayHasBeen() {
		return new AuthorityProblem(Kind.INVALID, "authority.problem.dayHasBeen");
	}

	/** The day is so far off that the year must be mistyped. */
	public static AuthorityProblem dayTooFar() {
		return new AuthorityProblem(Kind.INVALID, "authority.problem.dayTooFar");
	}

	/** The day is closed already. */
	public static AuthorityProblem closedAlready() {
		return new AuthorityProblem(Kind.CONFLICT, "authority.problem.closedAlready");
	}

	/** The day is a weekend or a holiday anyhow. */
	public static AuthorityProblem freeAlready() {
		return new AuthorityProblem(Kind.INVALID, "authority.problem.freeAlready");
	}

	/** The file or the picture in it is too large. */
	public static AuthorityProblem logoTooLarge() {
		return new AuthorityProblem(Kind.INVALID, "authority.problem.logoTooLarge");
	}

	/** The picture is too small to be seen. */
	public static AuthorityProblem logoTooSmall() {
		return new AuthorityProblem(Kind.INVALID, "authority.problem.logoTooSmall");
	}

	/** The file is no picture of a kind that we can draw. */
	public static AuthorityProblem logoUnreadable() {
		return new AuthorityProblem(Kind.INVALID, "authority.problem.logoUnreadable");
	}

}
