package se.kulturlots.privacy;

import se.kulturlots.core.Problem;

/** What can be wrong about a personal page. */
public final class PrivacyProblem extends Problem {

	private PrivacyProblem(Kind kind, String reason) {
		super(kind, "privacy.problem." + reason);
	}

	static PrivacyProblem linkEnded() {
		return new PrivacyProblem(Kind.GONE, "linkEnded");
	}

	static PrivacyProblem unknownRecord() {
		return new PrivacyProblem(Kind.NOT_FOUND, "unknownRecord");
	}

}
