package se.kulturlots.workflow;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

/**
 * A form's answers cannot be taken; the task is as it was. Tasklist and REST show just
 * the sentence, which they do for this type of exception only.
 */
public class AnswersRefused extends WebApplicationException {

	AnswersRefused(String sentence) {
		super(sentence, Status.BAD_REQUEST);
	}

}
