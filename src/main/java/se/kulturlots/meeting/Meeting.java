package se.kulturlots.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;

import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Edition;
import se.kulturlots.core.WorkingCalendar;

/** A meeting of a case, from the first wish to the notes. */
public class Meeting {

	@Id
	private MeetingId id = new MeetingId(UUID.randomUUID());

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	private CaseId caseId = CaseId.NONE;

	private int ordinal;

	private Kind kind = Kind.DIALOGUE;

	private @Nullable String title;

	// kept among the deadlines and read with the meeting
	@ReadOnlyProperty
	private @Nullable Instant startsAt;

	@ReadOnlyProperty
	private @Nullable Instant endsAt;

	private @Nullable String place;

	private @Nullable String onlineLink;

	private @Nullable Integer capacity;

	// changed by the statements that take and give back seats alone
	@ReadOnlyProperty
	private int seatsTaken;

	@ReadOnlyProperty
	private @Nullable LocalDate registrationLastDay;

	// the end of that day
	@ReadOnlyProperty
	private @Nullable Instant registrationDue;

	private @Nullable String theme;

	private @Nullable String targetGroup;

	private @Nullable String practical;

	private boolean food;

	private Status status = Status.PLANNED;

	private int sequence;

	private @Nullable String preparation;

	private @Nullable Instant preparationSentAt;

	private @Nullable Integer participants;

	private @Nullable String summary;

	private @Nullable String followUp;

	private @Nullable Instant notesSentAt;

	private @Nullable String cancellationReason;

	private boolean registrationClosed;

	private Instant createdAt = Instant.EPOCH;

	private @Nullable Instant publishedAt;

	private @Nullable Instant changedAt;

	@ReadOnlyProperty
	private @Nullable String otherWords;

	// read once for the many that are written to
	@Transient
	private @Nullable Words words;

	Meeting() {
	}

	static Meeting wanted(String authorityId, CaseId caseId, int ordinal, Instant now) {
		Meeting meeting = new Meeting();
		meeting.authorityId = authorityId;
		meeting.caseId = caseId;
		meeting.ordinal = ordinal;
		meeting.createdAt = now;
		return meeting;
	}

	static Meeting wanted(String authorityId, CaseId caseId, int ordinal, String title, Kind kind, Instant now) {
		return wanted(authorityId, caseId, ordinal, now).wanted(title, kind);
	}

	/** Says in other words what meeting is wanted, before it is planned. */
	Meeting wanted(String title, Kind kind) {
		this.title = title;
		this.kind = kind;
		return this;
	}

	/**
	 * Fixes when, where and for whom it is held.
	 * @param plan what was decided
	 * @param calendar the authority's working days
	 * @throws MeetingProblem if the plan cannot be kept, or it is published already
	 */
	public void plan(MeetingPlan plan, Instant now, WorkingCalendar calendar) {
		requireNotCancelled();
		if (this.status != Status.PLANNED) {
			throw MeetingProblem.alreadyPublished();
		}
		plan.check(now, calendar.zone());
		this.title = plan.title();
		this.kind = plan.kind();
		this.capacity = plan.capacity();
		this.theme = plan.theme();
		this.targetGroup = plan.targetGroup();
		this.practical = plan.practical();
		this.food = Boolean.TRUE.equals(plan.food());
		take(plan.when(), calendar);
	}

	private void take(MeetingPlan.When when, WorkingCalendar calendar) {
		this.startsAt = when.startsAt(calendar.zone());
		this.endsAt = when.endsAt(calendar.zone());
		this.place = when.place();
		this.onlineLink = when.link();
		this.registrationLastDay = when.registrationLastDay();
		this.registrationDue = calendar.endOf(this.registrationLastDay);
	}

	/** Shows it to the public and opens the registration. */
	public void publish(Instant now) {
		requireNotCancelled();
		requirePlanned();
		if (this.status == Status.PLANNED) {
			this.status = Status.PUBLISHED;
			this.publishedAt = now;
		}
	}

	/**
	 * Moves it to another time or place.
	 * @param when the new time and place
	 * @param calendar the authority's working days
	 * @throws MeetingProblem if it has begun, or nothing is new
	 */
	public void move(MeetingPlan.When when, Instant now, WorkingCalendar calendar) {
		requireAhead(now);
		ZoneId zone = calendar.zone();
		when.check(now, zone, this.registrationLastDay);
		boolean same = when.startsAt(zone).equals(this.startsAt) && when.endsAt(zone).equals(this.endsAt)
				&& Objects.equals(when.place(), this.place) && Objects.equals(when.link(), this.onlineLink)
				&& when.registrationLastDay().equals(this.registrationLastDay);
		if (same) {
			throw MeetingProblem.nothingMoved();
		}
		take(when, calendar);
		this.sequence++;
		this.changedAt = now;
	}

	/**
	 * Ends the registration.
	 */
	void closeRegistration() {
		this.registrationClosed = true;
	}

