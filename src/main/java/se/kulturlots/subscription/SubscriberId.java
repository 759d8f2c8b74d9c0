package se.kulturlots.subscription;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of somebody who follows. */
public final class SubscriberId extends Id {

	public SubscriberId(UUID value) {
		super(value);
	}

}
