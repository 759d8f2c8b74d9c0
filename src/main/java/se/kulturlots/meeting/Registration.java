package se.kulturlots.meeting;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

import se.kulturlots.core.EmailAddress;

/** Somebody who wants to come to a meeting. */
public class Registration {

	@Id
	private RegistrationId id = new RegistrationId(UUID.randomUUID());

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	private MeetingId meetingId = MeetingId.NONE;

	@ReadOnlyProperty
	private long queue;

	private String reference = "";

	@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
	private RegistrationDetails details = RegistrationDetails.NONE;

	private @Nullable String email;

	private String language = "sv";

	private Status status = Status.WAITING;

	private Instant registeredAt = Instant.EPOCH;

	private @Nullable String registeredBy;

	private @Nullable Instant cancelledAt;

	private @Nullable Boolean attended;

	private @Nullable Instant contactedAt;

	private @Nullable String contactNote;

	Registration() {
	}

	static Registration of(Meeting meeting, String reference, @Nullable EmailAddress email, Locale language,
			RegistrationDetails details, boolean seat, @Nullable String account, Instant now) {
		Registration registration = new Registration();
		registration.authorityId = meeting.authorityId();
		registration.meetingId = meeting.id();
		registration.reference = reference;
		registration.email = (email != null) ? email.value() : null;
		registration.language = language.getLanguage();
		registration.status = seat ? Status.REGISTERED : Status.WAITING;
		registration.registeredAt = now;
		registration.registeredBy = account;
		registration.details = details;
		return registration;
	}

	/**
	 * Changes what the person has said of themselves.
	 * @param details all of it
	 */
	void change(RegistrationDetails details) {
		requireActive();
		this.details = details;
	}

	/** Corrects where the person is written to, and in which language. */
	void reachAt(@Nullable EmailAddress email, Locale language) {
		this.email = (email != null) ? email.value() : null;
		this.language = language.getLanguage();
	}

	/** Gives the first on the waiting list a seat. */
	void seat() {
		requireActive();
		this.status = Status.REGISTERED;
	}

	/** Takes the person off the list; what they eat is forgotten at once. */
	void cancel(Instant now) {
		requireActive();
		this.status = Status.CANCELLED;
		this.cancelledAt = now;
		this.details = this.details.withoutFood();
	}

	/**
	 * Notes that the liaison has spoken with the person about the topic.
	 * @param note what they agreed on
	 */
	void contacted(@Nullable String note, Instant now) {
		this.contactNote = note;
		this.contactedAt = now;
	}

	private void requireActive() {
		if (!isActive()) {
			throw MeetingProblem.registrationCancelled();
		}
	}

	public boolean isActive() {
		return this.status != Status.CANCELLED;
	}

	public RegistrationId id() {
		return this.id;
	}

	/** How often it has been changed, null until it is stored. */
	public @Nullable Integer version() {
		return this.version;
	}

	public String authorityId() {
		return this.authorityId;
	}

	public MeetingId meetingId() {
		return this.meetingId;
	}

	public String reference() {
		return this.reference;
	}

	public String name() {
		return this.details.name();
	}

	public @Nullable String organisation() {
		return this.details.organisation();
	}

	/**
	 * Where mails go.
	 * @return null for somebody registered by phone who has no address
	 */
	public @Nullable EmailAddress email() {
		return (this.email != null) ? new EmailAddress(this.email) : null;
	}

	public @Nullable String topic() {
		return this.details.topic();
	}

	public Locale locale() {
		return Locale.forLanguageTag(this.language);
	}

	public Status status() {
		return this.status;
	}

	public Instant registeredAt() {
		return this.registeredAt;
	}

	/**
	 * Who registered the person on their behalf.
	 * @return an account, null if they did it themselves
	 */
	public @Nullable String registeredBy() {
		return this.registeredBy;
	}

	public boolean hasAttended() {
		return Boolean.TRUE.equals(this.attended);
	}

	public @Nullable Instant contactedAt() {
		return this.contactedAt;
	}

	public @Nullable String contactNote() {
		return this.contactNote;
	}

	/**
	 * What the person has said of themselves.
	 * @return all of it
	 */
	public RegistrationDetails details() {
		return this.details;
	}

	/** How it stands. */
	public enum Status {

		/** Has a seat. */
		REGISTERED,
		/** Waits for a seat. */
		WAITING,
		/** Does not come. */
		CANCELLED

	}

}
