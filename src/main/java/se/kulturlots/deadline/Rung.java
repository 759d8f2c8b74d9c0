package se.kulturlots.deadline;

import java.time.Instant;

/**
 * A step of a ladder: when to remind.
 *
 * @param step how many working days before the last day it is; 0 is the last morning, and
 * a negative number so many working days after it
 * @param at when
 */
public record Rung(int step, Instant at) {

	/**
	 * Whether it comes after the deadline and so goes to the manager.
	 * @return true after the last day
	 */
	public boolean isOverdue() {
		return this.step < 0;
	}

}
