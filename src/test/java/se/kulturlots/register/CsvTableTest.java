package se.kulturlots.register;

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

class CsvTableTest {

	private static final Path SPECTRUM = Path.of("src/test/resources/naughty/csv-spectrum");

	@ParameterizedTest
	@ValueSource(strings = { "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
			"newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8" })
	void oddFilesAreReadAsExpected(String name) throws IOException {
		CsvTable table = CsvTable.read(Files.readAllBytes(SPECTRUM.resolve("csvs/" + name + ".csv")));
		// one of the files holds its only row without a list around it
		List<Map<String, String>> expected = new ObjectMapper()
			.enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
			.readValue(SPECTRUM.resolve("json/" + name + ".json").toFile(), new TypeReference<>() {
			});
		List<Map<String, String>> read = new ArrayList<>();
		for (CsvTable.Row row : table.rows()) {
			Map<String, String> fields = new LinkedHashMap<>();
			for (int i = 0; i < table.headings().size(); i++) {
				fields.put(table.headings().get(i), row.fields().get(i));
			}
			read.add(fields);
		}
		// the collection itself disagrees about this number
		read.forEach((fields) -> fields.remove("Contact Phone Number"));
		expected.forEach((fields) -> fields.remove("Contact Phone Number"));
		assertThat(read).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16" })
	void theEncodingIsFound(String charset) {
		CsvTable table = CsvTable.read("Namn;Ort\nÅäö;Håbo\n".getBytes(Charset.forName(charset)));
		assertThat(table.rows()).containsExactly(new CsvTable.Row(2, List.of("Åäö", "Håbo")));
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", ",", "\t" })
	void theSeparatorIsFound(String separator) {
		String file = String.join(separator, "Föreningsnamn", "Ort") + "\n" + String.join(separator, "A", "B");
		assertThat(CsvTable.read(bytes(file)).rows().get(0).fields()).containsExactly("A", "B");
	}

	@Test
	void aSpreadsheetsOwnFirstLineIsSkipped() {
		assertThat(CsvTable.read(bytes("sep=;\r\nNamn;Ort\r\nA;B\r\n")).headings()).containsExactly("Namn", "Ort");
	}

	@Test
	void rowsAreCountedAsASpreadsheetDoes() {
		CsvTable table = CsvTable.read(bytes("Namn\n\"A\nB\"\n;\n\nC\n"));
		assertThat(table.rows()).extracting(CsvTable.Row::number).containsExactly(2, 5);
	}

	@Test
	void filesThatAreNoTableAreRefused() {
		refused("", "emptyFile");
		refused("\uFEFF \n\n", "emptyFile");
		refused("PK\u0003\u0004 something", "notText");
		refused("%PDF-1.7", "notText");
		refused("Namn\n\0\0\0", "notText");
		refused("Namn;Ort\n\"A;B\nC;D\n", "unreadable");
		refused("Namn\n" + "A\n".repeat(CsvTable.MAX_ROWS + 1), "tooManyRows");
	}

	private static void refused(String file, String problem) {
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> CsvTable.read(bytes(file)))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem." + problem);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
