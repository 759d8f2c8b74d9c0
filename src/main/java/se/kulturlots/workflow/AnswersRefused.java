package se.kulturlots.workflow;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import se.kulturlots.core.Problem;

/**
 * A form's answers cannot be taken; the task is as it was. Tasklist and REST show just
 * the sentence, which they do for this type of exception only.
 */
public class AnswersRefused extends WebApplicationException {

	private final Problem problem;

	AnswersRefused(String sentence) {
		this(sentence, new FormProblem(sentence));
	}

	AnswersRefused(String sentence, Problem problem) {
		super(sentence, Status.BAD_REQUEST);
		this.problem = problem;
	}

	/**
	 * What is wrong, for pages of ours.
	 * @return the domain's problem, or one that says what the form refused
	 */
	public Problem problem() {
		return this.problem;
	}

	private static final class FormProblem extends Problem {

		private FormProblem(String sentence) {
			super(Kind.INVALID, "workflow.form.refused", sentence);
		}

	}

}
