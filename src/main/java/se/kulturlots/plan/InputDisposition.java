package se.kulturlots.plan;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was decided on an input: the section it led to, or the reason why it led to none.
 *
 * @param inputId the input
 * @param sectionId the section it led to, or null
 * @param comment what was done with it, or why not; null only with a section
 * @param version counts its changes, so that nobody overwrites another's
 */
public record InputDisposition(UUID inputId, @Nullable UUID sectionId, @Nullable String comment, int version) {

	/** The longest comment. */
	public static final int LONGEST_COMMENT = 4000;

}
