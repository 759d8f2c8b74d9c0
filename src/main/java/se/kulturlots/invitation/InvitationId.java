package se.kulturlots.invitation;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of the letter that invites to a consultation. */
public final class InvitationId extends Id {

	public InvitationId(UUID value) {
		super(value);
	}

}
