package se.kulturlots.meeting.web;

import java.util.function.Supplier;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Does again what has met the meeting's process in the middle of a step: a timer that
 * fires at the same moment is no reason to refuse anybody.
 */
final class Again {

	private static final int TRIES = 4;

	private Again() {
	}

	/** Does something that begins a transaction of its own. */
	static <T> T ifInterrupted(Supplier<T> work) {
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
