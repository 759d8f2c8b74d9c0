package se.kulturlots.meeting.web;

import java.util.function.Supplier;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Tries again when optimistic locking fails because the meeting's process was in the
 * middle of a step: a timer that fires at the same moment is no reason to refuse anybody.
 */
final class OptimisticRetry {

	private static final int TRIES = 4;

	private OptimisticRetry() {
	}

	/**
	 * What comes of work that begins a transaction of its own, after at most four tries.
	 */
	static <T> T of(Supplier<T> work) {
		for (int left = TRIES - 1; left > 0; left--) {
			try {
				return work.get();
			}
			catch (OptimisticLockingFailureException ex) {
				// the next try sees what the other one did
			}
		}
		return work.get();
	}

}
