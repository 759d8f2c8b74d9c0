package se.kulturlots.site.web;

import java.time.Duration;

import se.kulturlots.core.Problem;

/** Somebody has sent so much that they must wait. */
final class TooMuchSent extends Problem {

	private final long seconds;

	TooMuchSent(Duration wait) {
		super(Kind.TOO_MANY, "site.error.tooMuchSent", minutes(wait));
		this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
	}

	private static long minutes(Duration wait) {
		return Math.max(1, wait.plusSeconds(59).toMinutes());
	}

	long seconds() {
		return this.seconds;
	}

}
