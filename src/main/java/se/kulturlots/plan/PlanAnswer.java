package se.kulturlots.plan;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The answer to an input: where it led, and why.
 *
 * @param inputId the input
 * @param sectionId the section it led to, or null
 * @param text what was done, or why not; null only with a section
 * @param version counts its changes, so that nobody overwrites another's
 */
public record PlanAnswer(UUID inputId, @Nullable UUID sectionId, @Nullable String text, int version) {

	/** The longest text. */
	public static final int LONGEST_TEXT = 6000;

}
