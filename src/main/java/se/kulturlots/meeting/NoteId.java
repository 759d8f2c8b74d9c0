package se.kulturlots.meeting;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a note from a meeting. */
public final class NoteId extends Id {

	public NoteId(UUID value) {
		super(value);
	}

}
