package se.kulturlots.input;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.DateText;

/**
 * What came in as a file for spreadsheets: UTF-8 with byte order mark, semicolons, and
 * nothing that a spreadsheet would take for a formula.
 */
@Component
public class InputExport {

	private static final List<String> HEADINGS = List.of("reference", "received", "channel", "late", "heading", "text",
			"organisation", "name", "email", "municipality", "theme", "duplicateOf", "hidden", "withdrawn");

	private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@|%\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*",
			Pattern.DOTALL);

	private final InputSearch search;

	private final Authorities authorities;

	private final MessageSource messages;

	InputExport(InputSearch search, Authorities authorities, MessageSource messages) {
		this.search = search;
		this.authorities = authorities;
		this.messages = messages;
	}

	/**
	 * The file.
	 * @param filter which inputs
	 * @param locale the language of headings
	 */
	public byte[] csv(InputPeriod period, InputFilter filter, Locale locale) {
		Authority authority = this.authorities.get(period.authorityId());
		Function<String, String> text = (key) -> this.messages.getMessage(key, null, locale);
		StringWriter out = new StringWriter();
		out.write('\uFEFF');
		try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out)) {
			writer.writeRecord(HEADINGS.stream().map((heading) -> text.apply("input.export." + heading)).toList());
			rows(period.id(), filter).forEach((row) -> writer.writeRecord(record(row, authority.zone(), locale, text)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static List<String> record(InputRow row, ZoneId zone, Locale locale, Function<String, String> text) {
		return Stream
			.of(row.reference(), DateText.dateTime(row.receivedAt(), zone, locale),
					text.apply(row.channel().messageKey()), yes(row.late(), text), row.heading(), row.text(),
					row.organisationName(), row.name(), row.email(), row.municipality(), row.theme(), row.duplicateOf(),
					row.hiddenReason(), yes(row.withdrawn(), text))
			.map(InputExport::harmless)
			.toList();
	}

	private List<InputRow> rows(InputPeriodId periodId, InputFilter filter) {
		return this.search.rows(periodId, filter, 1, Integer.MAX_VALUE);
	}

	private static @Nullable String yes(boolean holds, Function<String, String> text) {
		return holds ? text.apply("input.yes") : null;
	}

	/** The value with an apostrophe before what a spreadsheet would compute. */
	static String harmless(@Nullable String value) {
		if (value == null) {
			return "";
		}
		return FORMULA.matcher(value).matches() ? "'" + value : value;
	}

}
