package se.kulturlots.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseStanding.LastDay;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Picture;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.core.Said;

/**
 * One cycle, from the inventory of organisations to an answer to everyone who said
 * something. Dates are last days in the authority's zone.
 */
public class Consultation {

	@Id
	private CaseId id = CaseId.NONE;

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	// what the case and its deadlines hold, read with it

	@ReadOnlyProperty
	private String slug = "";

	@ReadOnlyProperty
	private String title = "";

	@ReadOnlyProperty
	private @Nullable String diaryNumber;

	@ReadOnlyProperty
	private @Nullable String responsibleOfficer;

	@ReadOnlyProperty
	private Instant openedAt = Instant.EPOCH;

	@ReadOnlyProperty
	private @Nullable Instant closedAt;

	@ReadOnlyProperty
	private @Nullable LocalDate disposeAfter;

	// what it looks like and what else is written of it: public pages are not to ask for
	// it

	@ReadOnlyProperty
	private @Nullable String pictureName;

	@ReadOnlyProperty
	private @Nullable String pictureAlt;

	@ReadOnlyProperty
	private @Nullable String pictureFocus;

	@ReadOnlyProperty
	private @Nullable Integer pictureWidest;

	@ReadOnlyProperty
	private @Nullable Boolean pictureModern;

	@ReadOnlyProperty
	private @Nullable String otherWords;

	// read once for the many that are written to
	@Transient
	private @Nullable Words words;

	private String subject = "";

	private @Nullable String background;

	private int planFrom;

	private int planTo;

	@ReadOnlyProperty
	private LocalDate decisionDate = LocalDate.EPOCH;

	@ReadOnlyProperty
	private @Nullable LocalDate inventoryLastDay;

	@ReadOnlyProperty
	private @Nullable LocalDate answerLastDay;

	@ReadOnlyProperty
	private @Nullable LocalDate inputOpens;

	@ReadOnlyProperty
	private @Nullable LocalDate inputLastDay;

	private boolean referralWanted;

	@ReadOnlyProperty
	private @Nullable LocalDate referralLastDay;

	private @Nullable LocalDate referralOpened;

	private int numberOfMeetings;

	private Phase phase = Phase.PLANNING;

	private @Nullable Status ending;

	private @Nullable String cancellationReason;

	private @Nullable Instant publishedAt;

	private @Nullable Instant inviteesConfirmedAt;

	private @Nullable String gapsReason;

	private @Nullable CaseId beginsFrom;

	Consultation() {
	}

	static Consultation wanted(Case opened, Wish wish) {
		Consultation consultation = new Consultation();
		consultation.id = opened.id();
		consultation.authorityId = opened.authorityId();
		consultation.slug = opened.slug();
		consultation.title = opened.title();
		consultation.responsibleOfficer = opened.responsibleOfficer();
		consultation.openedAt = opened.openedAt();
		return consultation.wanted(wish);
	}

	/** Takes what is asked for, before the cycle is planned. */
	Consultation wanted(Wish wish) {
		this.subject = wish.subject();
		this.planFrom = wish.planFrom();
		this.planTo = wish.planTo();
		this.decisionDate = wish.decisionDate();
		return this;
	}

	/**
	 * Fixes the plan of the cycle.
	 * @param schedule the dates, already checked against each other
	 * @param background what it builds on, may be null
	 * @param numberOfMeetings from none to twelve
	 * @throws ConsultationProblem if it is planned already
	 */
	public void plan(Schedule schedule, @Nullable String background, int numberOfMeetings) {
		requirePlanned();
		this.decisionDate = schedule.decisionDate();
		this.inventoryLastDay = schedule.inventoryLastDay();
		this.answerLastDay = schedule.answerLastDay();
		this.inputOpens = schedule.inputOpens();
		this.inputLastDay = schedule.inputLastDay();
		this.referralWanted = schedule.referralLastDay() != null;
		this.referralLastDay = schedule.referralLastDay();
		this.background = background;
		this.numberOfMeetings = numberOfMeetings;
	}

	/**
	 * Takes an earlier consultation as the one whose texts, meetings and invitees are
	 * proposed again.
	 * @param earlier null for none
	 * @throws ConsultationProblem if it is this one, or the cycle has ended
	 */
	void beginFrom(@Nullable CaseId earlier) {
		requireUnderWay();
		if (this.id.equals(earlier)) {
			throw ConsultationProblem.noEarlier().at("from");
		}
		this.beginsFrom = earlier;
	}

	/** Shows the cycle to the public and begins the inventory. */
	public void open(Instant now) {
		if (status() == Status.PLANNED) {
			this.phase = Phase.INVENTORY;
			this.publishedAt = now;
		}
	}

