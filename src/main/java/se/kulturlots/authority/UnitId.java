package se.kulturlots.authority;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a unit of an authority. */
public final class UnitId extends Id {

	public UnitId(UUID value) {
		super(value);
	}

}
