package se.kulturlots.register;

/**
 * What the staff of an authority look for again and again.
 *
 * @param name what they call it
 * @param filter which organisations
 */
public record SavedFilter(SavedFilterId id, String name, OrganisationFilter filter) {

	/** The longest name. */
	public static final int LONGEST_NAME = 60;

}