	/**
	 * Goes on to a phase. A draft that is written again after it was sent out for
	 * comments is being revised.
	 * @param next the phase
	 * @throws ConsultationProblem if the cycle has ended
	 */
	public void enter(Phase next) {
		requireUnderWay();
		this.phase = (next == Phase.DRAFT && this.referralOpened != null) ? Phase.REVISION : next;
	}

	/**
	 * Goes on although somebody is missing on the list.
	 * @param reason why
	 */
	public void acceptGaps(String reason) {
		requireUnderWay();
		this.gapsReason = reason;
	}

	/** Fixes the list of those invited and begins the dialogue. */
	public void confirmInvitees(Instant now) {
		requireUnderWay();
		if (this.inviteesConfirmedAt == null) {
			this.inviteesConfirmedAt = now;
			this.phase = Phase.DIALOGUE;
		}
	}

	/**
	 * Whether the draft is to be sent out for comments now; it is, once, if the cycle has
	 * a referral.
	 * @return whether a referral begins
	 */
	public boolean beginReferral(LocalDate today) {
		boolean begins = this.referralWanted && this.referralOpened == null;
		if (begins) {
			this.referralOpened = today;
		}
		enter(begins ? Phase.REFERRAL : Phase.DECISION);
		return begins;
	}

	/**
	 * Moves one of its dates.
	 * @param schedule all dates after the move, checked against each other
	 */
	public void reschedule(Schedule schedule) {
		requireUnderWay();
		this.decisionDate = schedule.decisionDate();
		this.inventoryLastDay = schedule.inventoryLastDay();
		this.answerLastDay = schedule.answerLastDay();
		this.inputOpens = schedule.inputOpens();
		this.inputLastDay = schedule.inputLastDay();
		this.referralLastDay = schedule.referralLastDay();
	}

	/**
	 * Says otherwise what it is about.
	 * @param subject what is consulted on
	 * @param background what it builds on, may be null
	 * @throws ConsultationProblem if the cycle has ended
	 */
	void describe(String subject, @Nullable String background) {
		requireUnderWay();
		this.subject = subject;
		this.background = background;
	}

	/**
	 * Says why the cycle is to be cancelled; it ends when the process has told everyone.
	 * @param reason shown to the public
	 */
	public void announceCancellation(String reason) {
		requireUnderWay();
		this.cancellationReason = reason;
	}

	/**
	 * Ends the cycle, whose case is closed with it.
	 * @param how CLOSED, REJECTED or CANCELLED
	 */
	void end(Status how) {
		if (this.ending == null) {
			this.ending = how;
			this.phase = Phase.ENDED;
		}
	}

	private void requirePlanned() {
		if (status() != Status.PLANNED) {
			throw ConsultationProblem.alreadyOpen();
		}
	}

	void requireUnderWay() {
		if (this.ending != null) {
			throw ConsultationProblem.ended();
		}
	}

	public CaseId id() {
		return this.id;
	}

	/** How often it has been changed, null until it is stored. */
	public @Nullable Integer version() {
		return this.version;
	}

	public String authorityId() {
		return this.authorityId;
	}

	public String slug() {
		return this.slug;
	}

	public String title() {
		return this.title;
	}

	/** The authority's own number of the case, if it has one. */
	public @Nullable String diaryNumber() {
		return this.diaryNumber;
	}

	/**
	 * What is consulted on.
	 * @return plain text
	 */
	public String subject() {
		return this.subject;
	}

	public @Nullable String background() {
		return this.background;
	}

	public int planFrom() {
		return this.planFrom;
	}

	public int planTo() {
		return this.planTo;
	}

	public LocalDate decisionDate() {
		return this.decisionDate;
	}

	/**
	 * The dates.
	 * @return null until the cycle is planned
	 */
	public @Nullable Schedule schedule() {
		return (this.inventoryLastDay == null || this.answerLastDay == null || this.inputOpens == null
				|| this.inputLastDay == null) ? null
						: new Schedule(this.inventoryLastDay, this.answerLastDay, this.inputOpens, this.inputLastDay,
								this.referralLastDay, this.decisionDate);
	}

	/**
	 * The last days of the cycle.
	 * @return in the order in which they come; the decision alone until the rest is
	 * planned
	 */
	public List<LastDay> lastDays() {
		Schedule schedule = schedule();
		return (schedule != null) ? schedule.lastDays()
				: List.of(new LastDay(CycleDeadline.DECISION, this.decisionDate));
	}

