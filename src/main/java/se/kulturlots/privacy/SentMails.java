package se.kulturlots.privacy;

import java.util.List;
import java.util.UUID;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Id;
import se.kulturlots.core.Texts;
import se.kulturlots.mail.MailLog;

/** The mails that an address has been sent; mail itself lies below this module. */
@Component
@Order(90)
class SentMails implements PersonalRecords {

	private final MailLog mails;

	SentMails(MailLog mails) {
		this.mails = mails;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return !this.mails.to(authorityId, address).isEmpty();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		List<MailLog.Entry> all = this.mails.to(authorityId, address);
		if (all.isEmpty()) {
			return List.of();
		}
		List<Fact> facts = all.stream().map((mail) -> Fact.written(when(mail, texts), mail.subject())).toList();
		return List.of(new PersonalRecord(new Id(new UUID(0, 0)), texts.t("privacy.mails"), address.value(),
				all.get(all.size() - 1).createdAt(), facts, null));
	}

	/** When it went, or is to go. */
	private static String when(MailLog.Entry mail, Texts texts) {
		return switch (mail.state()) {
			case SENT -> texts.dateTime((mail.sentAt() != null) ? mail.sentAt() : mail.createdAt());
			case PENDING, SENDING, RETRY -> texts.t("privacy.mails.waiting", texts.dateTime(mail.dueAt()));
			case UNKNOWN -> texts.t("privacy.mails.unknown", texts.dateTime(mail.createdAt()));
			case FAILED -> texts.t("privacy.mails.failed", texts.dateTime(mail.createdAt()));
		};
	}

}
