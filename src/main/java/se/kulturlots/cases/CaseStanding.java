package se.kulturlots.cases;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.deadline.DeadlineKind;

/**
 * How a case stands, as its kind tells it.
 *
 * @param subject the case
 * @param stateKey the key of what its state is called
 * @param next the last day that comes next, or null
 * @param goal the last day that all works towards, or null
 * @param way its stretches in the order in which they come, may be empty
 */
public record CaseStanding(Case subject, String stateKey, @Nullable LastDay next, @Nullable LastDay goal,
		List<Stretch> way) {

	/**
	 * A last day of a case.
	 *
	 * @param day in the authority's zone
	 */
	public record LastDay(DeadlineKind kind, LocalDate day) {
	}

	/**
	 * A part of a case's way with its days.
	 *
	 * @param nameKey the key of its name
	 * @param from its first day
	 * @param to the day by which it is to be over
	 */
	public record Stretch(String nameKey, LocalDate from, LocalDate to, State state) {
	}

	/** How a part of the way stands. */
	public enum State {

		/** It is over. */
		DONE,
		/** The case is in it. */
		NOW,
		/** Its last day has been, and it is not over, or has not even begun. */
		LATE,
		/** It is to come. */
		LATER

	}

}
