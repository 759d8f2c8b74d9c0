package se.kulturlots.register;

import org.jspecify.annotations.Nullable;

/**
 * Which organisations one looks for; what is null does not matter.
 *
 * @param text words, each of which stands in the name, place, mail address or number
 * @param municipality the code of a municipality, or {@link #UNKNOWN}
 * @param sector a sector
 * @param priorityGroup a group
 * @param status a status
 * @param hasEmail whether it has a mail address
 */
public record OrganisationFilter(@Nullable String text, @Nullable String municipality, @Nullable Sector sector,
		@Nullable PriorityGroup priorityGroup, @Nullable OrganisationStatus status, @Nullable Boolean hasEmail) {

	/** For organisations whose municipality nobody knows. */
	public static final String UNKNOWN = "-";

	/**
	 * All that are in the register.
	 * @return a filter for active ones
	 */
	public static OrganisationFilter active() {
		return new OrganisationFilter(null, null, null, null, OrganisationStatus.ACTIVE, null);
	}

	/**
	 * All in the register that can be written to.
	 * @return a filter for active ones with a mail address
	 */
	public static OrganisationFilter reachable() {
		return new OrganisationFilter(null, null, null, null, OrganisationStatus.ACTIVE, true);
	}

}
