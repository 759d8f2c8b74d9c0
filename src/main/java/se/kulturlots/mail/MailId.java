package se.kulturlots.mail;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a mail, from the outbox on. */
public final class MailId extends Id {

	public MailId(UUID value) {
		super(value);
	}

}
