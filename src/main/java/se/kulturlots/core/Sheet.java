package se.kulturlots.core;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A file for spreadsheets that goes out row by row: CSV in UTF-8 with byte order mark and
 * semicolons, or a workbook (XLSX) in which days and numbers are such. Nothing in it is
 * what a spreadsheet would take for a formula.
 */
public abstract class Sheet implements AutoCloseable {

	private final ZoneId zone;

	private Sheet(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * A file of separated values.
	 * @param zone the zone in which moments are read
	 */
	public static Sheet csv(OutputStream out, ZoneId zone) {
		return new Csv(out, zone);
	}

	/**
	 * A workbook, with a sheet for each table.
	 * @param zone the zone in which moments are read
	 */
	public static Sheet workbook(OutputStream out, ZoneId zone) {
		return new Excel(out, zone);
	}

	/**
	 * Begins a table.
	 * @param title what it is called; CSV says so from the second one on
	 * @param headings its first row
	 */
	public abstract void table(String title, List<String> headings);

	/**
	 * Begins a table whose words are texts.
	 * @param titleKey the key of its title
	 * @param headingKeys the keys of its first row
	 */
	public final void table(Texts texts, String titleKey, String... headingKeys) {
		table(texts.t(titleKey), Arrays.stream(headingKeys).map((key) -> texts.t(key)).toList());
	}

	/**
	 * Writes a row.
	 * @param cells texts, numbers, days and moments; null for nothing
	 */
	public abstract void row(@Nullable Object... cells);

	/** Writes what is left; the stream stays open. */
	@Override
	public abstract void close();

	/** The moment as a clock on the wall shows it. */
	LocalDateTime local(Instant moment) {
		return LocalDateTime.ofInstant(moment, this.zone);
	}

	private static final class Csv extends Sheet {

		private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

		private final Writer out;

		private final CsvWriter writer;

		private boolean begun;

		Csv(OutputStream out, ZoneId zone) {
			super(zone);
			this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
			this.writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(this.out);
		}

		@Override
		public void table(String title, List<String> headings) {
			if (this.begun) {
				this.writer.writeRecord("");
				this.writer.writeRecord(SpreadsheetText.harmless(title));
			}
			else {
				try {
					this.out.write('\uFEFF');
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
			this.begun = true;
			this.writer.writeRecord(headings);
		}

		@Override
		public void row(@Nullable Object... cells) {
			this.writer.writeRecord(Arrays.stream(cells).map(this::text).toList());
		}

		private String text(@Nullable Object cell) {
			if (cell instanceof Number || cell instanceof LocalDate) {
				return cell.toString();
			}
			return (cell instanceof Instant moment) ? MINUTES.format(local(moment))
					: SpreadsheetText.harmless((String) cell);
		}

		@Override
		public void close() {
			try {
				this.writer.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private static final class Excel extends Sheet {

		/** How many rows memory holds; their lengths make the widths of the columns. */
		private static final int AT_ONCE = 1000;

		private static final int LONGEST_TEXT = 32_767;

		private static final int NARROWEST = 10;

		private static final int WIDEST = 60;

		private final Workbook workbook;

		private @Nullable Worksheet sheet;

		private int[] widths = new int[0];

		private int rows;

		Excel(OutputStream out, ZoneId zone) {
			super(zone);
			this.workbook = new Workbook(out, "Kulturlots", null);
		}

		@Override
		public void table(String title, List<String> headings) {
			finish();
			Worksheet begun = this.workbook.newWorksheet(title);
			begun.freezePane(0, 1);
			this.sheet = begun;
			this.rows = 0;
			this.widths = new int[headings.size()];
			Arrays.fill(this.widths, NARROWEST);
			row(headings.toArray());
			begun.range(0, 0, 0, Math.max(0, headings.size() - 1)).style().bold().set();
		}

		@Override
		public void row(@Nullable Object... cells) {
			Worksheet into = this.sheet;
			if (into == null) {
				throw new IllegalStateException("no table has begun");
			}
			for (int column = 0; column < cells.length; column++) {
				Object cell = cells[column];
				if (cell != null) {
					widen(column, put(into, column, cell));
				}
			}
			this.rows++;
			if (this.rows % AT_ONCE == 0) {
				flush(into);
			}
		}

		/* how many letters it takes */
		private int put(Worksheet into, int column, Object cell) {
			if (cell instanceof Number number) {
				into.value(this.rows, column, number);
				return number.toString().length();
			}
			if (cell instanceof LocalDate day) {
				into.value(this.rows, column, day);
				into.style(this.rows, column).format("yyyy-mm-dd").set();
				return "yyyy-mm-dd".length();
			}
			if (cell instanceof Instant moment) {
				into.value(this.rows, column, local(moment));
				into.style(this.rows, column).format("yyyy-mm-dd hh:mm").set();
				return "yyyy-mm-dd hh:mm".length();
			}
			String text = SpreadsheetText.harmless((String) cell);
			into.inlineString(this.rows, column,
					(text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT - 1) + "…" : text);
			return text.length();
		}

		private void widen(int column, int letters) {
			if (column < this.widths.length && this.rows < AT_ONCE) {
				this.widths[column] = Math.min(WIDEST, Math.max(this.widths[column], letters + 2));
			}
		}

		private void flush(Worksheet written) {
			if (this.rows <= AT_ONCE) {
				for (int column = 0; column < this.widths.length; column++) {
					written.width(column, this.widths[column]);
				}
			}
			try {
				written.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private void finish() {
			Worksheet written = this.sheet;
			if (written != null) {
				flush(written);
				try {
					written.finish();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}

		@Override
		public void close() {
			finish();
			try {
				this.workbook.finish();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
