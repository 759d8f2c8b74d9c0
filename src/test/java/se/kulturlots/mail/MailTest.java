package se.kulturlots.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Said;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

/** What the tests of mails have in common: an authority and recipients of their own. */
@KulturlotsTest
abstract class MailTest {

	static final Locale SWEDISH = Locale.forLanguageTag("sv");

	@Autowired
	Outbox outbox;

	@Autowired
	OutboxSender sender;

	@Autowired
	MailLog log;

	@Autowired
	Letters letters;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	GreenMail greenMail;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	Authority authority;

	CaseId caseId = new CaseId(UUID.randomUUID());

	@BeforeEach
	void onlyWhatThisTestPutsIsDue() {
		// reminders that other tests put for days to come would be due here when the
		// clock jumps
		this.jdbc.sql("delete from mail where state <> 'SENT'").update();
		this.authority = this.authorities.region();
	}

	static EmailAddress somebody() {
		return new EmailAddress("nagon-" + UUID.randomUUID() + "@forening.example");
	}

	Letter letter() {
		return this.letters.of(this.authority, SWEDISH)
			.writtenSubject(new Said("Välkommen till samråd", null))
			.written("Vi ses på Ågatan.")
			.build();
	}

	Mail mailTo(EmailAddress recipient) {
		return Mail.now(this.authority.id(), this.caseId, "meeting:" + this.caseId, "meeting.confirmation", recipient,
				letter());
	}

	void put(Mail... mails) {
		this.transaction.executeWithoutResult((status) -> this.outbox.putAll(List.of(mails)));
	}

	MailLog.Entry only() {
		List<MailLog.Entry> entries = this.log.of(this.authority.id(), null, List.of(), 0);
		if (entries.size() != 1) {
			throw new AssertionError("there are " + entries.size() + " mails");
		}
		return entries.get(0);
	}

	List<MimeMessage> receivedBy(EmailAddress recipient) {
		return receivedAt(recipient.value());
	}

	List<MimeMessage> receivedAt(String address) {
		return Arrays.stream(this.greenMail.getReceivedMessages())
			.filter((message) -> recipients(message).contains(address))
			.toList();
	}

	private static String recipients(MimeMessage message) {
		try {
			return Arrays.toString(message.getAllRecipients());
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
