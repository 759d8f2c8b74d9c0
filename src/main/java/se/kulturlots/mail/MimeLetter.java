package se.kulturlots.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;

import se.kulturlots.authority.Authority;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/**
 * A mail as it goes over the wire. It has the same Message-ID however often it is tried.
 */
class MimeLetter extends MimeMessage {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private static final Session NO_SESSION = Session.getInstance(new Properties());

	private final String messageId;

	MimeLetter(ClaimedMail mail, Authority authority, String from, Instant at) throws MessagingException, SendFault {
		super(NO_SESSION);
		this.messageId = "<" + mail.id() + "@" + asciiDomain(from) + ">";
		setFrom(address(from, authority.name()));
		setReplyTo(new InternetAddress[] { address(authority.contactEmail(), authority.contactName()) });
		setRecipient(Message.RecipientType.TO, address(mail.recipient(), ""));
		setSubject(PlainText.line(mail.subject()), UTF_8);
		setSentDate(Date.from(at));
		setHeader("Auto-Submitted", "auto-generated");
		// what Exchange heeds instead
		setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
		if (mail.unsubscribe() != null) {
			setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
			setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		setContent(content(mail));
		saveChanges();
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

	private static MimeMultipart content(ClaimedMail mail) throws MessagingException {
		MimeMultipart letter = new MimeMultipart("alternative", text(mail.letter().text(), "plain"),
				text(mail.letter().html(), "html"));
		if (mail.attachments().isEmpty()) {
			return letter;
		}
		MimeBodyPart first = new MimeBodyPart();
		first.setContent(letter);
		MimeMultipart mixed = new MimeMultipart("mixed", first);
		for (Attachment attachment : mail.attachments()) {
			mixed.addBodyPart(file(attachment));
		}
		return mixed;
	}

	private static MimeBodyPart text(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, UTF_8, subtype);
		part.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return part;
	}

	private static MimeBodyPart file(Attachment attachment) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
		ParameterList parameters = new ParameterList();
		parameters.set("filename", attachment.fileName(), UTF_8);
		part.setHeader("Content-Disposition", new ContentDisposition("attachment", parameters).toString());
		part.setHeader("Content-Type", attachment.contentType());
		part.setHeader("Content-Transfer-Encoding", "base64");
		return part;
	}

	private static InternetAddress address(String address, String name) throws MessagingException, SendFault {
		if (EmailAddress.parse(address).isEmpty()) {
			throw SendFault.unsendable("address");
		}
		String local = address.substring(0, address.lastIndexOf('@'));
		InternetAddress result = new InternetAddress();
		result.setAddress(local + "@" + asciiDomain(address));
		if (!name.isEmpty()) {
			try {
				result.setPersonal(PlainText.line(name), UTF_8);
			}
			catch (java.io.UnsupportedEncodingException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return result;
	}

	private static String asciiDomain(String address) {
		return IDN.toASCII(address.substring(address.lastIndexOf('@') + 1));
	}

}
