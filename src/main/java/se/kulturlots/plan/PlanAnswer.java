package se.kulturlots.plan;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;

/**
 * The answer to an input: where it led, and why.
 *
 * @param sectionId the section it led to, or null
 * @param text what was done, or why not; null only with a section
 * @param version counts its changes, so that nobody overwrites another's
 */
public record PlanAnswer(InputId inputId, @Nullable SectionId sectionId, @Nullable String text, int version) {

	/** The longest text. */
	public static final int LONGEST_TEXT = 6000;

}
