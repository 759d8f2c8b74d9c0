package se.kulturlots.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** The rows of the first sheet of a workbook, as they are needed. */
final class XlsxRows implements TableRows {

	private static final int BUFFER = 1 << 16;

	private final ReadableWorkbook workbook;

	private final Stream<org.dhatim.fastexcel.reader.Row> stream;

	private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

	XlsxRows(Path file, long largest) throws IOException {
		refuseBombs(file, largest);
		try {
			this.workbook = new ReadableWorkbook(file.toFile());
			this.stream = this.workbook.getFirstSheet().openStream();
			this.rows = this.stream.iterator();
		}
		catch (IOException | RuntimeException ex) {
			throw RegisterProblem.unreadable();
		}
	}

	/**
	 * A small file can hold far more than memory does: what it holds is counted before it
	 * is read, whatever it says of itself.
	 */
	private static void refuseBombs(Path file, long largest) {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			long read = 0;
			byte[] buffer = new byte[BUFFER];
			for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
				try (InputStream in = zip.getInputStream(entries.nextElement())) {
					for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
						read += count;
						if (read > largest) {
							throw RegisterProblem.tooMuchInFile();
						}
					}
				}
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw RegisterProblem.unreadable();
		}
	}

	@Override
	public @Nullable Row next() {
		try {
			while (this.rows.hasNext()) {
				org.dhatim.fastexcel.reader.Row row = this.rows.next();
				List<String> fields = new ArrayList<>(row.getCellCount());
				for (int i = 0; i < row.getCellCount(); i++) {
					fields.add(row.getOptionalCell(i).map(XlsxRows::text).orElse(""));
				}
				Row read = new Row(row.getRowNum(), fields, List.of());
				if (!read.isBlank()) {
					return read;
				}
			}
			return null;
		}
		catch (ExcelReaderException | UncheckedIOException | IndexOutOfBoundsException | NumberFormatException ex) {
			throw RegisterProblem.unreadable();
		}
	}

	private static String text(Cell cell) {
		String raw = cell.getRawValue();
		if (cell.getType() == CellType.NUMBER && raw != null) {
			return new BigDecimal(raw).stripTrailingZeros().toPlainString();
		}
		if (cell.getType() == CellType.ERROR) {
			return "";
		}
		String text = cell.getText();
		return (text != null) ? text : "";
	}

	@Override
	public void close() throws IOException {
		this.stream.close();
		this.workbook.close();
	}

}
