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
 * @param place which question it is, else 0
 * @param translated whether the heading is in the reader's language, not in the
 * authority's own
 */
public record InputField(String key, @Nullable QuestionId questionId, @Nullable SectionId sectionId,
		@Nullable String heading, @Nullable String text, int place, boolean translated) {

	/** The key of the field for what belongs to no question. */
	public static final String OTHER = "other";

	private static final int LONGEST_HEADING = 500;

	static InputField question(QuestionId id, int place, String text) {
		return new InputField(id.toString(), id, null, shortened(text), null, place, false);
	}

	static InputField section(SectionId id, String heading, @Nullable String text) {
		return new InputField(id.toString(), null, id, shortened(heading), text, 0, false);
	}

	static InputField other() {
		return new InputField(OTHER, null, null, null, null, 0, false);
	}

	/** The same, its heading in another language. */
	public InputField in(String otherHeading) {
		return new InputField(this.key, this.questionId, this.sectionId, otherHeading, this.text, this.place, true);
	}

	private static String shortened(String heading) {
		return (heading.length() <= LONGEST_HEADING) ? heading
				: heading.substring(0, heading.offsetByCodePoints(LONGEST_HEADING - 2, 0)) + "…";
	}

}
