package se.kulturlots.core;

import java.util.UUID;

/**
 * The id of an organisation in the register. It stands this low since mails are addressed
 * to organisations.
 */
public final class OrganisationId extends Id {

	public OrganisationId(UUID value) {
		super(value);
	}

}
