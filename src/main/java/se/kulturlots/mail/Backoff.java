package se.kulturlots.mail;

import java.time.Duration;

/** How long a mail waits for its next try. */
final class Backoff {

	private static final Duration FIRST = Duration.ofSeconds(15);

	private static final Duration LONGEST = Duration.ofHours(1);

	// one try for a whole batch costs little, and the mails should go soon when it is
	// back
	private static final Duration LONGEST_WHILE_SERVER_GONE = Duration.ofMinutes(2);

	private Backoff() {
	}

	static Duration after(int attempts, boolean serverGone) {
		Duration longest = serverGone ? LONGEST_WHILE_SERVER_GONE : LONGEST;
		Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
		return (doubled.compareTo(longest) < 0) ? doubled : longest;
	}

}
