package se.kulturlots.register;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody reads into the register.
 *
 * @param authorityId whose register
 * @param accountId who has sent it
 * @param fileName its name
 * @param state how far it has come
 * @param rowsRead how many rows have been read so far
 * @param reading how often it has been read
 * @param withoutHeadings whether its first row is one like the others
 * @param headings its headings and what they are read as
 * @param problem the key of the sentence why it cannot be read, or null
 * @param problemArguments the arguments of that sentence
 * @param expiresAt when the file, or its report, goes
 */
public record ImportFile(ImportId id, String authorityId, String accountId, String fileName, State state, int rowsRead,
		int reading, boolean withoutHeadings, List<Heading> headings, @Nullable String problem,
		List<Object> problemArguments, Instant expiresAt) {

	/** Of how many columns, the first ones, somebody chooses what they are read as. */
	public static final int MOST_CHOSEN = 100;

	/** The headings that are not read. */
	public List<String> unusedHeadings() {
		return this.headings.stream()
			.filter((heading) -> heading.column() == null && !heading.text().isEmpty())
			.map(Heading::text)
			.toList();
	}

	/** The headings that are read. */
	public List<Heading> usedHeadings() {
		return this.headings.stream().filter((heading) -> heading.column() != null).toList();
	}

	/**
	 * What the columns after the chosen ones are read as: what they were, but for the
	 * name, if that is among the chosen ones now.
	 * @param chosen the names of columns, empty for those that are not read
	 */
	public List<String> columnsAfter(List<String> chosen) {
		boolean named = chosen.contains(Column.NAME.name());
		return this.headings.stream()
			.skip(chosen.size())
			.map((heading) -> (heading.column() == null || named && heading.column().equals(Column.NAME.name())) ? ""
					: heading.column())
			.toList();
	}

	/** What a column can be read as. */
	public static List<String> columns() {
		return Arrays.stream(Column.values()).map(Column::name).toList();
	}

	/** How far a file has come. */
	public enum State {

		/** Is being read, and nothing has changed. */
		READING,
		/** Is read, and waits for somebody to confirm it. */
		READ,
		/** Is confirmed, and on its way into the register. */
		IMPORTING,
		/** Is in the register. */
		DONE,
		/** Could not be read. */
		FAILED,
		/** Was in the register, and has been taken out. */
		UNDONE;

		/** Whether something is done in the background. */
		public boolean isUnderWay() {
			return this == READING || this == IMPORTING;
		}

		/** Whether what its rows did is known. */
		public boolean hasReport() {
			return this == READ || this == DONE || this == UNDONE;
		}

	}

	/**
	 * A heading of the file.
	 *
	 * @param text as it is written, empty if the column has none
	 * @param column the name of the column of a register that it is read as, null if it
	 * is not read
	 */
	public record Heading(String text, @Nullable String column) {
	}

}
