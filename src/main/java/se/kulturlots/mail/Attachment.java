package se.kulturlots.mail;

/**
 * A file that goes with a mail.
 *
 * @param fileName its name
 * @param contentType its media type, for example
 * {@code text/calendar; charset=UTF-8; method=PUBLISH}
 * @param content its bytes
 */
public record Attachment(String fileName, String contentType, byte[] content) {

	public Attachment {
		MailProblem.requireLine(fileName);
		MailProblem.requireLine(contentType);
	}

}
