package se.kulturlots.workflow;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.springframework.dao.OptimisticLockingFailureException;

import se.kulturlots.core.Problem;
import se.kulturlots.core.Problem.Kind;

/**
 * A form's answers cannot be taken; the task is as it was. Tasklist and REST show just
 * the sentence, which they do for this type of exception only.
 */
public class AnswersRefused extends WebApplicationException {

	private final Problem problem;

	private final List<FormFault> faults;

	AnswersRefused(String sentence) {
		this(List.of(new FormFault(null, sentence)));
	}

	AnswersRefused(List<FormFault> faults) {
		this(faults, faults.stream().map(FormFault::sentence).collect(Collectors.joining(" ")));
	}

	private AnswersRefused(List<FormFault> faults, String sentence) {
		super(sentence, Status.BAD_REQUEST);
		this.problem = new FormProblem(Kind.INVALID, sentence);
		this.faults = faults;
	}

	AnswersRefused(String sentence, Problem problem) {
		super(sentence, (problem.kind() == Kind.CONFLICT) ? Status.CONFLICT : Status.BAD_REQUEST);
		this.problem = problem;
		this.faults = List.of(new FormFault(problem.field(), sentence));
	}

	private AnswersRefused(String sentence, Throwable cause) {
		super(sentence, cause, Status.CONFLICT);
		this.problem = new FormProblem(Kind.CONFLICT, sentence);
		this.faults = List.of(new FormFault(null, sentence));
	}

	/** Somebody else was first. */
	static AnswersRefused second(String sentence) {
		return second(sentence, new OptimisticLockingFailureException(sentence));
	}

	/** Somebody else was first, as the engine found out. */
	static AnswersRefused second(String sentence, RuntimeException cause) {
		return new AnswersRefused(sentence, new OptimisticLockingFailureException(sentence, cause));
	}

	/**
	 * What is wrong, for pages of ours.
	 * @return the domain's problem, or one that says what the form refused
	 */
	public Problem problem() {
		return this.problem;
	}

	/**
	 * What is wrong, one by one.
	 * @return in the order of the form
	 */
	public List<FormFault> faults() {
		return this.faults;
	}

	private static final class FormProblem extends Problem {

		private FormProblem(Kind kind, String sentence) {
			super(kind, "workflow.form.refused", sentence);
			// so that a page shows it with what was typed
			at("submissionId");
		}

	}

}
