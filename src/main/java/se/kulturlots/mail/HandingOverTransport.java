package se.kulturlots.mail;

import java.io.IOException;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that knows when a mail passes into the server's hands. A server
 * answers for a mail only after the dot that ends it (RFC 5321, 4.1.1.4 and 6.1), so
 * whatever breaks before can safely be tried again.
 */
class HandingOverTransport extends SMTPTransport {

	private HandOver handOver = () -> false;

	private boolean handedOver;

	HandingOverTransport(Session session, String protocol) {
		super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
	}

	synchronized void send(MimeMessage message, HandOver handOver) throws MessagingException {
		this.handOver = handOver;
		this.handedOver = false;
		sendMessage(message, message.getAllRecipients());
	}

	synchronized boolean handedOver() {
		return this.handedOver;
	}

	// an IOException, because only that makes the transport drop the connection
	@Override
	protected void finishData() throws IOException, MessagingException {
		boolean agreed;
		try {
			agreed = this.handOver.agreed();
		}
		catch (RuntimeException ex) {
			throw new IOException(ex);
		}
		if (!agreed) {
			throw new LeaseLost();
		}
		this.handedOver = true;
		super.finishData();
	}

	/** Another sender has the mail now. */
	static class LeaseLost extends IOException {

	}

}
