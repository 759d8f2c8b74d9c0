package se.kulturlots.calls;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of something that somebody is to be told. */
public final class CallId extends Id {

	public CallId(UUID value) {
		super(value);
	}

}
