package se.kulturlots.deadline;

import se.kulturlots.core.Problem;

/** What can be wrong about a deadline or a ladder. */
public final class DeadlineProblem extends Problem {

	private DeadlineProblem(Kind kind, String messageKey, Object... arguments) {
		super(kind, messageKey, arguments);
	}

	/** There is no such deadline, or it is another authority's. */
	public static DeadlineProblem unknown() {
		return new DeadlineProblem(Kind.NOT_FOUND, "deadline.problem.unknown");
	}

	/** The date has been already. */
	public static DeadlineProblem past() {
		return new DeadlineProblem(Kind.INVALID, "deadline.problem.past");
	}

	/**
	 * The date is so far off that the year must be mistyped.
	 * @param years how many years ahead are allowed
	 */
	public static DeadlineProblem tooFar(int years) {
		return new DeadlineProblem(Kind.INVALID, "deadline.problem.tooFar", years);
	}

	/**
	 * A ladder has too many steps, or one that is too high or negative.
	 * @param mostSteps how many there may be
	 * @param highestStep the most working days
	 */
	public static DeadlineProblem ladder(int mostSteps, int highestStep) {
		return new DeadlineProblem(Kind.INVALID, "deadline.problem.ladder", mostSteps, highestStep);
	}

}
