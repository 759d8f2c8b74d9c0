package se.kulturlots.consultation;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.register.PhoneNumber;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/**
 * An organisation on the list of those invited.
 *
 * @param id its id on the list
 * @param authorityId whose consultation
 * @param consultationId the consultation
 * @param organisationId the organisation in the register
 * @param email its address, null if it can only be called
 * @param phone its number, or null
 * @param language the language it is written to in
 * @param municipality its municipality's name, or null
 * @param priorityGroup the group not heard before that it belongs to, or null
 * @param invitedAt when the invitation was sent
 * @param answer what it answered, or null
 * @param registered whether it is registered for a meeting
 * @param gaveInput whether it has given input
 */
public record Invitee(InviteeId id, String authorityId, CaseId consultationId, OrganisationId organisationId,
		String name, @Nullable String email, @Nullable String phone, String language, @Nullable String municipality,
		Sector sector, @Nullable PriorityGroup priorityGroup, @Nullable Instant invitedAt, @Nullable Answer answer,
		boolean registered, boolean gaveInput) {

	public Locale locale() {
		return Locale.forLanguageTag(this.language);
	}

	/** The number as people write it, or null. */
	public @Nullable String shownPhone() {
		return (this.phone != null) ? new PhoneNumber(this.phone).display() : null;
	}

	/**
	 * Whether nothing has been heard from it.
	 * @return false after an answer, a registration or input
	 */
	public boolean silent() {
		return this.answer == null && !this.registered && !this.gaveInput;
	}

	/** What an organisation answers an invitation. */
	public enum Answer {

		COMING, NOT_COMING

	}

}
