package se.kulturlots.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * A table from a file as people have them: UTF-8 with or without byte order mark, UTF-16
 * or Windows' Western European, with semicolons, commas or tabs.
 *
 * @param headings the first row
 * @param rows the others that hold anything
 */
record CsvTable(List<String> headings, List<Row> rows) {

	static final int MAX_ROWS = 50_000;

	private static final char[] SEPARATORS = { ';', ',', '\t' };

	static CsvTable read(byte[] file) {
		String text = Normalizer.normalize(decode(file), Normalizer.Form.NFC);
		if (text.isBlank()) {
			throw RegisterProblem.emptyFile();
		}
		if (text.indexOf('\0') >= 0) {
			throw RegisterProblem.notText();
		}
		// spreadsheets may say the separator on a line of its own
		String table = text.replaceFirst("^(?i)sep=.\\R", "");
		return parse(table, separator(table));
	}

	private static CsvTable parse(String text, char separator) {
		List<Row> rows = new ArrayList<>();
		List<String> headings = List.of();
		int number = 0;
		try (CsvReader<CsvRecord> reader = reader(text, separator)) {
			for (CsvRecord record : reader) {
				number++;
				if (record.getFields().stream().allMatch(String::isBlank)) {
					continue;
				}
				if (headings.isEmpty()) {
					headings = record.getFields();
				}
				else {
					rows.add(new Row(number, record.getFields()));
				}
				if (rows.size() > MAX_ROWS) {
					throw RegisterProblem.tooManyRows(MAX_ROWS);
				}
			}
		}
		catch (CsvParseException ex) {
			throw RegisterProblem.unreadable();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return new CsvTable(headings, rows);
	}

	private static char separator(String text) {
		List<Guess> guesses = new ArrayList<>();
		for (char separator : SEPARATORS) {
			List<String> headings = firstRecord(text, separator);
			guesses.add(new Guess(separator, headings.stream().filter((it) -> Column.of(it).isPresent()).count(),
					headings.size()));
		}
		return guesses.stream()
			.max(Comparator.comparingLong(Guess::known).thenComparingInt(Guess::fields))
			.orElseThrow()
			.separator();
	}

	private static List<String> firstRecord(String text, char separator) {
		try (CsvReader<CsvRecord> reader = reader(text, separator)) {
			return reader.stream()
				.map(CsvRecord::getFields)
				.filter((fields) -> !fields.stream().allMatch(String::isBlank))
				.findFirst()
				.orElse(List.of());
		}
		catch (CsvParseException | java.io.IOException ex) {
			return List.of();
		}
	}

	private static CsvReader<CsvRecord> reader(String text, char separator) {
		return CsvReader.builder()
			.fieldSeparator(separator)
			.skipEmptyLines(false)
			.allowExtraFields(true)
			.allowMissingFields(true)
			.allowExtraCharsAfterClosingQuote(true)
			.allowUnclosedQuote(false)
			.ofCsvRecord(text);
	}

	private static String decode(byte[] file) {
		if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
			return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
		}
		if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
			return new String(file, StandardCharsets.UTF_16);
		}
		if (startsWith(file, 'P', 'K', 3, 4) || startsWith(file, '%', 'P', 'D', 'F')
				|| startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw RegisterProblem.notText();
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(file, Charset.forName("windows-1252"));
		}
	}

	private static boolean startsWith(byte[] file, int... beginning) {
		for (int i = 0; i < beginning.length; i++) {
			if (i >= file.length || (file[i] & 0xFF) != beginning[i]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A row.
	 *
	 * @param number as a spreadsheet counts, the headings being row 1
	 * @param fields its fields, perhaps fewer or more than there are headings
	 */
	record Row(int number, List<String> fields) {
	}

	private record Guess(char separator, long known, int fields) {
	}

}
