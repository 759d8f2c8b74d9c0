package se.kulturlots.site;

import se.kulturlots.core.Problem;

/** What can be wrong about the pages that all share. */
final class SiteProblem extends Problem {

	private SiteProblem(Kind kind, String reason) {
		super(kind, "site.problem." + reason);
	}

	static SiteProblem opinionClosed() {
		return new SiteProblem(Kind.NOT_FOUND, "opinionClosed");
	}

}
