package se.kulturlots.meeting;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a registration for a meeting. */
public final class RegistrationId extends Id {

	public RegistrationId(UUID value) {
		super(value);
	}

}
