package se.kulturlots.meeting;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a question that a case gathers around. */
public final class QuestionId extends Id {

	public QuestionId(UUID value) {
		super(value);
	}

}
