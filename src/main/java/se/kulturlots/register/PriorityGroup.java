package se.kulturlots.register;

/** Groups that have seldom been heard and that each consultation should reach. */
public enum PriorityGroup {

	/** Organisations of young people. */
	YOUTH,
	/** Cultural associations of ethnic minorities. */
	ETHNIC_MINORITIES,
	/** The national minorities. */
	NATIONAL_MINORITIES,
	/** Organisations of people with disabilities. */
	DISABILITY;

	/**
	 * The key of its name.
	 * @return a key in the message files
	 */
	public String messageKey() {
		return "register.priorityGroup." + name();
	}

}
