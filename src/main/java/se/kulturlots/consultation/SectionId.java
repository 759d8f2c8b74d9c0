package se.kulturlots.consultation;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a section of a plan, the same in every version. */
public final class SectionId extends Id {

	public SectionId(UUID value) {
		super(value);
	}

}