	/**
	 * Opens a registration again that had ended, if the new last day is still to come.
	 * @return whether it had ended and is open now
	 */
	boolean reopenRegistration(Instant now) {
		boolean reopens = this.registrationClosed && isOpen(now);
		this.registrationClosed = this.registrationClosed && !reopens;
		return reopens;
	}

	/**
	 * Says otherwise what it is about, for whom, and what is practical.
	 * @throws MeetingProblem if it is cancelled or not planned yet
	 */
	void describe(MeetingTexts.Texts texts, Instant now) {
		requireNotCancelled();
		requirePlanned();
		this.theme = texts.theme();
		this.targetGroup = texts.targetGroup();
		this.practical = texts.practical();
		this.sequence++;
		this.changedAt = now;
	}

	/**
	 * Gives it another name, also one that has been held.
	 * @param name one line
	 * @return whether the name is new
	 * @throws MeetingProblem if it is cancelled
	 */
	public boolean rename(String name, Instant now) {
		requireNotCancelled();
		if (name.equals(this.title)) {
			return false;
		}
		this.title = name;
		this.sequence++;
		this.changedAt = now;
		return true;
	}

	/**
	 * Changes how many may come.
	 * @param seats null for any number
	 * @throws MeetingProblem if more have a seat already
	 */
	public void resize(@Nullable Integer seats, Instant now) {
		requireAhead(now);
		MeetingPlan.checkCapacity(seats);
		if (seats != null && seats < this.seatsTaken) {
			throw MeetingProblem.seatsTaken(this.seatsTaken).at("capacity");
		}
		this.capacity = seats;
		this.changedAt = now;
	}

	/**
	 * Calls it off.
	 * @param reason told to those registered and shown to the public
	 * @throws MeetingProblem if it has been held or is cancelled already
	 */
	public void cancel(@Nullable String reason, Instant now) {
		requireNotCancelled();
		if (this.status == Status.HELD) {
			throw MeetingProblem.begun();
		}
		this.status = Status.CANCELLED;
		this.cancellationReason = reason;
		this.sequence++;
		this.changedAt = now;
	}

	/**
	 * Keeps what those registered are to know before it.
	 * @param text plain text
	 */
	public void prepare(@Nullable String text) {
		requirePlanned();
		this.preparation = text;
	}

	void preparationSent(Instant now) {
		this.preparationSentAt = now;
	}

	/**
	 * Keeps what came out of it.
	 * @param howMany how many took part
	 * @param what what was said, in short
	 * @param points what is to be followed up
	 * @throws MeetingProblem if it has not ended
	 */
	public void record(int howMany, String what, @Nullable String points, Instant now) {
		requireNotCancelled();
		if (now.isBefore(endsAt())) {
			throw MeetingProblem.notEnded();
		}
		this.status = Status.HELD;
		this.participants = howMany;
		this.summary = what;
		this.followUp = points;
	}

	void notesSent(Instant now) {
		this.notesSentAt = now;
		this.changedAt = now;
	}

	/**
	 * Makes sure that people may register themselves.
	 * @throws MeetingProblem if the registration is not open
	 */
	public void requireOpen(Instant now) {
		requireAhead(now);
		if (!isOpen(now)) {
			throw MeetingProblem.closed();
		}
	}

	/**
	 * Whether people may register themselves.
	 * @return false before it is published, after the last day and when it is cancelled
	 */
	public boolean isOpen(Instant now) {
		Instant ends = registrationEnds();
		return ends != null && now.isBefore(ends);
	}

	/**
	 * Until when people may register themselves: to the end of the last day, and not once
	 * the meeting has begun.
	 * @return null before it is published and when it is held or cancelled
	 */
	public @Nullable Instant registrationEnds() {
		if (this.status != Status.PUBLISHED) {
			return null;
		}
		Instant endOfLastDay = planned(this.registrationDue);
		return endOfLastDay.isBefore(startsAt()) ? endOfLastDay : startsAt();
	}

	/**
	 * Makes sure that it is published and has not begun.
	 * @throws MeetingProblem if it has, or is cancelled
	 */
	public void requireAhead(Instant now) {
		requireNotCancelled();
		if (this.status == Status.PLANNED) {
			throw MeetingProblem.notPlanned();
		}
		if (!now.isBefore(startsAt())) {
			throw MeetingProblem.begun();
		}
	}

	public boolean isAhead(Instant now) {
		return this.status == Status.PUBLISHED && now.isBefore(startsAt());
	}

	private void requireNotCancelled() {
		if (this.status == Status.CANCELLED) {
			throw MeetingProblem.cancelled();
		}
	}

	private void requirePlanned() {
		if (!isPlanned()) {
			throw MeetingProblem.notPlanned();
		}
	}

	private static <T> T planned(@Nullable T value) {
		if (value == null) {
			throw MeetingProblem.notPlanned();
		}
		return value;
	}

	/**
	 * Whether every seat is taken.
	 * @return false if there is room for any number
	 */
	public boolean isFull() {
		return this.capacity != null && this.seatsTaken >= this.capacity;
	}

