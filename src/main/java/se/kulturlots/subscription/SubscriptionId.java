package se.kulturlots.subscription;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of something that somebody follows. */
public final class SubscriptionId extends Id {

	public SubscriptionId(UUID value) {
		super(value);
	}

}
