package se.kulturlots.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.CaseId;
import se.kulturlots.meeting.QuestionId;

/**
 * What has been said in a consultation; given by the module that collects input. Which
 * inputs there are stands in the view {@code received_input}, without what was withdrawn
 * and what says the same as another.
 */
public interface ReceivedInput {

	/**
	 * Some of what was said, to be worked into the plan.
	 * @param inputIds inputs of {@code received_input}; others are left out
	 * @return in the order it came; what says the same as another stands with it
	 */
	List<ReceivedItem> items(Collection<InputId> inputIds);

	/**
	 * Goes through everything that is answered for itself, as many at a time as memory
	 * holds easily.
	 */
	void forEachAnswered(CaseId consultationId, Consumer<List<Answered>> work);

	/** How many there are to answer to. */
	Addressed addressed(CaseId consultationId);

	/**
	 * Goes through those who said something and can be written to, as many at a time as
	 * memory holds easily.
	 * @param work is given all that some of them said, in the order it came
	 */
	void forEachSender(CaseId consultationId, Consumer<List<Answerable>> work);

	/**
	 * Goes through those invited for whom something was said without an address, as many
	 * at a time as memory holds easily.
	 * @param work is given all that was said for some of them, in the order it came; the
	 * recipient is the id of the organisation
	 */
	void forEachWithoutAddress(CaseId consultationId, Consumer<List<Answerable>> work);

	/**
	 * New personal links to what people sent, for mails that tell them what it led to.
	 * @param authorityId whose consultation it is
	 * @param inputIds the inputs, those too that were joined to others
	 * @return the path of the page by the id of the input
	 */
	Map<InputId, String> personalPaths(String authorityId, CaseId consultationId, Collection<InputId> inputIds);

	/**
	 * An input.
	 *
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
	 * @param email where an answer goes, null if none was given
	 * @param language the language of the answer
	 * @param alsoSaidBy those whose input says the same; they get the same answer
	 */
	record ReceivedItem(InputId inputId, String reference, Instant receivedAt, boolean referral, @Nullable String theme,
			@Nullable QuestionId questionId, @Nullable SectionId sectionId, String text,
			@Nullable String organisationName, boolean late, boolean hidden, @Nullable String email, String language,
			List<Voice> alsoSaidBy) {
	}

	/**
	 * Something said that has an answer of its own.
	 *
	 * @param language the language of the answer
	 */
	record Answered(InputId inputId, String language) {
	}

	/**
	 * How many there are to answer to.
	 *
	 * @param people how many addresses
	 * @param withoutAddress how much was said without an address
	 */
	record Addressed(int people, int withoutAddress) {
	}

	/**
	 * Something said to which an answer goes.
	 *
	 * @param inputId what was said
	 * @param answeredWith the input whose answer is its own, which it may be joined to
	 * @param reference the number on the receipt
	 * @param recipient the address, in small letters
	 * @param language the language of the answer
	 */
	record Answerable(InputId inputId, InputId answeredWith, String reference, String recipient, String language) {
	}

	/**
	 * Somebody whose input was joined to another, since it says the same.
	 *
	 * @param reference the number on the receipt
	 * @param organisationName who said it, or null for a person
	 * @param email where an answer goes, null if none was given
	 * @param language the language of the answer
	 */
	record Voice(InputId inputId, String reference, @Nullable String organisationName, @Nullable String email,
			String language) {
	}

}
