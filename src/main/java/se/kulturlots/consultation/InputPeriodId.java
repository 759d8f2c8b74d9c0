package se.kulturlots.consultation;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a time in which people may say something in writing. */
public final class InputPeriodId extends Id {

	public InputPeriodId(UUID value) {
		super(value);
	}

}
