package se.kulturlots.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/**
 * What is known of an organisation. The values are clean: whoever makes one has checked
 * them.
 *
 * @param organisationNumber with a right check digit, as 802102-2945
 * @param sector what it is about
 * @param type what it calls itself, as registers write it
 * @param municipalityCode where it has its seat
 * @param postalCode five digits
 * @param locality the town of its postal address
 * @param email where it is reached, as it was written
 * @param phone with country code, as +46701740605
 * @param website beginning with https:// or http://
 * @param contactName the person to ask for
 * @param language the language of letters to it: sv, fi or en
 * @param priorityGroup the group it speaks for
 * @param numberAsWritten what came in as its number and is none, kept until somebody
 * finds the right one
 */
public record OrganisationDetails(String name, @Nullable String organisationNumber, Sector sector,
		@Nullable String type, @Nullable String municipalityCode, @Nullable String postalCode,
		@Nullable String locality, @Nullable String email, @Nullable String phone, @Nullable String website,
		@Nullable String contactName, String language, @Nullable PriorityGroup priorityGroup,
		@Nullable String numberAsWritten) {

	static final int MAX_NAME = 200;

	private static final int MAX_KEY = 400;

	public OrganisationDetails {
		name = PlainText.line(name);
		if (name.isEmpty() || name.length() > MAX_NAME) {
			throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " characters");
		}
		if (email != null) {
			email = new EmailAddress(email).value();
		}
		if (organisationNumber != null) {
			numberAsWritten = null;
		}
	}

	public OrganisationDetails(String name, @Nullable String organisationNumber, Sector sector, @Nullable String type,
			@Nullable String municipalityCode, @Nullable String postalCode, @Nullable String locality,
			@Nullable String email, @Nullable String phone, @Nullable String website, @Nullable String contactName,
			String language, @Nullable PriorityGroup priorityGroup) {
		this(name, organisationNumber, sector, type, municipalityCode, postalCode, locality, email, phone, website,
				contactName, language, priorityGroup, null);
	}

	/**
	 * The least there is to know.
	 * @param sector what it is about
	 * @return details in Swedish without anything else
	 */
	public static OrganisationDetails of(String name, Sector sector) {
		return new OrganisationDetails(name, null, sector, null, null, null, null, null, null, null, null, "sv", null);
	}

	/**
	 * The same with another address.
	 * @param email a valid mail address
	 * @return a copy
	 */
	public OrganisationDetails withEmail(@Nullable String email) {
		return new OrganisationDetails(this.name, this.organisationNumber, this.sector, this.type,
				this.municipalityCode, this.postalCode, this.locality, email, this.phone, this.website,
				this.contactName, this.language, this.priorityGroup, this.numberAsWritten);
	}

	/**
	 * The same in another municipality.
	 * @return a copy
	 */
	public OrganisationDetails withMunicipality(@Nullable String municipalityCode) {
		return new OrganisationDetails(this.name, this.organisationNumber, this.sector, this.type, municipalityCode,
				this.postalCode, this.locality, this.email, this.phone, this.website, this.contactName, this.language,
				this.priorityGroup, this.numberAsWritten);
	}

	/**
	 * The same with another number.
	 * @param organisationNumber a valid one
	 * @return a copy
	 */
	public OrganisationDetails withOrganisationNumber(@Nullable String organisationNumber) {
		return new OrganisationDetails(this.name, organisationNumber, this.sector, this.type, this.municipalityCode,
				this.postalCode, this.locality, this.email, this.phone, this.website, this.contactName, this.language,
				this.priorityGroup, this.numberAsWritten);
	}

	/**
	 * The same for another group.
	 * @param priorityGroup the group it speaks for
	 * @return a copy
	 */
	public OrganisationDetails withPriorityGroup(@Nullable PriorityGroup priorityGroup) {
		return new OrganisationDetails(this.name, this.organisationNumber, this.sector, this.type,
				this.municipalityCode, this.postalCode, this.locality, this.email, this.phone, this.website,
				this.contactName, this.language, priorityGroup, this.numberAsWritten);
	}

	/**
	 * The telephone number as people write it.
	 * @return for example 070-174 06 05, or null if there is none
	 */
	public @Nullable String shownPhone() {
		return (this.phone != null) ? new PhoneNumber(this.phone).display() : null;
	}

	OrganisationDetails withoutContact() {
		return new OrganisationDetails(this.name, this.organisationNumber, this.sector, this.type,
				this.municipalityCode, this.postalCode, this.locality, null, null, this.website, null, this.language,
				this.priorityGroup, this.numberAsWritten);
	}

	/** These details with the gaps filled from others; nothing that is known changes. */
	OrganisationDetails filledFrom(OrganisationDetails other) {
		boolean sectorKnown = this.sector != Sector.OTHER;
		return new OrganisationDetails(this.name, or(this.organisationNumber, other.organisationNumber),
				sectorKnown ? this.sector : other.sector, or(this.type, other.type),
				or(this.municipalityCode, other.municipalityCode), or(this.postalCode, other.postalCode),
				or(this.locality, other.locality), or(this.email, other.email), or(this.phone, other.phone),
				or(this.website, other.website), or(this.contactName, other.contactName), this.language,
				or(this.priorityGroup, other.priorityGroup), or(this.numberAsWritten, other.numberAsWritten));
	}

	/**
	 * These details with the gaps filled from newer ones, and what differs taken from
	 * them where somebody has chosen so.
	 * @param taken the fields that are taken, as columns are called
	 */
	OrganisationDetails updatedFrom(OrganisationDetails newer, Set<String> taken) {
		OrganisationDetails filled = filledFrom(newer);
		return new OrganisationDetails(filled.name, filled.organisationNumber,
				taken.contains("sector") ? newer.sector : filled.sector,
				taken.contains("type") ? newer.type : filled.type, filled.municipalityCode,
				taken.contains("postal_code") ? newer.postalCode : filled.postalCode,
				taken.contains("locality") ? newer.locality : filled.locality,
				taken.contains("email") ? newer.email : filled.email,
				taken.contains("phone") ? newer.phone : filled.phone,
				taken.contains("website") ? newer.website : filled.website,
				taken.contains("contact_name") ? newer.contactName : filled.contactName,
				taken.contains("language") ? newer.language : filled.language,
				taken.contains("priority_group") ? newer.priorityGroup : filled.priorityGroup, filled.numberAsWritten);
	}

	/**
	 * These details with some values of another one that is the same.
	 * @param taken the fields that are taken, as columns are called
	 */
	OrganisationDetails joinedWith(OrganisationDetails other, Set<String> taken) {
		Map<String, @Nullable String> others = other.values();
		Map<String, @Nullable String> values = values();
		values.replaceAll((field, value) -> taken.contains(field) ? others.get(field) : value);
		return of(values);
	}

	/** The values by what their columns are called. */
	Map<String, @Nullable String> values() {
		Map<String, @Nullable String> values = new LinkedHashMap<>();
		values.put("name", this.name);
		values.put("organisation_number", this.organisationNumber);
		values.put("number_as_written", this.numberAsWritten);
		values.put("sector", this.sector.name());
		values.put("type", this.type);
		values.put("municipality_code", this.municipalityCode);
		values.put("postal_code", this.postalCode);
		values.put("locality", this.locality);
		values.put("email", this.email);
		values.put("phone", this.phone);
		values.put("website", this.website);
		values.put("contact_name", this.contactName);
		values.put("language", this.language);
		values.put("priority_group", (this.priorityGroup != null) ? this.priorityGroup.name() : null);
		return values;
	}

	/** Details of the values that {@link #values} gives. */
	static OrganisationDetails of(Map<String, @Nullable String> values) {
		String group = values.get("priority_group");
		return new OrganisationDetails(Objects.requireNonNull(values.get("name")), values.get("organisation_number"),
				Sector.valueOf(Objects.requireNonNull(values.get("sector"))), values.get("type"),
				values.get("municipality_code"), values.get("postal_code"), values.get("locality"), values.get("email"),
				values.get("phone"), values.get("website"), values.get("contact_name"),
				Objects.requireNonNull(values.get("language")), (group != null) ? PriorityGroup.valueOf(group) : null,
				values.get("number_as_written"));
	}

	/**
	 * The name as two spellings of it have it in common.
	 */
	String nameKey() {
		String key = PlainText.key(this.name);
		return (key.length() <= MAX_KEY) ? key
				: key.substring(0, Character.isHighSurrogate(key.charAt(MAX_KEY - 1)) ? MAX_KEY - 1 : MAX_KEY);
	}

	/**
	 * Whether both are one organisation: one name in one municipality, and not two
	 * numbers. A number alone says nothing: all parts of a municipality share one.
	 */
	boolean isSameAs(OrganisationDetails other) {
		return isInSamePlaceAs(other) && nameKey().equals(other.nameKey()) && !hasOtherNumberThan(other);
	}

	boolean isInSamePlaceAs(OrganisationDetails other) {
		return Objects.equals(this.municipalityCode, other.municipalityCode);
	}

	boolean hasOtherNumberThan(OrganisationDetails other) {
		return this.organisationNumber != null && other.organisationNumber != null
				&& !this.organisationNumber.equals(other.organisationNumber);
	}

	private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
		return (first != null) ? first : second;
	}

	/**
	 * Faults of the database quote what was written, and logs hold nothing about persons.
	 */
	@Override
	public String toString() {
		return "OrganisationDetails";
	}

}
