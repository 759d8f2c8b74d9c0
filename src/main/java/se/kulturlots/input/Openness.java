package se.kulturlots.input;

/** Whether the public form takes anything. */
public enum Openness {

	/** The first day has not come. */
	NOT_YET,
	/** It takes input. */
	OPEN,
	/**
	 * The last day has passed, the decision has not been taken: input is kept as late.
	 */
	LATE,
	/** It takes nothing more. */
	CLOSED;

	/**
	 * Whether the form takes something.
	 * @return true also for what is late
	 */
	public boolean takesInput() {
		return this == OPEN || this == LATE;
	}

}
