package se.kulturlots.mail;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A mail that a sender has taken.
 *
 * @param authorityId who sends it
 * @param recipient to whom
 * @param letter what it says
 * @param attempts how often it has been tried, this time included
 * @param triedSince when it was tried first
 * @param attachments its files
 * @param unsubscribe the address that ends such mails when it is posted to, or null
 */
record ClaimedMail(MailId id, String authorityId, String recipient, String subject, RenderedLetter letter, int attempts,
		Instant triedSince, List<Attachment> attachments, @Nullable String unsubscribe) {

	ClaimedMail with(List<Attachment> files) {
		return new ClaimedMail(this.id, this.authorityId, this.recipient, this.subject, this.letter, this.attempts,
				this.triedSince, files, this.unsubscribe);
	}

}
