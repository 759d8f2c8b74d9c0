package se.kulturlots.mail;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;

/**
 * A mail to one recipient. Occasion, version, recipient, kind and step say what it is; a
 * mail that has been put once is never put again.
 *
 * @param authorityId who sends it
 * @param caseId the consultation or other case it belongs to
 * @param occasion what it is about, for example {@code meeting:<uuid>}
 * @param version the version of the occasion's date, 0 where there is none
 * @param kind what sort of mail, for example {@code meeting.reminder}
 * @param step the rung of the ladder, 0 where there is none
 * @param recipient to whom
 * @param letter what it says
 * @param attachments files
 * @param notBefore when it may go, or null for now
 * @param addressee the organisation it is for, or null: it goes to the address that the
 * organisation has when it is sent, and counts as put by the organisation
 */
public record Mail(String authorityId, @Nullable CaseId caseId, String occasion, int version, String kind, int step,
		EmailAddress recipient, Letter letter, List<Attachment> attachments, @Nullable Instant notBefore,
		@Nullable OrganisationId addressee) {

	public Mail {
		MailProblem.requireLine(occasion);
		MailProblem.requireLine(kind);
		attachments = List.copyOf(attachments);
	}

	public Mail(String authorityId, @Nullable CaseId caseId, String occasion, int version, String kind, int step,
			EmailAddress recipient, Letter letter, List<Attachment> attachments, @Nullable Instant notBefore) {
		this(authorityId, caseId, occasion, version, kind, step, recipient, letter, attachments, notBefore, null);
	}

	/**
	 * A mail that goes at once and is no rung of a ladder.
	 * @param authorityId who sends it
	 * @param occasion what it is about
	 * @param kind what sort of mail
	 * @param recipient to whom
	 * @param letter what it says
	 * @param attachments files
	 */
	public static Mail now(String authorityId, @Nullable CaseId caseId, String occasion, String kind,
			EmailAddress recipient, Letter letter, Attachment... attachments) {
		return new Mail(authorityId, caseId, occasion, 0, kind, 0, recipient, letter, List.of(attachments), null);
	}

	/**
	 * The same mail for an organisation.
	 * @param organisation its id
	 */
	public Mail to(OrganisationId organisation) {
		return new Mail(this.authorityId, this.caseId, this.occasion, this.version, this.kind, this.step,
				this.recipient, this.letter, this.attachments, this.notBefore, organisation);
	}

}