	/**
	 * The last day that comes next.
	 * @return the decision, too late, if all have passed; null once it is taken
	 */
	public @Nullable LastDay next(LocalDate today) {
		if (this.phase == Phase.ANSWER || this.phase == Phase.ENDED) {
			return null;
		}
		List<LastDay> all = lastDays();
		return all.stream().filter((each) -> !each.day().isBefore(today)).findFirst().orElse(all.get(all.size() - 1));
	}

	public int numberOfMeetings() {
		return this.numberOfMeetings;
	}

	public boolean referralWanted() {
		return this.referralWanted;
	}

	/**
	 * When the draft was sent out for comments.
	 * @return null if it was not, or not yet
	 */
	public @Nullable LocalDate referralOpened() {
		return this.referralOpened;
	}

	public Status status() {
		if (this.ending != null) {
			return this.ending;
		}
		return (this.publishedAt != null) ? Status.OPEN : Status.PLANNED;
	}

	public Phase phase() {
		return this.phase;
	}

	/**
	 * The phases that it goes through once it is planned.
	 * @return in their order
	 */
	public List<Phase> way() {
		return Stream
			.of(Phase.INVENTORY, Phase.DIALOGUE, Phase.DRAFT, Phase.REFERRAL, Phase.REVISION, Phase.DECISION,
					Phase.ANSWER)
			.filter((each) -> this.referralWanted || (each != Phase.REFERRAL && each != Phase.REVISION))
			.filter((each) -> each != Phase.ANSWER || this.ending != Status.REJECTED)
			.toList();
	}

	public @Nullable String responsibleOfficer() {
		return this.responsibleOfficer;
	}

	public @Nullable String cancellationReason() {
		return this.cancellationReason;
	}

	/** The earlier consultation that is proposed again in it, null if none is. */
	public @Nullable CaseId beginsFrom() {
		return this.beginsFrom;
	}

	/** When its case was opened. */
	public Instant createdAt() {
		return this.openedAt;
	}

	public @Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	/** When it ended and its case was closed. */
	public @Nullable Instant endedAt() {
		return this.closedAt;
	}

	/**
	 * Until when its personal data is kept.
	 * @return null until it has ended
	 */
	public @Nullable LocalDate disposeAfter() {
		return this.disposeAfter;
	}

	/**
	 * When the list of those invited was fixed.
	 * @return null before that
	 */
	public @Nullable Instant inviteesConfirmedAt() {
		return this.inviteesConfirmedAt;
	}

	/**
	 * Why the list was fixed with gaps.
	 * @return null if it was not
	 */
	public @Nullable String gapsReason() {
		return this.gapsReason;
	}

	/**
	 * What it looks like.
	 * @return null if it has no picture
	 */
	public @Nullable Picture picture() {
		return (this.pictureName == null || this.pictureAlt == null || this.pictureFocus == null
				|| this.pictureWidest == null || this.pictureModern == null) ? null
						: new Picture(this.authorityId, this.pictureName, this.pictureAlt,
								Focus.valueOf(this.pictureFocus), this.pictureWidest, this.pictureModern);
	}

	/**
	 * What readers know it as.
	 * @param reader the language of the page
	 * @param ownLang what the page says the authority's language is, null if it is the
	 * page's
	 */
	public Said titleIn(Locale reader, @Nullable String ownLang) {
		return words().say(Part.TITLE, 0, reader, title(), ownLang);
	}

	/** What is written of it besides its own texts. */
	public Words words() {
		Words read = (this.words != null) ? this.words : Words.parse(this.otherWords);
		this.words = read;
		return read;
	}

	/**
	 * The address of its public page.
	 * @return without a language
	 */
	public String path() {
		return ConsultationKind.path(this.authorityId, this.slug);
	}

	/** How it stands. */
	public enum Status {

		PLANNED, OPEN, CLOSED, REJECTED, CANCELLED;

		/** The key of its name. */
		public String messageKey() {
			return "consultation.status." + name();
		}

	}

	/** Where on its way it is. */
	public enum Phase {

		PLANNING, INVENTORY, DIALOGUE, DRAFT, REFERRAL, REVISION, DECISION, ANSWER, ENDED;

		/** The key of its name. */
		public String messageKey() {
			return "consultation.phase." + name();
		}

	}

	/**
	 * What somebody asks for who wants a cycle.
	 *
	 * @param title its name
	 * @param subject what is consulted on
	 * @param planFrom the first year of the plan
	 * @param planTo the last year
	 * @param decisionDate when the decision is taken
	 */
	public record Wish(String title, String subject, int planFrom, int planTo, LocalDate decisionDate) {
	}

}
