package se.kulturlots.staff.web;

import java.time.LocalDate;

import se.kulturlots.cases.CaseStanding.State;

/**
 * A part of a case's way on the timeline.
 *
 * @param number which one it is, from 1
 * @param nameKey the key of its name
 * @param from its first day
 * @param to its last day
 * @param state how it stands
 * @param left where it begins, in percent of the timeline
 * @param width how much of the timeline it takes, in percent
 */
public record TimelineSpan(int number, String nameKey, LocalDate from, LocalDate to, State state, String left,
		String width) {

	/**
	 * The mark that tells its state without colour.
	 * @return a sign, may be empty
	 */
	public String sign() {
		return switch (this.state) {
			case DONE -> "✓";
			case NOW -> "●";
			case LATE -> "!";
			case LATER -> "";
		};
	}

	/**
	 * Whether a name can be written in it where the timeline is wide, or a number and a
	 * sign where it is narrow.
	 * @param letters how long the name is
	 * @return whether there is room
	 */
	public boolean holds(int letters) {
		return Double.parseDouble(this.width.substring(0, this.width.length() - 1)) >= 2.5 + 1.15 * letters;
	}

}
