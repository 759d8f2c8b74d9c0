package se.kulturlots.input;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.SubmissionId;

/**
 * What somebody sent at once: answers to one or more questions.
 *
 * @param version for optimistic locking, null when new
 * @param authorityId to whom
 * @param periodId in which period
 * @param reference the number on the receipt
 * @param channel how it came
 * @param organisationName for whom they speak, null for themselves
 * @param name who sent it, null if the paper does not say
 * @param email where the receipt goes, null if none is known
 * @param municipalityCode where they are, or null
 * @param language the language they are written to in
 * @param receivedAt when it came
 * @param late whether it came after the last day
 * @param registeredBy the account that typed it in, null if they did so themselves
 * @param changedAt when they last changed it, or null
 * @param withdrawnAt when they withdrew it, or null
 */
@Table("input_submission")
public record Submission(@Id SubmissionId id, @Version @Nullable Integer version, String authorityId,
		InputPeriodId periodId, String reference, Channel channel, @Nullable String organisationName,
		@Nullable String name, @Nullable String email, @Nullable String municipalityCode, String language,
		Instant receivedAt, boolean late, @Nullable String registeredBy, @Nullable Instant changedAt,
		@Nullable Instant withdrawnAt) {

	/**
	 * Faults of the database quote what was written, and logs hold nothing about persons.
	 */
	@Override
	public String toString() {
		return "Submission[" + this.id + "]";
	}

	/**
	 * Says who sends it anew; the address of the receipt stays.
	 * @param sender who sends it
	 */
	Submission changed(Sender sender, Instant now) {
		return new Submission(this.id, this.version, this.authorityId, this.periodId, this.reference, this.channel,
				sender.organisationName(), sender.name(), this.email, sender.municipalityCode(), this.language,
				this.receivedAt, this.late, this.registeredBy, now, this.withdrawnAt);
	}

	/**
	 * Says how it came, and to which address an answer goes, as the form says that is
	 * sent again.
	 */
	Submission cameAs(Channel channel, Instant receivedAt, boolean late, @Nullable String email) {
		return new Submission(this.id, this.version, this.authorityId, this.periodId, this.reference, channel,
				this.organisationName, this.name, email, this.municipalityCode, this.language, receivedAt, late,
				this.registeredBy, this.changedAt, this.withdrawnAt);
	}

	Submission withdrawn(Instant now) {
		return new Submission(this.id, this.version, this.authorityId, this.periodId, this.reference, this.channel,
				this.organisationName, this.name, this.email, this.municipalityCode, this.language, this.receivedAt,
				this.late, this.registeredBy, this.changedAt, now);
	}

	public Locale locale() {
		return Locale.forLanguageTag(this.language);
	}

	/** How it came. */
	public enum Channel {

		/** They filled in the form. */
		WEB,
		/** A letter. */
		PAPER,
		/** They called. */
		PHONE,
		/** A mail to the authority. */
		EMAIL;

		/** The key of its name. */
		public String messageKey() {
			return "input.channel." + name();
		}

	}

}
