package se.kulturlots.deadline;

import org.jspecify.annotations.Nullable;

/**
 * What a deadline is the end of, or what begins on its day. The constants of an enum of
 * the module that sets such deadlines, which makes them known as {@link DeadlineKinds}.
 */
public interface DeadlineKind {

	/** What tables and diagrams call it, unique among all kinds; never changed. */
	String name();

	/**
	 * The key of its name, {@code <module>.deadline.<name>}. One that is reminded of has
	 * a text {@code .about} that says whom, and one for the journal,
	 * {@code journal.settings.ladder.<name>}.
	 */
	String messageKey();

	/** When it is reminded of where nobody has changed that, null for never. */
	@Nullable Ladder ladder();

	/**
	 * How many working days people outside the authority are to have at least for what it
	 * is the last day of.
	 * @return 0 if it is for staff, or nothing is to be done by then
	 */
	default int notice() {
		return 0;
	}

	/** Whether something begins on its day, so that it is due when the day begins. */
	default boolean begins() {
		return false;
	}

}
