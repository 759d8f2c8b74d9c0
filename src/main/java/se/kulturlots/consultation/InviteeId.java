package se.kulturlots.consultation;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of an organisation on the list of those invited. */
public final class InviteeId extends Id {

	public InviteeId(UUID value) {
		super(value);
	}

}
