package se.kulturlots.register;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a change that was made to many organisations at once. */
public final class BulkChangeId extends Id {

	public BulkChangeId(UUID value) {
		super(value);
	}

}
