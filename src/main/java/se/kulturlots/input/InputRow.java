package se.kulturlots.input;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.input.Submission.Channel;

/**
 * An input as staff see it in lists.
 *
 * @param submissionId what it was sent with
 * @param reference its number
 * @param field the key of the field it answers
 * @param heading the question or section, null for anything else
 * @param text what was said
 * @param theme what it is sorted under, or null
 * @param duplicateOf the number of the earlier input that says the same, or null
 * @param joined how many others say the same
 * @param hidden whether the public may not see it
 * @param hiddenReason why, or null
 * @param withdrawn whether it was withdrawn
 * @param receivedAt when it came
 * @param late whether it came after the last day
 * @param channel how it came
 * @param organisationName for whom it was said, or null
 * @param name who said it, or null
 * @param email their address, or null
 * @param municipality where they are, or null
 */
public record InputRow(InputId id, SubmissionId submissionId, String reference, String field, @Nullable String heading,
		String text, @Nullable String theme, @Nullable String duplicateOf, int joined, boolean hidden,
		@Nullable String hiddenReason, boolean withdrawn, Instant receivedAt, boolean late, Channel channel,
		@Nullable String organisationName, @Nullable String name, @Nullable String email,
		@Nullable String municipality) {

	/**
	 * Who said it, as staff call them.
	 * @return the organisation, else the person, else nothing
	 */
	public String who() {
		if (this.organisationName != null) {
			return (this.name != null) ? this.organisationName + " (" + this.name + ")" : this.organisationName;
		}
		return (this.name != null) ? this.name : "";
	}

}
