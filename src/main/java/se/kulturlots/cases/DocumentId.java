package se.kulturlots.cases;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a document of a case. */
public final class DocumentId extends Id {

	public DocumentId(UUID value) {
		super(value);
	}

}
