package se.kulturlots.identity;

import se.kulturlots.core.Problem;

/** What can be wrong about who somebody is. */
public final class IdentityProblem extends Problem {

	private IdentityProblem(Kind kind, String messageKey, Object... arguments) {
		super(kind, messageKey, arguments);
	}

	public static IdentityProblem noAuthority() {
		return new IdentityProblem(Kind.FORBIDDEN, "identity.problem.noAuthority");
	}

	public static IdentityProblem unknownLink() {
		return new IdentityProblem(Kind.NOT_FOUND, "identity.problem.unknownLink");
	}

	public static IdentityProblem expiredLink() {
		return new IdentityProblem(Kind.GONE, "identity.problem.expiredLink");
	}

	/**
	 * Somebody else has changed the account after the page was opened. A form is shown
	 * again with what was typed.
	 */
	public static IdentityProblem changedMeanwhile() {
		IdentityProblem problem = new IdentityProblem(Kind.CONFLICT, "identity.problem.changedMeanwhile");
		problem.at("submissionId");
		return problem;
	}

	/** Only for themselves, or by a manager, and only for who works with cases. */
	public static IdentityProblem notYourAbsence() {
		return new IdentityProblem(Kind.FORBIDDEN, "identity.problem.notYourAbsence");
	}

	/** An absence ends before it begins. */
	public static IdentityProblem absenceEndsBefore() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.absenceEndsBefore");
	}

	/** An absence is over already. */
	public static IdentityProblem absenceOver() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.absenceOver");
	}

	/** An absence is too long or too far away. */
	public static IdentityProblem absenceTooFar() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.absenceTooFar");
	}

	/** An absence began too long ago. */
	public static IdentityProblem absenceTooLongAgo() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.absenceTooLongAgo");
	}

	/** Nobody such can stand in. */
	public static IdentityProblem noStandIn() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.noStandIn");
	}

	/** There is no such account, or it is another authority's. */
	public static IdentityProblem unknownAccount() {
		return new IdentityProblem(Kind.NOT_FOUND, "identity.problem.unknownAccount");
	}

	/** Only administrators may do this. */
	public static IdentityProblem notAdministrator() {
		return new IdentityProblem(Kind.FORBIDDEN, "identity.problem.notAdministrator");
	}

	/** An authority would be left without anybody who can open accounts. */
	public static IdentityProblem lastAdministrator() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.lastAdministrator");
	}

	/** The name is somebody else's. */
	public static IdentityProblem nameTaken() {
		return new IdentityProblem(Kind.CONFLICT, "identity.problem.nameTaken");
	}

	/** The link has been used, or its time is over. */
	public static IdentityProblem passwordLinkEnded() {
		return new IdentityProblem(Kind.GONE, "identity.problem.passwordLinkEnded");
	}

	/**
	 * The password has too few or too many characters.
	 * @param shortest how many it has at least
	 * @param longest how many it has at the most
	 */
	public static IdentityProblem passwordLength(int shortest, int longest) {
		return new IdentityProblem(Kind.INVALID, "identity.problem.passwordLength", shortest, longest);
	}

	/** The password holds the name of the account. */
	public static IdentityProblem passwordIsName() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.passwordIsName");
	}

	/** The password consists of little else than what everybody tries. */
	public static IdentityProblem passwordIsSimple() {
		return new IdentityProblem(Kind.INVALID, "identity.problem.passwordIsSimple");
	}

}
