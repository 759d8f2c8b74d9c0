package se.kulturlots.register;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a file that is read into the register. */
public final class ImportId extends Id {

	public ImportId(UUID value) {
		super(value);
	}

}
