package se.kulturlots.deadline;

/** What a deadline is the end of, or what begins on its day. */
public enum DeadlineKind {

	/** The inventory of organisations ends. */
	INVENTORY,
	/** An answer to an invitation. */
	ANSWER,
	/** Registration for a meeting. */
	REGISTRATION,
	/** A meeting begins. */
	MEETING,
	/** A meeting ends. */
	MEETING_END,
	/** The first day to give input or comments; it may have been. */
	OPENING,
	/** Input to a consultation. */
	INPUT,
	/** Comments on a draft. */
	REFERRAL,
	/** The political decision. */
	DECISION,
	/** A task of the staff. */
	TASK;

	/** Whether something begins on its day, so that it is due when the day begins. */
	public boolean begins() {
		return this == OPENING;
	}

	/**
	 * The key of its name for people.
	 * @return a key of the message files
	 */
	public String messageKey() {
		return "deadline.kind." + name();
	}

}
