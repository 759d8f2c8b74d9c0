package se.kulturlots.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

import se.kulturlots.testing.Sheets;

import static org.assertj.core.api.Assertions.assertThat;

class SheetTest {

	private static final Instant MOMENT = Instant.parse("2027-02-28T23:30:00Z");

	private static void twoTables(Sheet sheet) {
		sheet.table("Föreningar: [alla]", List.of("Namn", "Dag", "Kom", "Antal"));
		sheet.row("Åkerby \"kör\"; och\nrad", LocalDate.of(2027, 3, 1), MOMENT, 12);
		sheet.row("=HYPERLINK(\"http://x.example\")", null, null, null);
		sheet.row("\n@SUM(1)", null, null, 0);
		sheet.table("=Andra", List.of("Namn"));
		sheet.row("-5");
	}

	@Test
	void csvIsReadBySpreadsheetsAndComputesNothing() {
		assertThat(Sheets.csv(SheetTest::twoTables)).isEqualTo("\uFEFF" + """
				Namn;Dag;Kom;Antal
				"Åkerby ""kör""; och
				rad";2027-03-01;2027-03-01 00:30;12
				"'=HYPERLINK(""http://x.example"")";;;
				"'
				@SUM(1)";;;0

				'=Andra
				Namn
				'-5
				""".replace("\n", "\r\n").replace("och\r\n", "och\n").replace("'\r\n@", "'\n@"));
	}

	@Test
	void aWorkbookHasDaysAndNumbersAndComputesNothing() throws IOException {
		byte[] file = Sheets.workbook(SheetTest::twoTables);
		Map<String, List<List<String>>> sheets = Sheets.read(file);
		assertThat(sheets).hasSize(2);
		List<List<String>> first = sheets.values().iterator().next();
		assertThat(first).containsExactly(List.of("Namn", "Dag", "Kom", "Antal"),
				List.of("Åkerby \"kör\"; och\nrad", "2027-03-01", "2027-03-01 00:30", "12"),
				List.of("'=HYPERLINK(\"http://x.example\")"), List.of("'\n@SUM(1)", "", "", "0"));
		String xml = part(file, "xl/worksheets/sheet1.xml");
		assertThat(xml).doesNotContain("<f>").contains("ySplit=\"1\"").contains("state=\"frozen\"");
		// as wide as what is in it
		assertThat(xml).containsPattern("<col min=\"1\" max=\"1\" width=\"3\\d");
	}

	@Test
	void manyRowsAndOddTextsAreAllThere() {
		String longest = "å".repeat(40_000);
		byte[] file = Sheets.workbook((sheet) -> {
			sheet.table("Rader", List.of("Nummer", "Text"));
			for (int i = 1; i <= 2500; i++) {
				sheet.row(i, (i == 2) ? longest : "bort\u0000\u000b🎭 rad " + i);
			}
		});
		List<List<String>> rows = Sheets.read(file).get("Rader");
		assertThat(rows).hasSize(2501);
		assertThat(rows.get(1)).containsExactly("1", "bort🎭 rad 1");
		assertThat(rows.get(2500)).containsExactly("2500", "bort🎭 rad 2500");
		// no more goes into a cell
		assertThat(rows.get(2).get(1)).hasSize(32_767).endsWith("å…");
	}

	private static String part(byte[] file, String name) throws IOException {
		Path kept = Files.write(Files.createTempFile("sheet", ".xlsx"), file);
		try (ZipFile zip = new ZipFile(kept.toFile())) {
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			Files.delete(kept);
		}
	}

}
