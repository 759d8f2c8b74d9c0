package se.kulturlots.deadline;

/** What a deadline is the end of. */
public enum DeadlineKind {

	/** The inventory of organisations ends. */
	INVENTORY,
	/** An answer to an invitation. */
	ANSWER,
	/** Registration for a meeting. */
	REGISTRATION,
	/** A meeting begins. */
	MEETING,
	/** Input to a consultation. */
	INPUT,
	/** Comments on a draft. */
	REFERRAL,
	/** The political decision. */
	DECISION,
	/** A task of the staff. */
	TASK;

	/**
	 * The key of its name for people.
	 * @return a key of the message files
	 */
	public String messageKey() {
		return "deadline.kind." + name();
	}

}
