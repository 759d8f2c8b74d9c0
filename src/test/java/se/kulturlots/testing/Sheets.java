package se.kulturlots.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

import se.kulturlots.core.Sheet;

/** Files for spreadsheets, written and read. */
public final class Sheets {

	private static final ReadingOptions FORMATS = new ReadingOptions(true, false);

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

	private Sheets() {
	}

	/** What a list writes as CSV. */
	public static String csv(Consumer<Sheet> list) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Sheet sheet = Sheet.csv(out, STOCKHOLM)) {
			list.accept(sheet);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

	/** What a list writes as a workbook. */
	public static byte[] workbook(Consumer<Sheet> list) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Sheet sheet = Sheet.workbook(out, STOCKHOLM)) {
			list.accept(sheet);
		}
		return out.toByteArray();
	}

	/**
	 * Reads a workbook.
	 * @return the rows by the names of the sheets; days and moments are texts as in CSV,
	 * numbers are numbers without decimals, nothing is an empty text
	 */
	public static Map<String, List<List<String>>> read(byte[] workbook) {
		Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook), FORMATS)) {
			book.getSheets().forEach((sheet) -> {
				try (Stream<Row> rows = sheet.openStream()) {
					sheets.put(sheet.getName(), rows.map((row) -> row.stream().map(Sheets::text).toList()).toList());
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sheets;
	}

	private static String text(Cell cell) {
		if (cell == null || cell.getType() == CellType.EMPTY) {
			return "";
		}
		if (cell.getType() != CellType.NUMBER) {
			return cell.getText();
		}
		String format = String.valueOf(cell.getDataFormatString());
		if (format.contains("hh")) {
			// a day is a number, whose fraction is not quite the time
			return MINUTES.format(cell.asDate().plusNanos(1_000_000));
		}
		return format.contains("yyyy") ? cell.asDate().toLocalDate().toString()
				: cell.asNumber().toBigInteger().toString();
	}

}
