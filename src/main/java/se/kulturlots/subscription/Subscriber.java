package se.kulturlots.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Said;

/**
 * Somebody who gets news by mail, or has asked for them.
 *
 * @param id their id
 * @param authorityId whose news
 * @param email where to
 * @param locale in which language
 * @param subscriptions what they follow, that of all consultations first
 */
public record Subscriber(SubscriberId id, String authorityId, EmailAddress email, Locale locale,
		List<Subscription> subscriptions) {

	/** What has been asked for and not confirmed. */
	public List<Subscription> unconfirmed() {
		return this.subscriptions.stream().filter((one) -> one.confirmedAt() == null).toList();
	}

	/** What is mailed. */
	public List<Subscription> confirmed() {
		return this.subscriptions.stream().filter((one) -> one.confirmedAt() != null).toList();
	}

	/**
	 * Whether something that happened in a case is news for them.
	 * @param at when it happened
	 */
	boolean follows(CaseId caseId, Instant at) {
		return this.subscriptions.stream()
			.anyMatch((one) -> (one.caseId() == null || one.caseId().equals(caseId)) && one.confirmedAt() != null
					&& at.isAfter(one.confirmedAt()));
	}

	/**
	 * What somebody follows.
	 *
	 * @param caseId the consultation, or null for all of the authority
	 * @param title the consultation's title, or null for all
	 * @param titles what its title is in other languages
	 * @param askedAt when it was asked for
	 * @param confirmedAt when it was confirmed, or null
	 */
	public record Subscription(SubscriptionId id, @Nullable CaseId caseId, @Nullable String title, Words titles,
			Instant askedAt, @Nullable Instant confirmedAt) {

		/**
		 * The title as a reader meets it.
		 * @param ownLang what the page says the authority's language is, null if it is
		 * the page's
		 * @return null for all
		 */
		public @Nullable Said titleIn(Locale reader, @Nullable String ownLang) {
			return this.titles.sayIfAny(Part.TITLE, reader, this.title, ownLang);
		}

	}

}
