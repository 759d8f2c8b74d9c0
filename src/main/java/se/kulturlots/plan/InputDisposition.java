package se.kulturlots.plan;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;

/**
 * What was decided on an input: the section it led to, or the reason why it led to none.
 *
 * @param sectionId the section it led to, or null
 * @param comment what was done with it, or why not; null only with a section
 * @param version counts its changes, so that nobody overwrites another's
 */
public record InputDisposition(InputId inputId, @Nullable SectionId sectionId, @Nullable String comment, int version) {

	/** The longest comment. */
	public static final int LONGEST_COMMENT = 4000;

}
