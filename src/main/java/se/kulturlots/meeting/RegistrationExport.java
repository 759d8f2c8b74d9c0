package se.kulturlots.meeting;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.core.SpreadsheetText;
import se.kulturlots.register.Municipalities;

/**
 * The lists of a meeting as a file for spreadsheets: UTF-8 with byte order mark,
 * semicolons, and nothing that a spreadsheet would take for a formula.
 */
@Component
public class RegistrationExport {

	private static final List<String> HEADINGS = List.of("reference", "status", "name", "organisation", "email",
			"phone", "kind", "municipality", "topicKind", "topic", "food", "language", "registeredAt", "attended");

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final Registrations registrations;

	private final Municipalities municipalities;

	private final MessageSource messages;

	RegistrationExport(Registrations registrations, Municipalities municipalities, MessageSource messages) {
		this.registrations = registrations;
		this.municipalities = municipalities;
		this.messages = messages;
	}

	/**
	 * The file.
	 * @param zone the authority's zone
	 * @param locale the language of headings and words
	 */
	public byte[] csv(Meeting meeting, ZoneId zone, Locale locale) {
		Map<String, String> names = this.municipalities.names();
		StringWriter out = new StringWriter();
		out.write('\uFEFF');
		try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out)) {
			writer.writeRecord(HEADINGS.stream().map((heading) -> text(locale, "meeting.export." + heading)).toList());
			for (Registration one : this.registrations.active(meeting.id())) {
				writer.writeRecord(row(one, names, zone, locale));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private List<String> row(Registration one, Map<String, String> names, ZoneId zone, Locale locale) {
		return Arrays
			.asList(one.reference(), text(locale, "meeting.registration." + one.status()), one.name(),
					one.organisation(), Objects.toString(one.email(), null), one.details().phone(),
					text(locale, "meeting.participant." + one.details().kind()),
					names.get(one.details().municipalityCode()),
					(one.details().topicKind() != null) ? text(locale, "meeting.topic." + one.details().topicKind())
							: null,
					one.topic(), one.details().food(), one.locale().getLanguage(),
					MINUTES.format(one.registeredAt().atZone(zone)),
					one.hasAttended() ? text(locale, "meeting.export.yes") : null)
			.stream()
			.map(SpreadsheetText::harmless)
			.toList();
	}

	private @Nullable String text(Locale locale, String key) {
		return this.messages.getMessage(key, null, locale);
	}

}
