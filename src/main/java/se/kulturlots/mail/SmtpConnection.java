package se.kulturlots.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** A connection for several mails, made when it is needed and again when it is lost. */
class SmtpConnection implements AutoCloseable {

	private final Session session;

	private final String protocol;

	private final @Nullable String host;

	private final int port;

	private final @Nullable String user;

	private final @Nullable String password;

	private @Nullable HandingOverTransport transport;

	SmtpConnection(Session session, String protocol, @Nullable String host, int port, @Nullable String user,
			@Nullable String password) {
		this.session = session;
		this.protocol = protocol;
		this.host = host;
		this.port = port;
		this.user = user;
		this.password = password;
	}

	/**
	 * Sends a mail.
	 * @return false if handing over was not agreed to, and nothing was sent
	 */
	boolean send(MimeMessage message, HandOver handOver) throws SendFault {
		HandingOverTransport connected = connected();
		try {
			connected.send(message, handOver);
			return true;
		}
		catch (MessagingException ex) {
			if (ex.getNextException() instanceof HandingOverTransport.LeaseLost) {
				return false;
			}
			throw SendFault.whileSending(ex, connected.handedOver());
		}
	}

	private HandingOverTransport connected() throws SendFault {
		HandingOverTransport current = this.transport;
		if (current != null && current.isConnected()) {
			return current;
		}
		current = new HandingOverTransport(this.session, this.protocol);
		try {
			current.connect(this.host, this.port, this.user, this.password);
		}
		catch (MessagingException ex) {
			throw SendFault.notConnected(ex);
		}
		this.transport = current;
		return current;
	}

	@Override
	public void close() {
		try {
			if (this.transport != null) {
				this.transport.close();
			}
		}
		catch (MessagingException ex) {
			// nothing is lost: every mail has its answer
		}
	}

}
