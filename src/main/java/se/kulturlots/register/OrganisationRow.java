package se.kulturlots.register;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.OrganisationId;

/**
 * An organisation in a list.
 *
 * @param organisationNumber its number
 * @param sector what it is about
 * @param municipalityCode where it has its seat
 * @param municipality the name of that municipality
 * @param email where it is reached
 * @param language the language of letters to it
 * @param priorityGroup the group it speaks for
 * @param status whether it is in the register
 */
public record OrganisationRow(OrganisationId id, String name, @Nullable String organisationNumber, Sector sector,
		@Nullable String municipalityCode, @Nullable String municipality, @Nullable String email, String language,
		@Nullable PriorityGroup priorityGroup, OrganisationStatus status) {
}
