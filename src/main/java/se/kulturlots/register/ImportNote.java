package se.kulturlots.register;

import java.util.List;

/**
 * Something to know about a row of a file.
 *
 * @param kind what sort of note
 * @param row the number of the row as a spreadsheet counts
 * @param name the name in that row, empty if it has none
 * @param messageKey the key of the sentence
 * @param arguments its arguments: headings and numbers of rows
 */
public record ImportNote(Kind kind, int row, String name, String messageKey, List<String> arguments) {

	/** What sort of note it is. */
	public enum Kind {

		/** The row was left out. */
		REFUSED,
		/** The row is the same organisation as an earlier row. */
		MERGED,
		/** Something in the row could not be used, or should be looked at. */
		WARNING;

		/**
		 * The key of its heading.
		 * @return a key in the message files
		 */
		public String messageKey() {
			return "register.import.kind." + name();
		}

	}

}
