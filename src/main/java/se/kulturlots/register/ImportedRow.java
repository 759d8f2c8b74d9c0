package se.kulturlots.register;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file as it was understood.
 *
 * @param number as a spreadsheet counts
 * @param name the name in it, empty if it has none
 * @param details what it says, cleaned; null if it is refused
 * @param saysLanguage whether the language of the details stands in the row
 * @param refused the key of the note why it cannot be used, or null
 * @param notes what to know about it
 */
record ImportedRow(int number, String name, @Nullable OrganisationDetails details, boolean saysLanguage,
		@Nullable String refused, List<ImportNote> notes) {

	static ImportedRow refused(int number, String name, String key, List<ImportNote> notes) {
		return new ImportedRow(number, name, null, false, key, notes);
	}

}
