package se.kulturlots.core;

import java.time.Duration;
import java.time.Instant;

/** For how long what somebody removed can be had back; after that it is deleted. */
public final class Removed {

	/** How many days it is kept. */
	public static final int DAYS = 30;

	private Removed() {
	}

	/** What was removed before this is to be deleted. */
	public static Instant forgottenBefore(Instant now) {
		return now.minus(Duration.ofDays(DAYS));
	}

}
