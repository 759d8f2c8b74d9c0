package se.kulturlots.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a text with semicolons, commas or tabs between the fields. A quotation mark
 * that does not enclose a field is a letter like others: left alone by a library it would
 * swallow the rows up to the next one.
 */
final class CsvRows implements TableRows {

	private static final char[] SEPARATORS = { ';', ',', '\t' };

	private static final int MOST_LINES = 100;

	// spreadsheets may say the separator on a line of its own, with empty fields after it
	private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\\s*\"?sep=(.)\"?[;,\\t\\s]*");

	private final TextLines lines;

	private final Deque<Line> ahead = new ArrayDeque<>();

	private final char separator;

	private final int columns;

	private int number;

	CsvRows(InputStream in) throws IOException {
		this.lines = new TextLines(in);
		Line first = read();
		while (first != null && first.text().isBlank()) {
			this.number++;
			first = read();
		}
		if (first == null) {
			throw RegisterProblem.emptyFile();
		}
		Matcher said = SEPARATOR_LINE.matcher(first.text());
		boolean isSaid = said.matches();
		if (isSaid) {
			first = read();
			if (first == null) {
				throw RegisterProblem.emptyFile();
			}
		}
		this.ahead.addFirst(first);
		this.separator = isSaid ? said.group(1).charAt(0) : separator(first.text());
		this.columns = fields(first.text(), this.separator);
	}

	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			Line line = take();
			if (line == null) {
				return null;
			}
			Row row = row(line);
			if (!row.isBlank()) {
				return row;
			}
		}
	}

	private Row row(Line first) throws IOException {
		this.number++;
		List<String> fields = new ArrayList<>();
		boolean otherEncoding = first.otherEncoding();
		boolean stray = false;
		String text = first.text();
		int at = 0;
		while (true) {
			int start = spacesSkipped(text, at);
			if (start < text.length() && text.charAt(start) == '"') {
				Quoted quoted = quoted(text, start);
				if (quoted != null) {
					fields.add(quoted.value());
					text = quoted.text();
					at = quoted.end();
					otherEncoding |= quoted.otherEncoding();
					if (at >= text.length()) {
						break;
					}
					at++;
					continue;
				}
				stray = true;
				start++;
				at = start;
			}
			int end = text.indexOf(this.separator, at);
			fields.add(text.substring(at, (end < 0) ? text.length() : end));
			if (end < 0) {
				break;
			}
			at = end + 1;
		}
		List<String> repairs = new ArrayList<>();
		if (otherEncoding) {
			repairs.add("otherEncoding");
		}
		if (stray) {
			repairs.add("strayQuote");
		}
		return new Row(this.number, fields, repairs);
	}

	/**
	 * A field in quotation marks, perhaps of several lines.
	 * @return null if the mark encloses nothing
	 */
	private @Nullable Quoted quoted(String line, int start) throws IOException {
		StringBuilder value = new StringBuilder();
		List<Line> taken = new ArrayList<>();
		String text = line;
		boolean otherEncoding = false;
		int at = start + 1;
		while (true) {
			int mark = text.indexOf('"', at);
			if (mark < 0) {
				value.append(text, at, text.length()).append('\n');
				Line next = (taken.size() < MOST_LINES) ? take() : null;
				if (next == null || (isRow(line) && isRow(next.text()))) {
					if (next != null) {
						taken.add(next);
					}
					return giveBack(taken);
				}
				taken.add(next);
				text = next.text();
				otherEncoding |= next.otherEncoding();
				at = 0;
				continue;
			}
			value.append(text, at, mark);
			if (mark + 1 < text.length() && text.charAt(mark + 1) == '"') {
				value.append('"');
				at = mark + 2;
				continue;
			}
			int end = spacesSkipped(text, mark + 1);
			if (end < text.length() && text.charAt(end) != this.separator) {
				return giveBack(taken);
			}
			return new Quoted(value.toString(), text, end, otherEncoding);
		}
	}

	private @Nullable Quoted giveBack(List<Line> taken) {
		for (int i = taken.size() - 1; i >= 0; i--) {
			this.ahead.addFirst(taken.get(i));
		}
		return null;
	}

	/** Whether a line may be a whole row by itself, and so no part of a field. */
	private boolean isRow(String line) {
		return this.columns > 1 && fields(line, this.separator) == this.columns;
	}

	private int spacesSkipped(String text, int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) == ' ') {
			at++;
		}
		return at;
	}

	private @Nullable Line take() throws IOException {
		Line line = this.ahead.pollFirst();
		return (line != null) ? line : read();
	}

	private @Nullable Line read() throws IOException {
		String text = this.lines.next();
		return (text != null) ? new Line(text, this.lines.isLastInOtherEncoding()) : null;
	}

	private static char separator(String headings) {
		List<Guess> guesses = new ArrayList<>();
		for (char separator : SEPARATORS) {
			String[] fields = headings.split(Pattern.quote(String.valueOf(separator)), -1);
			long known = Arrays.stream(fields).filter((it) -> Column.of(it).isPresent()).count();
			guesses.add(new Guess(separator, known, fields.length));
		}
		return guesses.stream()
			.max(Comparator.comparingLong(Guess::known).thenComparingInt(Guess::fields))
			.orElseThrow()
			.separator();
	}

	private static int fields(String line, char separator) {
		return (int) line.chars().filter((one) -> one == separator).count() + 1;
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

	private record Line(String text, boolean otherEncoding) {
	}

	private record Quoted(String value, String text, int end, boolean otherEncoding) {
	}

	private record Guess(char separator, long known, int fields) {
	}

}
