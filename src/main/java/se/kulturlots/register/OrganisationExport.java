package se.kulturlots.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Sheet;

/**
 * The register as a file for spreadsheets. Its Swedish headings are those that the import
 * reads.
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
	 * Writes the organisations, as many at a time as memory holds easily.
	 * @param filter which organisations
	 * @param locale the language of headings and sectors
	 */
	@Transactional(readOnly = true)
	public void write(String authorityId, OrganisationFilter filter, Locale locale, Sheet sheet) {
		Map<String, String> names = this.municipalities.names();
		Function<String, String> text = (key) -> this.messages.getMessage(key, null, locale);
		sheet.table(text.apply("register.list.title"),
				HEADINGS.stream().map((heading) -> text.apply("register.export." + heading)).toList());
		this.search.forEachDetails(authorityId, filter,
				(it) -> sheet.row(it.name(),
						(it.organisationNumber() != null) ? it.organisationNumber() : it.numberAsWritten(), it.type(),
						text.apply(it.sector().messageKey()),
						(it.priorityGroup() != null) ? text.apply(it.priorityGroup().messageKey()) : null,
						names.get(it.municipalityCode()), it.postalCode(), it.locality(), it.email(), it.shownPhone(),
						it.website(), it.contactName(), it.language()));
	}

}
