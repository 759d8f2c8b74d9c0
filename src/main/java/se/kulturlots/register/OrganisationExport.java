package se.kulturlots.register;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The register as a file for spreadsheets: UTF-8 with byte order mark, semicolons, and
 * nothing that a spreadsheet would take for a formula. Its Swedish headings are those
 * that the import reads.
 */
@Component
public class OrganisationExport {

	private static final List<String> HEADINGS = List.of("name", "number", "type", "sector", "priorityGroup",
			"municipality", "postalCode", "locality", "email", "phone", "website", "contact", "language");

	private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@|%\\t\\r].*", Pattern.DOTALL);

	private final OrganisationSearch search;

	private final Municipalities municipalities;

	private final MessageSource messages;

	OrganisationExport(OrganisationSearch search, Municipalities municipalities, MessageSource messages) {
		this.search = search;
		this.municipalities = municipalities;
		this.messages = messages;
	}

	/**
	 * The file.
	 * @param filter which organisations
	 * @param locale the language of headings and sectors
	 */
	public byte[] csv(String authorityId, OrganisationFilter filter, Locale locale) {
		Map<String, String> names = this.municipalities.all()
			.stream()
			.collect(Collectors.toMap(Municipality::code, Municipality::name));
		Function<String, String> text = (key) -> this.messages.getMessage(key, null, locale);
		StringWriter out = new StringWriter();
		out.write('\uFEFF');
		try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out)) {
			writer.writeRecord(HEADINGS.stream().map((heading) -> text.apply("register.export." + heading)).toList());
			for (OrganisationDetails it : this.search.details(authorityId, filter)) {
				writer
					.writeRecord(
							Stream
								.of(it.name(), it.organisationNumber(), it.type(), text.apply(it.sector().messageKey()),
										(it.priorityGroup() != null) ? text.apply(it.priorityGroup().messageKey())
												: null,
										names.get(it.municipalityCode()), it.postalCode(), it.locality(), it.email(),
										it.shownPhone(), it.website(), it.contactName(), it.language())
								.map(OrganisationExport::harmless)
								.toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The value with an apostrophe before what a spreadsheet would compute.
	 */
	static String harmless(@Nullable String value) {
		if (value == null) {
			return "";
		}
		return FORMULA.matcher(value).matches() ? "'" + value : value;
	}

}
