package se.kulturlots.consultation;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of something that was said: the answer to one question, or on one section. */
public final class InputId extends Id {

	public InputId(UUID value) {
		super(value);
	}

}
