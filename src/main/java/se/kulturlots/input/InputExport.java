package se.kulturlots.input;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Sheet;

/** What came in as a file for spreadsheets. */
@Component
public class InputExport {

	private static final List<String> HEADINGS = List.of("reference", "received", "channel", "late", "heading", "text",
			"organisation", "name", "email", "municipality", "theme", "duplicateOf", "hidden", "withdrawn");

	private static final int AT_ONCE = 2000;

	private final InputSearch search;

	private final MessageSource messages;

	InputExport(InputSearch search, MessageSource messages) {
		this.search = search;
		this.messages = messages;
	}

	/**
	 * Writes what came in, as much at a time as memory holds easily.
	 * @param filter which inputs
	 * @param locale the language of headings
	 */
	@Transactional(readOnly = true)
	public void write(InputPeriod period, InputFilter filter, Locale locale, Sheet sheet) {
		Function<String, String> text = (key) -> this.messages.getMessage(key, null, locale);
		sheet.table(text.apply("input.export.title"),
				HEADINGS.stream().map((heading) -> text.apply("input.export." + heading)).toList());
		List<InputRow> rows;
		int page = 1;
		do {
			rows = this.search.rows(period.id(), filter, page++, AT_ONCE);
			rows.forEach((row) -> sheet.row(row.reference(), row.receivedAt(), text.apply(row.channel().messageKey()),
					yes(row.late(), text), row.heading(), row.text(), row.organisationName(), row.name(), row.email(),
					row.municipality(), row.theme(), row.duplicateOf(), row.hiddenReason(),
					yes(row.withdrawn(), text)));
		}
		while (rows.size() == AT_ONCE);
	}

	private static @Nullable String yes(boolean holds, Function<String, String> text) {
		return holds ? text.apply("input.yes") : null;
	}

}
