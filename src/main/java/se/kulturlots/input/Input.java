package se.kulturlots.input;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.meeting.QuestionId;

/**
 * One thing that somebody said.
 *
 * @param authorityId to whom
 * @param periodId in which period
 * @param submissionId what it was sent with
 * @param position its place there, from 1
 * @param reference its number
 * @param questionId the question it answers, or null
 * @param sectionId the section of the draft it comments on, or null
 * @param heading the question or the section's heading as they stood, null for anything
 * else
 * @param text what was said, plain text of anyone's
 * @param theme what it is sorted under, or null
 * @param duplicateOf the earlier input that says the same, or null
 * @param hidden whether the public may not see it
 * @param hiddenReason why, or null
 * @param triagedBy the account that last sorted it, or null
 * @param triagedAt when, or null
 * @param withdrawnAt when it was withdrawn, or null
 * @param writtenAt since when it reads so
 */
public record Input(InputId id, String authorityId, InputPeriodId periodId, SubmissionId submissionId, int position,
		String reference, @Nullable QuestionId questionId, @Nullable SectionId sectionId, @Nullable String heading,
		String text, @Nullable String theme, @Nullable InputId duplicateOf, boolean hidden,
		@Nullable String hiddenReason, @Nullable String triagedBy, @Nullable Instant triagedAt,
		@Nullable Instant withdrawnAt, Instant writtenAt) {

	/** The input whose answer is its own. */
	public InputId answeredWith() {
		return (this.duplicateOf != null) ? this.duplicateOf : this.id;
	}

	static Input answer(Submission submission, int position, InputField field, String text, Instant writtenAt) {
		String reference = submission.reference() + ((position > 1) ? "-" + position : "");
		return new Input(new InputId(UUID.randomUUID()), submission.authorityId(), submission.periodId(),
				submission.id(), position, reference, field.questionId(), field.sectionId(), field.heading(), text,
				null, null, false, null, null, null, null, writtenAt);
	}

	/**
	 * The key of the field it answers.
	 * @return as in {@link InputField#key}
	 */
	public String field() {
		if (this.questionId != null) {
			return this.questionId.toString();
		}
		return (this.sectionId != null) ? this.sectionId.toString() : InputField.OTHER;
	}

	public boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

}
