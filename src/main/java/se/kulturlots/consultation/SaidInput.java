package se.kulturlots.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What has been said in a consultation; given by the module that collects input. */
public interface SaidInput {

	/**
	 * Everything that was said, to be worked into the plan.
	 * @param consultationId the consultation
	 * @return in the order it came, duplicates joined to the first left out
	 */
	List<SaidItem> items(UUID consultationId);

	/**
	 * An input.
	 *
	 * @param inputId its id
	 * @param reference the number on the receipt
	 * @param receivedAt when it came
	 * @param referral whether it is a comment on the draft
	 * @param theme what it was sorted under, or null
	 * @param questionId the question it answers, or null
	 * @param sectionId the section of the draft it comments on, or null
	 * @param text what was said, never to be rendered as markup
	 * @param organisationName who said it, or null for a person
	 * @param late whether it came after the last day
	 * @param hidden whether the public may not see it
	 * @param email where an answer goes
	 * @param language the language of the answer
	 */
	record SaidItem(UUID inputId, String reference, Instant receivedAt, boolean referral, @Nullable String theme,
			@Nullable UUID questionId, @Nullable UUID sectionId, String text, @Nullable String organisationName,
			boolean late, boolean hidden, String email, String language) {
	}

}
