package se.kulturlots.core.web;

import org.jspecify.annotations.Nullable;

/**
 * A line of a timeline.
 *
 * @param when its date or time as people read it
 * @param text what happened or will happen
 * @param by who did it, null if nobody needs to be named
 * @param state done, now or later
 */
public record Happening(String when, String text, @Nullable String by, State state) {

	/** Where it stands in time. */
	public enum State {

		/** It has happened. */
		DONE,
		/** It is going on. */
		NOW,
		/** It is to come. */
		LATER

	}

}
