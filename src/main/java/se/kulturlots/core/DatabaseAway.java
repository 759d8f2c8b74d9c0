package se.kulturlots.core;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that cannot be reached from all other faults. */
public final class DatabaseAway {

	private DatabaseAway() {
	}

	/**
	 * Whether a fault is there since the database is not. A transaction that can neither
	 * be committed nor rolled back has lost it too.
	 * @param fault what was thrown, also where Spring does not translate it: in a filter,
	 * at the sign-in, in the engine
	 * @return whether it is, or one of its causes
	 */
	public static boolean isCauseOf(@Nullable Throwable fault) {
		int depth = 0;
		for (Throwable cause = fault; cause != null && depth < 50; cause = cause.getCause(), depth++) {
			if (cause instanceof DataAccessResourceFailureException || cause instanceof CannotCreateTransactionException
					|| cause instanceof TransactionSystemException || cause instanceof SQLTransientConnectionException
					|| cause instanceof SQLNonTransientConnectionException
					|| (cause instanceof SQLException sql && isConnection(sql.getSQLState()))) {
				return true;
			}
		}
		return false;
	}

	/** Connection lost, or the server is stopping or starting. */
	private static boolean isConnection(@Nullable String state) {
		return state != null && (state.startsWith("08") || state.startsWith("57P0"));
	}

}
