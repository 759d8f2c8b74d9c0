package se.kulturlots.authority;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A public body that uses the installation: a region or a municipality. Its id is the
 * engine's tenant id and the first part of its public addresses.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version for optimistic locking, null when new
 * @param name the name people see
 * @param country SE or FI; decides the holidays
 * @param zoneId the zone in which its dates are read
 * @param languages the languages of its pages, comma-separated, the first one its own
 * @param contactName who answers questions, a function and not a person
 * @param contactEmail where questions are sent; also the reply address of its mails
 * @param contactPhone where people may call
 * @param accentColour a colour as #rrggbb
 */
@Table("authority")
public record Authority(@Id String id, @Version @Nullable Integer version, String name, String country, String zoneId,
		String languages, String contactName, String contactEmail, @Nullable String contactPhone, String accentColour) {

	/** First parts of addresses that are ours, or a language's. */
	private static final Set<String> TAKEN = Set.of("sv", "fi", "en", "staff", "my", "login", "logout", "oauth2",
			"demo", "camunda", "engine-rest", "actuator", "theme", "vendor", "error", "accessibility", "personal-data");

	public Authority {
		if (TAKEN.contains(id)) {
			throw new IllegalArgumentException(id + " cannot be an authority: its pages could not be reached");
		}
	}

	public ZoneId zone() {
		return ZoneId.of(this.zoneId);
	}

	/**
	 * The languages of its pages.
	 * @return at least one, its own first
	 */
	public List<Locale> locales() {
		return List.of(this.languages.split(",")).stream().map(Locale::forLanguageTag).toList();
	}

	/**
	 * The language in which staff work and letters go out when nothing else is known.
	 * @return the first of its languages
	 */
	public Locale locale() {
		return locales().get(0);
	}

}
