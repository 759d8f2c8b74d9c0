package se.kulturlots.register;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a join of two organisations that are the same. */
public final class JoinId extends Id {

	public JoinId(UUID value) {
		super(value);
	}

}
