package se.kulturlots.register;

/**
 * A row of a file that can be used.
 *
 * @param number as a spreadsheet counts
 * @param details what it says, cleaned
 * @param nameKey the name as different spellings have it in common
 */
record ImportRow(int number, OrganisationDetails details, String nameKey) {

	ImportRow(int number, OrganisationDetails details) {
		this(number, details, details.nameKey());
	}

	String name() {
		return this.details.name();
	}

}
