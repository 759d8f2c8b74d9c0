package se.kulturlots.register;

import java.util.List;

/**
 * What a file does to the register. Every row that was read is new, updated, unchanged,
 * merged or refused.
 *
 * @param read how many rows hold anything
 * @param added how many organisations are new
 * @param updated how many have changed
 * @param unchanged how many were there just so
 * @param merged how many rows say the same organisation again
 * @param refused how many rows were left out
 * @param notes what to know, in the order of the rows, at most {@link #MAX_NOTES}
 * @param moreNotes how many notes there are besides
 */
public record ImportReport(int read, int added, int updated, int unchanged, int merged, int refused,
		List<ImportNote> notes, int moreNotes) {

	/** How many notes a report keeps. */
	public static final int MAX_NOTES = 1000;

	/**
	 * Notes of one kind.
	 * @return in the order of the rows
	 */
	public List<ImportNote> notes(ImportNote.Kind kind) {
		return this.notes.stream().filter((note) -> note.kind() == kind).toList();
	}

}
