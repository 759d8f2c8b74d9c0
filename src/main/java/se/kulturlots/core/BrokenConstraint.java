package se.kulturlots.core;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A constraint of the database that a statement broke. Where two people can meet, the
 * name of the constraint says so: it ends in {@code _once} if what one of them makes may
 * be there already, in {@code _there} if what one of them points at may be gone. Any
 * other is broken by a fault of ours only.
 *
 * @param name what the database calls it, empty if it does not say
 * @param state the SQL state: 23505 for a key that is there, 23503 for one that is not…
 */
public record BrokenConstraint(String name, String state) {

	private static final String INTEGRITY = "23";

	private static final Pattern WHERE_PEOPLE_MEET = Pattern.compile(".*_(once|there)");

	/**
	 * The constraint that a fault is about.
	 * @param fault what was thrown, whether Spring translates it or not
	 */
	public static Optional<BrokenConstraint> in(@Nullable Throwable fault) {
		int depth = 0;
		for (Throwable cause = fault; cause != null && depth < 50; cause = cause.getCause(), depth++) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null
					&& sql.getSQLState().startsWith(INTEGRITY)) {
				return Optional.of(new BrokenConstraint(name(sql), sql.getSQLState()));
			}
		}
		return Optional.empty();
	}

	private static String name(SQLException sql) {
		ServerErrorMessage told = (sql instanceof PSQLException fault) ? fault.getServerErrorMessage() : null;
		return (told != null && told.getConstraint() != null) ? told.getConstraint() : "";
	}

	/** The fault as logs may hold it: where it happened, without what was written. */
	public Throwable traceOf(Throwable fault) {
		Throwable trace = new IllegalStateException(toString());
		trace.setStackTrace(fault.getStackTrace());
		return trace;
	}

	/** Whether it is broken when somebody else was first. */
	public boolean isMet() {
		return WHERE_PEOPLE_MEET.matcher(this.name).matches();
	}

}
