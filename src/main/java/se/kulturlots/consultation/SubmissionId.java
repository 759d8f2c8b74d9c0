package se.kulturlots.consultation;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of what somebody sent at once. */
public final class SubmissionId extends Id {

	public SubmissionId(UUID value) {
		super(value);
	}

}
