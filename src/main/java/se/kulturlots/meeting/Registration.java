package se.kulturlots.meeting;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;

import se.kulturlots.core.EmailAddress;

/** Somebody who wants to come to a meeting. */
public class Registration {

	@Id
	private UUID id = UUID.randomUUID();

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	private MeetingId meetingId = MeetingId.NONE;

	@ReadOnlyProperty
	private long queue;

	private String reference = "";

	private String name = "";

	private @Nullable String organisation;

	private @Nullable String email;

	private @Nullable String phone;

	private ParticipantKind kind = ParticipantKind.OTHER;

	private @Nullable String municipalityCode;

	private @Nullable TopicKind topicKind;

	private @Nullable String topic;

	private @Nullable String food;

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
		registration.take(details);
		return registration;
	}

	private void take(RegistrationDetails details) {
		this.name = details.name();
		this.organisation = details.organisation();
		this.phone = details.phone();
		this.kind = details.kind();
		this.municipalityCode = details.municipalityCode();
		this.topicKind = details.topicKind();
		this.topic = details.topic();
		this.food = details.food();
	}

	/**
	 * Changes what the person has said of themselves.
	 * @param details all of it
	 */
	void change(RegistrationDetails details) {
		requireActive();
		take(details);
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
		this.food = null;
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

	public UUID id() {
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
		return this.name;
	}

	public @Nullable String organisation() {
		return this.organisation;
	}

	/**
	 * Where mails go.
	 * @return null for somebody registered by phone who has no address
	 */
	public @Nullable EmailAddress email() {
		return (this.email != null) ? new EmailAddress(this.email) : null;
	}

	public @Nullable String phone() {
		return this.phone;
	}

	public ParticipantKind kind() {
		return this.kind;
	}

	public @Nullable String municipalityCode() {
		return this.municipalityCode;
	}

	public @Nullable TopicKind topicKind() {
		return this.topicKind;
	}

	public @Nullable String topic() {
		return this.topic;
	}

	public @Nullable String food() {
		return this.food;
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
		return new RegistrationDetails(this.name, this.organisation, this.phone, this.kind, this.municipalityCode,
				this.topicKind, this.topic, this.food);
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
