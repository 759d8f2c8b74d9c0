package se.kulturlots.register;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PlainText;

/**
 * The names of sectors and priority groups in all languages, as an export writes them.
 */
@Component
class Vocabulary {

	private static final List<String> LANGUAGES = List.of("sv", "fi", "en");

	private final Map<String, Sector> sectors = new HashMap<>();

	private final Map<String, PriorityGroup> groups = new HashMap<>();

	Vocabulary(MessageSource messages) {
		for (String language : LANGUAGES) {
			Locale locale = Locale.forLanguageTag(language);
			for (Sector sector : Sector.values()) {
				this.sectors.put(PlainText.key(messages.getMessage(sector.messageKey(), null, locale)), sector);
			}
			for (PriorityGroup group : PriorityGroup.values()) {
				this.groups.put(PlainText.key(messages.getMessage(group.messageKey(), null, locale)), group);
			}
		}
	}

	Optional<Sector> sector(String name) {
		return Optional.ofNullable(this.sectors.get(PlainText.key(name)));
	}

	Optional<PriorityGroup> priorityGroup(String name) {
		return Optional.ofNullable(this.groups.get(PlainText.key(name)));
	}

}
