package se.kulturlots.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Why a mail did not go, and what that means for it. Holds no address. */
final class SendFault extends Exception {

	private static final Pattern ENHANCED_CODE = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

	private final MailState outcome;

	private final String reason;

	private final boolean serverGone;

	private SendFault(MailState outcome, String reason, boolean serverGone) {
		super(reason, null, false, false);
		this.outcome = outcome;
		this.reason = reason;
		this.serverGone = serverGone;
	}

	/** The server cannot be reached, or does not let us in: no mail's fault. */
	static SendFault notConnected(MessagingException cause) {
		String reason = (cause instanceof AuthenticationFailedException) ? "login" : "connection";
		return new SendFault(MailState.RETRY, reason, true);
	}

	/** The mail can never go as it is. */
	static SendFault unsendable(String reason) {
		return new SendFault(MailState.FAILED, reason, false);
	}

	/** The server refused, or the connection broke. */
	static SendFault whileSending(MessagingException cause, boolean handedOver) {
		for (Throwable link = cause; link != null; link = next(link)) {
			int code = code(link);
			if (code >= 400 && code <= 599) {
				return new SendFault((code < 500) ? MailState.RETRY : MailState.FAILED,
						code + enhanced(link.getMessage()), code == 421);
			}
		}
		return new SendFault(handedOver ? MailState.UNKNOWN : MailState.RETRY, handedOver ? "noAnswer" : "connection",
				true);
	}

	private static @Nullable Throwable next(Throwable link) {
		return (link instanceof MessagingException exception) ? exception.getNextException() : link.getCause();
	}

	private static int code(Throwable link) {
		if (link instanceof SMTPSendFailedException exception) {
			return exception.getReturnCode();
		}
		if (link instanceof SMTPAddressFailedException exception) {
			return exception.getReturnCode();
		}
		return (link instanceof SMTPSenderFailedException exception) ? exception.getReturnCode() : -1;
	}

	// the rest of the answer is left out: servers repeat the address there
	private static String enhanced(@Nullable String answer) {
		Matcher matcher = ENHANCED_CODE.matcher((answer != null) ? answer : "");
		return matcher.find() ? " " + matcher.group(1) : "";
	}

	MailState outcome() {
		return this.outcome;
	}

	String reason() {
		return this.reason;
	}

	boolean serverGone() {
		return this.serverGone;
	}

}
