package se.kulturlots.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;

import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Said;

/** The letter that invites organisations to a consultation. */
public class Invitation {

	@Id
	private InvitationId id = new InvitationId(UUID.randomUUID());

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	private CaseId consultationId = CaseId.NONE;

	private @Nullable String subject;

	private @Nullable String body;

	// kept among the deadlines and read with the invitation
	@ReadOnlyProperty
	private LocalDate answerLastDay = LocalDate.EPOCH;

	private @Nullable String comment;

	private Status status = Status.DRAFT;

	private @Nullable Instant sentAt;

	Invitation() {
	}

	static Invitation to(Consultation consultation, LocalDate answerLastDay) {
		Invitation invitation = new Invitation();
		invitation.authorityId = consultation.authorityId();
		invitation.consultationId = consultation.id();
		invitation.answerLastDay = answerLastDay;
		return invitation;
	}

	void write(String newSubject, String newBody) {
		requireUnsent();
		this.subject = newSubject;
		this.body = newBody;
		this.status = Status.WRITTEN;
	}

	void approve() {
		requireUnsent();
		this.status = Status.APPROVED;
		this.comment = null;
	}

	void sendBack(@Nullable String newComment) {
		requireUnsent();
		this.status = Status.DRAFT;
		this.comment = newComment;
	}

	void sent(Instant now) {
		this.status = Status.SENT;
		this.sentAt = now;
	}

	void withdraw() {
		this.status = Status.WITHDRAWN;
	}

	/** Whether its words may still be written: nobody has approved them. */
	boolean isOpen() {
		return this.status == Status.DRAFT || this.status == Status.WRITTEN;
	}

	private void requireUnsent() {
		if (this.status == Status.SENT || this.status == Status.WITHDRAWN) {
			throw InvitationProblem.alreadySent();
		}
	}

	public InvitationId id() {
		return this.id;
	}

	public String authorityId() {
		return this.authorityId;
	}

	public CaseId consultationId() {
		return this.consultationId;
	}

	public @Nullable String subject() {
		return this.subject;
	}

	public @Nullable String body() {
		return this.body;
	}

	/**
	 * The subject as a reader gets it, once it is written.
	 * @param words what is written of the consultation besides its own texts
	 * @param ownLang what the letter says the authority's language is, null if it is the
	 * reader's
	 */
	public Said subjectIn(Words words, Locale reader, @Nullable String ownLang) {
		return words.say(Part.INVITATION_SUBJECT, 0, reader, Objects.requireNonNull(this.subject), ownLang);
	}

	/**
	 * The letter as a reader gets it, once it is written.
	 * @see #subjectIn
	 */
	public Said bodyIn(Words words, Locale reader, @Nullable String ownLang) {
		return words.say(Part.INVITATION_TEXT, 0, reader, Objects.requireNonNull(this.body), ownLang);
	}

	public LocalDate answerLastDay() {
		return this.answerLastDay;
	}

	/**
	 * What the manager wants changed.
	 * @return null if nothing
	 */
	public @Nullable String comment() {
		return this.comment;
	}

	public Status status() {
		return this.status;
	}

	/** Whether it is being written or still waits for answers. */
	boolean isUnderWay(LocalDate today) {
		return this.status != Status.WITHDRAWN && (this.status != Status.SENT || !this.answerLastDay.isBefore(today));
	}

	public @Nullable Instant sentAt() {
		return this.sentAt;
	}

	/** How it stands. */
	public enum Status {

		DRAFT, WRITTEN, APPROVED, SENT, WITHDRAWN

	}

}
