package se.kulturlots.register;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.SpreadsheetText;

/**
 * The register as a file for spreadsheets: UTF-8 with byte order mark, semicolons, and
 * nothing that a spreadsheet would take for a formula. Its Swedish headings are those
 * that the import reads.
 */
@Component
public class OrganisationExport {

	private static final List<String> HEADINGS = List.of("name", "number", "type", "sector", "priorityGroup",
			"municipality", "postalCode", "locality", "email", "phone", "website", "contact", "language");

	private final OrganisationSearch search;

	private final Municipalities municipalities;

	private final MessageSource messages;

	OrganisationExport(OrganisationSearch search, Municipalities municipalities, MessageSource messages) {
		this.search = search;
		this.municipalities = municipalities;
		this.messages = messages;
	}

	/**
	 * Writes the file, as much at a time as memory holds easily.
	 * @param filter which organisations
	 * @param locale the language of headings and sectors
	 */
	@Transactional(readOnly = true)
	public void write(String authorityId, OrganisationFilter filter, Locale locale, Writer out) throws IOException {
		Map<String, String> names = this.municipalities.all()
			.stream()
			.collect(Collectors.toMap(Municipality::code, Municipality::name));
		Function<String, String> text = (key) -> this.messages.getMessage(key, null, locale);
		out.write('\uFEFF');
		CsvWriter writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out);
		writer.writeRecord(HEADINGS.stream().map((heading) -> text.apply("register.export." + heading)).toList());
		this.search.forEachDetails(authorityId, filter,
				(it) -> writer.writeRecord(Stream
					.of(it.name(), (it.organisationNumber() != null) ? it.organisationNumber() : it.numberAsWritten(),
							it.type(), text.apply(it.sector().messageKey()),
							(it.priorityGroup() != null) ? text.apply(it.priorityGroup().messageKey()) : null,
							names.get(it.municipalityCode()), it.postalCode(), it.locality(), it.email(),
							it.shownPhone(), it.website(), it.contactName(), it.language())
					.map(SpreadsheetText::harmless)
					.toList()));
		writer.flush();
	}

}
