package se.kulturlots.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.SpreadsheetText;

/**
 * The register as a file for spreadsheets: as a workbook, or as CSV in UTF-8 with byte
 * order mark and semicolons. Nothing in it is what a spreadsheet would take for a
 * formula. Its Swedish headings are those that the import reads.
 */
@Component
public class OrganisationExport {

	private static final List<String> HEADINGS = List.of("name", "number", "type", "sector", "priorityGroup",
			"municipality", "postalCode", "locality", "email", "phone", "website", "contact", "language");

	private static final int AT_ONCE = 1000;

	private final OrganisationSearch search;

	private final Municipalities municipalities;

	private final MessageSource messages;

	OrganisationExport(OrganisationSearch search, Municipalities municipalities, MessageSource messages) {
		this.search = search;
		this.municipalities = municipalities;
		this.messages = messages;
	}

	/**
	 * Writes CSV, as much at a time as memory holds easily.
	 * @param filter which organisations
	 * @param locale the language of headings and sectors
	 */
	@Transactional(readOnly = true)
	public void write(String authorityId, OrganisationFilter filter, Locale locale, Writer out) throws IOException {
		out.write('\uFEFF');
		CsvWriter writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out);
		forEachRow(authorityId, filter, locale, writer::writeRecord);
		writer.flush();
	}

	/**
	 * Writes a workbook (XLSX), as much at a time as memory holds easily.
	 * @param filter which organisations
	 * @param locale the language of headings and sectors
	 */
	@Transactional(readOnly = true)
	public void writeWorkbook(String authorityId, OrganisationFilter filter, Locale locale, OutputStream out)
			throws IOException {
		try (Workbook workbook = new Workbook(out, "Kulturlots", null)) {
			Worksheet sheet = workbook.newWorksheet(this.messages.getMessage("register.list.title", null, locale));
			sheet.freezePane(0, 1);
			AtomicInteger number = new AtomicInteger();
			forEachRow(authorityId, filter, locale, (row) -> add(sheet, number.getAndIncrement(), row));
		}
	}

	private static void add(Worksheet sheet, int number, List<String> row) {
		for (int column = 0; column < row.size(); column++) {
			sheet.inlineString(number, column, row.get(column));
		}
		if (number % AT_ONCE == 0) {
			try {
				sheet.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void forEachRow(String authorityId, OrganisationFilter filter, Locale locale, Consumer<List<String>> work) {
		Map<String, String> names = this.municipalities.names();
		Function<String, String> text = (key) -> this.messages.getMessage(key, null, locale);
		work.accept(HEADINGS.stream().map((heading) -> text.apply("register.export." + heading)).toList());
		this.search.forEachDetails(authorityId, filter,
				(it) -> work.accept(Stream
					.of(it.name(), (it.organisationNumber() != null) ? it.organisationNumber() : it.numberAsWritten(),
							it.type(), text.apply(it.sector().messageKey()),
							(it.priorityGroup() != null) ? text.apply(it.priorityGroup().messageKey()) : null,
							names.get(it.municipalityCode()), it.postalCode(), it.locality(), it.email(),
							it.shownPhone(), it.website(), it.contactName(), it.language())
					.map(SpreadsheetText::harmless)
					.toList()));
	}

}
