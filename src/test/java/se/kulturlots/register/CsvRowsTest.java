package se.kulturlots.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvRowsTest {

	private static final Path SPECTRUM = Path.of("src/test/resources/naughty/csv-spectrum");

	@ParameterizedTest
	@ValueSource(strings = { "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
			"newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8" })
	void oddFilesAreReadAsExpected(String name) throws IOException {
		List<TableRows.Row> table = read(Files.readAllBytes(SPECTRUM.resolve("csvs/" + name + ".csv")));
		List<String> headings = table.get(0).fields();
		// one of the files holds its only row without a list around it
		List<Map<String, String>> expected = new ObjectMapper()
			.enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
			.readValue(SPECTRUM.resolve("json/" + name + ".json").toFile(), new TypeReference<>() {
			});
		List<Map<String, String>> read = new ArrayList<>();
		for (TableRows.Row row : table.subList(1, table.size())) {
			Map<String, String> fields = new LinkedHashMap<>();
			for (int i = 0; i < headings.size(); i++) {
				fields.put(headings.get(i), row.fields().get(i));
			}
			read.add(fields);
		}
		// the collection itself disagrees about this number
		read.forEach((fields) -> fields.remove("Contact Phone Number"));
		expected.forEach((fields) -> fields.remove("Contact Phone Number"));
		expected.forEach((fields) -> fields.replaceAll((heading, value) -> value.replace("\r\n", "\n")));
		assertThat(read).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE" })
	void theEncodingIsFound(String charset) throws IOException {
		List<TableRows.Row> table = read("Namn;Ort\r\nÅäö;Håbo\r\n".getBytes(Charset.forName(charset)));
		assertThat(table).hasSize(2).last().isEqualTo(new TableRows.Row(2, List.of("Åäö", "Håbo"), List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", ",", "\t" })
	void theSeparatorIsFound(String separator) throws IOException {
		String file = String.join(separator, "Föreningsnamn", "Ort") + "\n" + String.join(separator, "A", "B");
		assertThat(read(bytes(file)).get(1).fields()).containsExactly("A", "B");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sep=;", "SEP=;", "\"sep=;\"", "sep=;;;;;" })
	void aSpreadsheetsOwnFirstLineIsSkipped(String line) throws IOException {
		assertThat(read(bytes(line + "\r\nNamn;Ort\r\nA;B\r\n")).get(0).fields()).containsExactly("Namn", "Ort");
	}

	@Test
	void rowsAreCountedAsASpreadsheetDoes() throws IOException {
		List<TableRows.Row> table = read(bytes("Namn\n\"A\nB\"\n;\n\nC\n"));
		assertThat(table).extracting(TableRows.Row::number).containsExactly(1, 2, 5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void linesEndInAnyWay(String end) throws IOException {
		assertThat(read(bytes("Namn" + end + "A" + end + "B"))).extracting((row) -> row.fields().get(0))
			.containsExactly("Namn", "A", "B");
	}

	@Test
	void aQuotationMarkThatEnclosesNothingIsALetterLikeOthers() throws IOException {
		assertThat(read(bytes("Namn;Ort\n\"A;B\nC;D\n"))).extracting(TableRows.Row::fields, TableRows.Row::repairs)
			.containsExactly(row(List.of("Namn", "Ort")), row(List.of("A", "B"), "strayQuote"), row(List.of("C", "D")));
		assertThat(read(bytes("Namn;Ort\nA\"B;\"C\"\nD;E\n")).get(1).fields()).containsExactly("A\"B", "C");
		assertThat(read(bytes("Namn;Ort\n\"A;B\nC;D\"\nE;F\n"))).as("looks like one field of two lines")
			.extracting(TableRows.Row::fields)
			.containsExactly(List.of("Namn", "Ort"), List.of("A", "B"), List.of("C", "D\""), List.of("E", "F"));
	}

	private static org.assertj.core.groups.Tuple row(List<String> fields, String... repairs) {
		return org.assertj.core.groups.Tuple.tuple(fields, List.of(repairs));
	}

	@Test
	void filesThatAreNoTableAreRefused() {
		refused("", "emptyFile");
		refused("\uFEFF \n\n", "emptyFile");
		refused("Namn\n\0\0\0", "notText");
		refused("Namn\n" + "x".repeat(1_000_001), "unreadable");
	}

	private static void refused(String file, String problem) {
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> read(bytes(file)))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem." + problem);
	}

	private static List<TableRows.Row> read(byte[] file) throws IOException {
		List<TableRows.Row> all = new ArrayList<>();
		try (CsvRows rows = new CsvRows(new ByteArrayInputStream(file))) {
			for (TableRows.Row row = rows.next(); row != null; row = rows.next()) {
				all.add(row);
			}
		}
		return all;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
