package se.kulturlots.register;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A table in a file, row by row, whatever kind of file it is. */
interface TableRows extends Closeable {

	/**
	 * The next row that holds anything.
	 * @return null after the last one
	 * @throws RegisterProblem if the file cannot be read any further
	 */
	@Nullable Row next() throws IOException;

	/**
	 * A row.
	 *
	 * @param number as a spreadsheet counts, the first being 1
	 * @param fields its fields, perhaps fewer or more than there are headings
	 * @param repairs keys of notes about what had to be mended to read it
	 */
	record Row(int number, List<String> fields, List<String> repairs) {

		boolean isBlank() {
			return this.fields.stream().allMatch(String::isBlank);
		}

	}

}
