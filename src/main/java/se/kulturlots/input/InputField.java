package se.kulturlots.input;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.SectionId;
import se.kulturlots.meeting.QuestionId;

/**
 * What can be answered in the form: a question, a section of the draft, or anything else.
 *
 * @param key its name in the form
 * @param questionId the question, or null
 * @param sectionId the section, or null
 * @param heading the question or the section's heading, null for anything else
 * @param text the section's text, or null
 */
public record InputField(String key, @Nullable QuestionId questionId, @Nullable SectionId sectionId,
		@Nullable String heading, @Nullable String text) {

	/** The key of the field for what belongs to no question. */
	public static final String OTHER = "other";

	private static final int LONGEST_HEADING = 500;

	static InputField question(QuestionId id, String text) {
		return new InputField(id.toString(), id, null, shortened(text), null);
	}

	static InputField section(SectionId id, String heading, @Nullable String text) {
		return new InputField(id.toString(), null, id, shortened(heading), text);
	}

	static InputField other() {
		return new InputField(OTHER, null, null, null, null);
	}

	private static String shortened(String heading) {
		return (heading.length() <= LONGEST_HEADING) ? heading
				: heading.substring(0, heading.offsetByCodePoints(LONGEST_HEADING - 2, 0)) + "…";
	}

}
