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

}
