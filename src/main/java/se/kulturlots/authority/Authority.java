package se.kulturlots.authority;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
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
 * @param secondColour another colour as #rrggbb for bands and charts, null for the same
 * @param logoKey names the picture of its logo, null if it has none
 */
@Table("authority")
public record Authority(@Id String id, @Version @Nullable Integer version, String name, String country, String zoneId,
		String languages, String contactName, String contactEmail, @Nullable String contactPhone, String accentColour,
		@Nullable String secondColour, @Nullable String logoKey) {

	/** First parts of addresses that are ours, or a language's. */
	private static final Set<String> TAKEN = Set.of("sv", "fi", "en", "staff", "my", "login", "logout", "oauth2",
			"demo", "camunda", "engine-rest", "actuator", "theme", "vendor", "error", "accessibility", "personal-data",
			"cookies");

	@PersistenceCreator
	public Authority {
		if (TAKEN.contains(id)) {
			throw new IllegalArgumentException(id + " cannot be an authority: its pages could not be reached");
		}
	}

	/**
	 * One without a logo.
	 * @param version null when new
	 * @param country SE or FI
	 * @param zoneId the zone of its dates
	 * @param languages comma-separated, its own first
	 * @param contactName who answers questions
	 * @param contactEmail where questions are sent
	 * @param contactPhone where people may call
	 * @param accentColour a colour as #rrggbb
	 */
	public Authority(String id, @Nullable Integer version, String name, String country, String zoneId, String languages,
			String contactName, String contactEmail, @Nullable String contactPhone, String accentColour) {
		this(id, version, name, country, zoneId, languages, contactName, contactEmail, contactPhone, accentColour, null,
				null);
	}

	/**
	 * The same with another name and contact.
	 * @param newContactName who answers questions
	 * @param newContactEmail where questions are sent
	 * @param newContactPhone where people may call, or null
	 * @return not saved yet
	 */
	public Authority described(String newName, String newContactName, String newContactEmail,
			@Nullable String newContactPhone) {
		return new Authority(this.id, this.version, newName, this.country, this.zoneId, this.languages, newContactName,
				newContactEmail, newContactPhone, this.accentColour, this.secondColour, this.logoKey);
	}

	/**
	 * The same in other colours.
	 * @param newAccentColour as #rrggbb
	 * @param newSecondColour as #rrggbb, or null
	 * @return not saved yet
	 */
	public Authority coloured(String newAccentColour, @Nullable String newSecondColour) {
		return new Authority(this.id, this.version, this.name, this.country, this.zoneId, this.languages,
				this.contactName, this.contactEmail, this.contactPhone, newAccentColour, newSecondColour, this.logoKey);
	}

	/**
	 * The same in other languages.
	 * @param newLanguages its own first
	 * @return not saved yet
	 */
	public Authority speaking(List<Locale> newLanguages) {
		return new Authority(this.id, this.version, this.name, this.country, this.zoneId,
				newLanguages.stream().map(Locale::getLanguage).collect(Collectors.joining(",")), this.contactName,
				this.contactEmail, this.contactPhone, this.accentColour, this.secondColour, this.logoKey);
	}

	Authority showing(@Nullable String newLogoKey) {
		return new Authority(this.id, this.version, this.name, this.country, this.zoneId, this.languages,
				this.contactName, this.contactEmail, this.contactPhone, this.accentColour, this.secondColour,
				newLogoKey);
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

	/**
	 * The language of what it has written itself, where a reader reads another.
	 * @return its tag; null where it is the reader's
	 */
	public @Nullable String ownLang(Locale reader) {
		return locale().equals(reader) ? null : locale().getLanguage();
	}

}
