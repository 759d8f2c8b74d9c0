package se.kulturlots.phonecalls;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of something that somebody is to be told. */
public final class PhoneCallId extends Id {

	public PhoneCallId(UUID value) {
		super(value);
	}

}
