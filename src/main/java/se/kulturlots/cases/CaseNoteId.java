package se.kulturlots.cases;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a note on a case. */
public final class CaseNoteId extends Id {

	public CaseNoteId(UUID value) {
		super(value);
	}

}
