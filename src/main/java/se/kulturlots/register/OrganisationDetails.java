package se.kulturlots.register;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/**
 * What is known of an organisation. The values are clean: whoever makes one has checked
 * them.
 *
 * @param name its name
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
 */
public record OrganisationDetails(String name, @Nullable String organisationNumber, Sector sector,
		@Nullable String type, @Nullable String municipalityCode, @Nullable String postalCode,
		@Nullable String locality, @Nullable String email, @Nullable String phone, @Nullable String website,
		@Nullable String contactName, String language, @Nullable PriorityGroup priorityGroup) {

	static final int MAX_NAME = 200;

	public OrganisationDetails {
		name = PlainText.line(name);
		if (name.isEmpty() || name.length() > MAX_NAME) {
			throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " characters");
		}
		if (email != null) {
			email = new EmailAddress(email).value();
		}
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
				this.contactName, this.language, this.priorityGroup);
	}

	/**
	 * The same in another municipality.
	 * @return a copy
	 */
	public OrganisationDetails withMunicipality(@Nullable String municipalityCode) {
		return new OrganisationDetails(this.name, this.organisationNumber, this.sector, this.type, municipalityCode,
				this.postalCode, this.locality, this.email, this.phone, this.website, this.contactName, this.language,
				this.priorityGroup);
	}

	/**
	 * The same with another number.
	 * @param organisationNumber a valid one
	 * @return a copy
	 */
	public OrganisationDetails withOrganisationNumber(@Nullable String organisationNumber) {
		return new OrganisationDetails(this.name, organisationNumber, this.sector, this.type, this.municipalityCode,
				this.postalCode, this.locality, this.email, this.phone, this.website, this.contactName, this.language,
				this.priorityGroup);
	}

	/**
	 * The same for another group.
	 * @param priorityGroup the group it speaks for
	 * @return a copy
	 */
	public OrganisationDetails withPriorityGroup(@Nullable PriorityGroup priorityGroup) {
		return new OrganisationDetails(this.name, this.organisationNumber, this.sector, this.type,
				this.municipalityCode, this.postalCode, this.locality, this.email, this.phone, this.website,
				this.contactName, this.language, priorityGroup);
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
				this.priorityGroup);
	}

	/**
	 * These details with the gaps filled from others; nothing that is known changes.
	 */
	OrganisationDetails filledFrom(OrganisationDetails other) {
		boolean sectorKnown = this.sector != Sector.OTHER;
		return new OrganisationDetails(this.name, or(this.organisationNumber, other.organisationNumber),
				sectorKnown ? this.sector : other.sector, or(this.type, other.type),
				or(this.municipalityCode, other.municipalityCode), or(this.postalCode, other.postalCode),
				or(this.locality, other.locality), or(this.email, other.email), or(this.phone, other.phone),
				or(this.website, other.website), or(this.contactName, other.contactName), this.language,
				or(this.priorityGroup, other.priorityGroup));
	}

	/**
	 * These details brought up to date by newer ones. The name, the number and the
	 * municipality stay: by them the organisation is found the next time.
	 */
	OrganisationDetails updatedFrom(OrganisationDetails newer) {
		boolean sectorKnown = newer.sector != Sector.OTHER;
		return new OrganisationDetails(this.name, or(this.organisationNumber, newer.organisationNumber),
				sectorKnown ? newer.sector : this.sector, or(newer.type, this.type),
				or(this.municipalityCode, newer.municipalityCode), or(newer.postalCode, this.postalCode),
				or(newer.locality, this.locality), or(newer.email, this.email), or(newer.phone, this.phone),
				or(newer.website, this.website), or(newer.contactName, this.contactName), this.language,
				or(newer.priorityGroup, this.priorityGroup));
	}

	/**
	 * The name as two spellings of it have it in common.
	 */
	String nameKey() {
		return PlainText.key(this.name);
	}

	/**
	 * Whether both are one organisation, judged by number, name and municipality.
	 */
	boolean isSameAs(OrganisationDetails other) {
		if (this.organisationNumber != null && other.organisationNumber != null) {
			return this.organisationNumber.equals(other.organisationNumber);
		}
		return isInSamePlaceAs(other) && nameKey().equals(other.nameKey());
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
