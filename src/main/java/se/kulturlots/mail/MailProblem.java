package se.kulturlots.mail;

import se.kulturlots.core.PlainText;
import se.kulturlots.core.Problem;

/** What can be wrong about a mail. */
public final class MailProblem extends Problem {

	private MailProblem(Kind kind, String messageKey, Object... arguments) {
		super(kind, messageKey, arguments);
	}

	/** Refuses what is ours to keep to one line. */
	static void requireLine(String text) {
		if (!PlainText.line(text).equals(text)) {
			throw new MailProblem(Kind.INVALID, "mail.problem.controlCharacters");
		}
	}

	static MailProblem unknown() {
		return new MailProblem(Kind.NOT_FOUND, "mail.problem.unknown");
	}

	static MailProblem toldOtherwise() {
		return new MailProblem(Kind.CONFLICT, "mail.problem.toldOtherwise");
	}

	static MailProblem notRetryable() {
		return new MailProblem(Kind.CONFLICT, "mail.problem.notRetryable");
	}

	static MailProblem suppressed() {
		return new MailProblem(Kind.CONFLICT, "mail.problem.suppressed");
	}

}