	/**
	 * Whether it is decided when it is held.
	 * @return false until the officer has planned it
	 */
	public boolean isPlanned() {
		return this.startsAt != null;
	}

	/**
	 * Whether the public may see it.
	 * @return true once it has been published, also when it is cancelled later
	 */
	public boolean isPublic() {
		return this.publishedAt != null;
	}

	/**
	 * How old its public page is.
	 * @return only if it is published
	 */
	public Edition edition() {
		Instant published = Objects.requireNonNull(this.publishedAt);
		return Edition.of(published, Objects.requireNonNullElse(this.changedAt, published));
	}

	public MeetingId id() {
		return this.id;
	}

	/** How often it has been changed, null until it is stored. */
	public @Nullable Integer version() {
		return this.version;
	}

	public String authorityId() {
		return this.authorityId;
	}

	public CaseId caseId() {
		return this.caseId;
	}

	/**
	 * Its place among the meetings of the case.
	 * @return from 1
	 */
	public int ordinal() {
		return this.ordinal;
	}

	public Kind kind() {
		return this.kind;
	}

	/**
	 * Its name.
	 * @return null until somebody has given it one
	 */
	public @Nullable String wishedTitle() {
		return this.title;
	}

	public String title() {
		return planned(this.title);
	}

	/** Its texts in other languages. */
	public Words words() {
		Words read = (this.words != null) ? this.words : Words.parse(this.otherWords);
		this.words = read;
		return read;
	}

	/**
	 * Its texts as a reader meets them, once it is planned.
	 * @param ownLang what the page says the authority's language is, null if it is the
	 * page's
	 */
	public MeetingSaid textsIn(Locale reader, @Nullable String ownLang) {
		Words words = words();
		return new MeetingSaid(words.say(Part.TITLE, 0, reader, title(), ownLang),
				words.sayIfAny(Part.THEME, reader, this.theme, ownLang),
				words.sayIfAny(Part.TARGET_GROUP, reader, this.targetGroup, ownLang),
				words.sayIfAny(Part.PRACTICAL, reader, this.practical, ownLang),
				words.sayIfAny(Part.PREPARATION, reader, this.preparation, ownLang));
	}

	public Instant startsAt() {
		return planned(this.startsAt);
	}

	public Instant endsAt() {
		return planned(this.endsAt);
	}

	/**
	 * The day it is held.
	 * @param zone the authority's zone
	 * @return the day of its beginning
	 */
	public LocalDate day(ZoneId zone) {
		return LocalDate.ofInstant(startsAt(), zone);
	}

	/**
	 * When and where it is held, as it can be moved.
	 * @param zone the authority's zone
	 * @return local time
	 */
	public MeetingPlan.When when(ZoneId zone) {
		return new MeetingPlan.When(day(zone), LocalTime.ofInstant(startsAt(), zone),
				LocalTime.ofInstant(endsAt(), zone), this.place, this.onlineLink, registrationLastDay());
	}

	public @Nullable String place() {
		return this.place;
	}

	/**
	 * Where it is on line; for those registered only.
	 * @return null if it is not
	 */
	public @Nullable String onlineLink() {
		return this.onlineLink;
	}

	public boolean isOnline() {
		return this.onlineLink != null;
	}

	public @Nullable Integer capacity() {
		return this.capacity;
	}

	public int seatsTaken() {
		return this.seatsTaken;
	}

	public LocalDate registrationLastDay() {
		return planned(this.registrationLastDay);
	}

	public @Nullable String theme() {
		return this.theme;
	}

	public @Nullable String targetGroup() {
		return this.targetGroup;
	}

	public @Nullable String practical() {
		return this.practical;
	}

	/**
	 * Whether food is served.
	 * @return true if those who register are asked what they eat
	 */
	public boolean food() {
		return this.food;
	}

	public Status status() {
		return this.status;
	}

	/**
	 * How often it has been changed, as calendars count it.
	 * @return 0 at first
	 */
	public int sequence() {
		return this.sequence;
	}

	public @Nullable String preparation() {
		return this.preparation;
	}

	public @Nullable Instant preparationSentAt() {
		return this.preparationSentAt;
	}

	public @Nullable Integer participants() {
		return this.participants;
	}

	public @Nullable String summary() {
		return this.summary;
	}

	public @Nullable String followUp() {
		return this.followUp;
	}

	public @Nullable Instant notesSentAt() {
		return this.notesSentAt;
	}

	public @Nullable String cancellationReason() {
		return this.cancellationReason;
	}

	/** How it is held. */
	public enum Kind {

		/** Large, open to all. */
		OPEN,
		/** A dialogue in smaller groups. */
		DIALOGUE

	}

	/** How it stands. */
	public enum Status {

		/** It is to be planned. */
		PLANNED,
		/** It is ahead, or has not been recorded yet. */
		PUBLISHED,
		/** It has been held and recorded. */
		HELD,
		/** It is called off. */
		CANCELLED

	}

}
