package se.kulturlots.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Sheet;
import se.kulturlots.register.Municipalities;

/** The lists of a meeting as a file for spreadsheets. */
@Component
public class RegistrationExport {

	private static final List<String> HEADINGS = List.of("reference", "status", "name", "organisation", "email",
			"phone", "kind", "municipality", "topicKind", "topic", "food", "language", "registeredAt", "attended");

	private final Registrations registrations;

	private final Municipalities municipalities;

	private final MessageSource messages;

	RegistrationExport(Registrations registrations, Municipalities municipalities, MessageSource messages) {
		this.registrations = registrations;
		this.municipalities = municipalities;
		this.messages = messages;
	}

	/**
	 * Writes those registered and those who wait.
	 * @param locale the language of headings and words
	 */
	public void write(Meeting meeting, Locale locale, Sheet sheet) {
		Map<String, String> names = this.municipalities.names();
		sheet.table(text(locale, "meeting.staff.people"),
				HEADINGS.stream().map((heading) -> text(locale, "meeting.export." + heading)).toList());
		for (Registration one : this.registrations.active(meeting.id())) {
			RegistrationDetails details = one.details();
			sheet.row(one.reference(), text(locale, "meeting.registration." + one.status()), one.name(),
					one.organisation(), Objects.toString(one.email(), null), details.phone(),
					text(locale, "meeting.participant." + details.kind()), names.get(details.municipalityCode()),
					(details.topicKind() != null) ? text(locale, "meeting.topic." + details.topicKind()) : null,
					one.topic(), details.food(), one.locale().getLanguage(), one.registeredAt(),
					one.hasAttended() ? text(locale, "meeting.export.yes") : null);
		}
	}

	private String text(Locale locale, String key) {
		return this.messages.getMessage(key, null, locale);
	}

}
