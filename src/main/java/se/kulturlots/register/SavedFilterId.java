package se.kulturlots.register;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a filter that is saved. */
public final class SavedFilterId extends Id {

	public SavedFilterId(UUID value) {
		super(value);
	}

}
