package se.kulturlots.workflow;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A step of a process: something in its diagram that has a name.
 *
 * @param id its id in the diagram
 * @param name its Swedish name
 * @param state how it stands
 * @param since when it began last, or null
 * @param until when it ended last, or null
 * @param by who did it or is to do it, or null
 * @param times how often it was begun
 * @param job what can be tried again, or null
 * @param cause why it could not be done, in a few technical words, or null
 */
public record CaseStep(String id, String name, State state, @Nullable Instant since, @Nullable Instant until,
		@Nullable String by, int times, @Nullable String job, @Nullable String cause) {

	/** How a step stands. */
	public enum State {

		/** It is done. */
		DONE,
		/** Somebody works on it, or the process that it calls is under way. */
		ACTIVE,
		/** It waits for a day or for something to happen. */
		WAITING,
		/** It could not be done, and nobody tries again by themselves. */
		FAILED,
		/** It was begun and not ended. */
		INTERRUPTED,
		/** It may come. */
		LATER,
		/** The process ended without it. */
		UNUSED;

		/** Whether the case stands here now. */
		public boolean now() {
			return this == ACTIVE || this == WAITING || this == FAILED;
		}

	}

}
