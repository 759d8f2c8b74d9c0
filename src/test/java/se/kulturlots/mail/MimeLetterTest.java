package se.kulturlots.mail;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.Authorities;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.Said;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MimeLetterTest extends MailTest {

	@Autowired
	OutboxQueue queue;

	@Autowired
	Authorities allAuthorities;

	@Autowired
	MailProperties properties;

	private MimeMessage sent(Mail mail) {
		put(mail);
		this.sender.sendDue();
		return receivedBy(mail.recipient()).get(0);
	}

	@Test
	void headersSayWhoSendsItAndThatAMachineDoes() throws Exception {
		EmailAddress recipient = somebody();
		MimeMessage message = sent(mailTo(recipient));
		InternetAddress from = (InternetAddress) message.getFrom()[0];
		assertThat(from.getAddress()).isEqualTo("no-reply@kulturlots.example");
		assertThat(from.getPersonal()).isEqualTo(this.authority.name());
		InternetAddress replyTo = (InternetAddress) message.getReplyTo()[0];
		assertThat(replyTo.getAddress()).isEqualTo(this.authority.contactEmail());
		assertThat(replyTo.getPersonal()).isEqualTo("Kulturförvaltningen");
		assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(message.getMessageID()).isEqualTo("<" + only().id() + "@kulturlots.example>");
		assertThat(message.getSubject()).isEqualTo("Välkommen till samråd");
	}

	@Test
	void aMailHasTextAndHtmlWithSwedishLettersIntact() throws Exception {
		MimeMessage message = sent(mailTo(somebody()));
		MimeMultipart alternative = (MimeMultipart) message.getContent();
		assertThat(alternative.getContentType()).startsWith("multipart/alternative");
		assertThat(alternative.getBodyPart(0).getContentType()).startsWith("text/plain");
		assertThat((String) alternative.getBodyPart(0).getContent()).contains("Vi ses på Ågatan.");
		assertThat(alternative.getBodyPart(1).getContentType()).startsWith("text/html");
		assertThat((String) alternative.getBodyPart(1).getContent()).contains("Vi ses på Ågatan.")
			.contains("Vänliga hälsningar");
		assertThat(new String(raw(message), StandardCharsets.UTF_8).lines()).allMatch((line) -> line.length() <= 998)
			.allMatch((line) -> StandardCharsets.US_ASCII.newEncoder().canEncode(line));
	}

	private static byte[] raw(MimeMessage message) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		message.writeTo(bytes);
		return bytes.toByteArray();
	}

	@Test
	void filesArriveAsTheyWere() throws Exception {
		byte[] calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Samråd på Ågatan\r\nEND:VCALENDAR\r\n"
			.getBytes(StandardCharsets.UTF_8);
		byte[] bytes = new byte[70_000];
		new Random(7).nextBytes(bytes);
		MimeMessage message = sent(Mail.now(this.authority.id(), this.caseId, "meeting:x", "meeting.confirmation",
				somebody(), letter(),
				new Attachment("samråd på Ågatan.ics", "text/calendar; charset=UTF-8; method=PUBLISH", calendar),
				new Attachment("karta.png", "image/png", bytes)));
		MimeMultipart mixed = (MimeMultipart) message.getContent();
		assertThat(mixed.getCount()).isEqualTo(3);
		BodyPart first = mixed.getBodyPart(1);
		assertThat(first.getFileName()).isEqualTo("samråd på Ågatan.ics");
		assertThat(first.getDisposition()).isEqualTo("attachment");
		assertThat(first.getContentType()).contains("text/calendar").contains("method=PUBLISH");
		assertThat(first.getInputStream().readAllBytes()).isEqualTo(calendar);
		assertThat(mixed.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(bytes);
	}

	@Test
	void anAddressWithASwedishDomainArrives() {
		String local = "info-" + UUID.randomUUID();
		put(mailTo(new EmailAddress(local + "@föreningen.example")));
		this.sender.sendDue();
		assertThat(receivedAt(local + "@" + IDN.toASCII("föreningen.example"))).hasSize(1);
	}

	@Test
	void aSubjectThatIsTooLongIsShortened() {
		String shortened = new Letter(SWEDISH, "a".repeat(198) + "🎶".repeat(10), List.of(), null, null, null)
			.subject();
		assertThat(shortened).isEqualTo("a".repeat(198) + "…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hej\r\nBcc: alla@forening.example", "Hej\nX: y", "Hej\rX: y", "Hej\u0000", "Hej\u2028då",
			"Hej\u0085då" })
	void headersCannotBeSmuggledIn(String line) {
		String subject = PlainText.line(line);
		assertThat(subject).matches("Hej[ \\p{L}:@.]*");
		assertThat(new Letter(SWEDISH, line, List.of(), null, null, null).subject()).isEqualTo(subject);
		assertThat(this.letters.of(this.authority, SWEDISH).writtenSubject(new Said(line, null)).build().subject())
			.isEqualTo(subject);
		assertThatExceptionOfType(MailProblem.class).isThrownBy(() -> new Attachment(line, "text/plain", new byte[0]));
		assertThatExceptionOfType(MailProblem.class).isThrownBy(() -> new Attachment("a", line, new byte[0]));
		assertThatExceptionOfType(MailProblem.class)
			.isThrownBy(() -> Mail.now(this.authority.id(), null, line, "kind", somebody(), letter()));
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("a@b.example" + line.substring(3)));
	}

	@Test
	void whatWasStoredBeforeLinesWereCleanedStillGoes() throws Exception {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		this.jdbc.sql("update authority set name = :name, contact_name = :contact where id = :id")
			.param("name", "Region\r\nBcc: alla@forening.example")
			.param("contact", "Ada\tLots\u2028")
			.param("id", this.authority.id())
			.update();
		this.jdbc.sql("update mail set subject = :subject where authority_id = :id")
			.param("subject", "Hej\r\nBcc: alla@forening.example")
			.param("id", this.authority.id())
			.update();
		this.sender.sendDue();
		assertThat(only().state()).isEqualTo(MailState.SENT);
		MimeMessage received = receivedBy(recipient).get(0);
		assertThat(received.getSubject()).isEqualTo("Hej Bcc: alla@forening.example");
		assertThat(((InternetAddress) received.getFrom()[0]).getPersonal())
			.isEqualTo("Region Bcc: alla@forening.example");
		assertThat(((InternetAddress) received.getReplyTo()[0]).getPersonal()).isEqualTo("Ada Lots");
		assertThat(received.getHeader("Bcc")).isNull();
	}

	@Test
	void aTriedMailKeepsItsMessageId() throws Exception {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		try (FaultySmtp smtp = new FaultySmtp().answering(".", "451 later")) {
			new OutboxSender(this.queue, smtp.server(), this.allAuthorities, this.properties, this.clock).sendDue();
		}
		this.clock.setOffset(Duration.ofMinutes(5));
		this.sender.sendDue();
		assertThat(receivedBy(recipient).get(0).getMessageID()).isEqualTo("<" + only().id() + "@kulturlots.example>");
	}

}
