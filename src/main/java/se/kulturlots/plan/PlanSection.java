package se.kulturlots.plan;

import java.time.Instant;

import se.kulturlots.consultation.SectionId;

/**
 * A section of a plan as it is being written.
 *
 * @param id its id, the same in every version
 * @param position its place, from 1
 * @param text its text, plain
 * @param version counts its changes, so that nobody overwrites another's
 * @param changedAt when it was last changed
 * @param changedBy the account that changed it
 */
public record PlanSection(SectionId id, int position, String heading, String text, int version, Instant changedAt,
		String changedBy) {

	/** The longest heading. */
	public static final int LONGEST_HEADING = 200;

	/** The longest text. */
	public static final int LONGEST_TEXT = 50_000;

	/** The most sections of a plan. */
	public static final int MOST = 100;

	/**
	 * The id of its element on pages.
	 * @param sectionId the section's id
	 * @return for links to its place
	 */
	public static String anchor(SectionId sectionId) {
		return "section-" + sectionId;
	}

}
