package se.kulturlots.register;

/** Whether an organisation is in the register. */
public enum OrganisationStatus {

	/** In the register. */
	ACTIVE,
	/** Has registered itself and waits to be looked at. */
	PENDING,
	/** Taken out of it. */
	REMOVED;

	/**
	 * The key of its name.
	 * @return a key in the message files
	 */
	public String messageKey() {
		return "register.status." + name();
	}

}
