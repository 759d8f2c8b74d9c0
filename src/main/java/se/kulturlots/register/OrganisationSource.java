package se.kulturlots.register;

/** How an organisation came into the register. */
public enum OrganisationSource {

	/** From a file. */
	IMPORT,
	/** By itself. */
	SELF,
	/** Written by staff. */
	OFFICER;

	/**
	 * The key of its name.
	 * @return a key in the message files
	 */
	public String messageKey() {
		return "register.source." + name();
	}

}
