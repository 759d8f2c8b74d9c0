package se.kulturlots.mail;

import se.kulturlots.core.ControlCharacters;

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
		if (ControlCharacters.in(fileName) || ControlCharacters.in(contentType)) {
			throw MailProblem.controlCharacters();
		}
	}

}
