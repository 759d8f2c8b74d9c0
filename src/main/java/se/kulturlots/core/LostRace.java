package se.kulturlots.core;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Tells that somebody else was first from all other faults: what was to be changed has
 * changed, is there already or is gone. Whoever came second may look and try again.
 *
 * @see BrokenConstraint
 */
public final class LostRace {

	/** Two transactions that cannot both be. */
	private static final Set<String> STATES = Set.of("40001", "40P01");

	private LostRace() {
	}

	/**
	 * Whether a fault is there since somebody else was first.
	 * @param fault what was thrown, whether Spring translates it or not
	 * @return whether it is so, or one of its causes
	 */
	public static boolean isCauseOf(@Nullable Throwable fault) {
		if (BrokenConstraint.in(fault).filter(BrokenConstraint::isMet).isPresent()) {
			return true;
		}
		int depth = 0;
		for (Throwable cause = fault; cause != null && depth < 50; cause = cause.getCause(), depth++) {
			if (cause instanceof OptimisticLockingFailureException
					|| (cause instanceof SQLException sql && isState(sql.getSQLState()))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isState(@Nullable String state) {
		return state != null && STATES.contains(state);
	}

}
