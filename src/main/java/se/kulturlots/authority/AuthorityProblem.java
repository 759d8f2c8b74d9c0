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

}
