package se.kulturlots.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.Cases;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Sending;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.Meeting.Status;
import se.kulturlots.workflow.Processes;

/** What officers, and the processes for them, do with meetings. */
@Component
public class MeetingOffice {

	private final Meetings meetings;

	private final Registrations registrations;

	private final Cases cases;

	private final WorkingCalendars calendars;

	private final Deadlines deadlines;

	private final Processes processes;

	private final FormSubmissions forms;

	private final Journal journal;

	private final CaseWords words;

	private final AppClock clock;

	MeetingOffice(Meetings meetings, Registrations registrations, Cases cases, WorkingCalendars calendars,
			Deadlines deadlines, Processes processes, FormSubmissions forms, Journal journal, CaseWords words,
			AppClock clock) {
		this.meetings = meetings;
		this.registrations = registrations;
		this.cases = cases;
		this.calendars = calendars;
		this.deadlines = deadlines;
		this.processes = processes;
		this.forms = forms;
		this.journal = journal;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * The cases that a meeting can be added to.
	 * @return those that are open
	 */
	public List<Case> openTo(String authorityId) {
		return this.cases.open(authorityId);
	}

	/**
	 * The meetings of a case, those without a time last.
	 * @return a short list
	 */
	public List<Meeting> ofCase(CaseId caseId) {
		return this.meetings.of(caseId);
	}

	/**
	 * Adds a meeting that somebody wants besides those of the cycle.
	 * @param kind how it is held
	 * @return the meeting, still to be planned
	 * @throws MeetingProblem if the case is closed
	 */
	@Transactional
	public Meeting want(String authorityId, CaseId caseId, String title, Meeting.Kind kind) {
		if (this.cases.get(authorityId, caseId).closedAt() != null) {
			throw MeetingProblem.consultation().at("caseId");
		}
		int ordinal = this.meetings.of(caseId).size() + 1;
		return this.meetings
			.save(Meeting.wanted(authorityId, caseId, ordinal, title.strip(), kind, this.clock.instant()));
	}

	/**
	 * Adds a meeting and begins its process, with the task to plan it. The same form sent
	 * again with other words changes it until it is planned, unless somebody else has
	 * done so since.
	 * @param caseId a case of the account's authority
	 * @param submissionId the id of the form
	 * @param kind how it is held
	 * @param officer who plans it
	 * @return the id of the meeting
	 * @throws MeetingProblem if the case is closed
	 */
	@Transactional
	public MeetingId begin(CaseId caseId, UUID submissionId, String title, Meeting.Kind kind, Account officer) {
		return this.forms.take("meeting:" + caseId, FormSubmission.of(submissionId, title, kind), MeetingId::new,
				(id) -> this.meetings.findById(id).map(Meeting::version).orElse(null),
				(before) -> before.flatMap((earlier) -> this.meetings.findById(earlier.id())
					.filter((meeting) -> !meeting.isPlanned() && meeting.status() == Meeting.Status.PLANNED)
					.map((meeting) -> {
						earlier.requireUntouched();
						return this.meetings.save(meeting.wanted(title.strip(), kind));
					})).orElseGet(() -> begin(caseId, title, kind, officer)).id());
	}

	private Meeting begin(CaseId caseId, String title, Meeting.Kind kind, Account officer) {
		Meeting meeting = want(officer.authority(), caseId, title, kind);
		this.processes.start(MeetingProcess.KEY, meeting.id(), meeting.authorityId(), caseId, officer.id());
		return meeting;
	}

	/**
	 * Adds as many meetings as a case is to have.
	 * @return the meetings, still to be planned
	 */
	@Transactional
	public List<Meeting> wantAll(CaseId caseId, int number) {
		String authorityId = this.cases.get(caseId).authorityId();
		int before = this.meetings.of(caseId).size();
		List<Meeting> wanted = new ArrayList<>();
		for (int i = 1; i <= number; i++) {
			wanted.add(Meeting.wanted(authorityId, caseId, before + i, this.clock.instant()));
		}
		return this.meetings.saveAll(wanted);
	}

	/**
	 * Fixes when, where and for whom a meeting is held.
	 * @param plan what was decided
	 */
	@Transactional
	public void plan(MeetingId id, MeetingPlan plan) {
		Meeting meeting = this.meetings.hold(id);
		meeting.plan(plan, this.clock.instant(), this.calendars.of(meeting.authorityId()));
		this.meetings.save(meeting);
		keepTimes(meeting);
	}

	/** Shows a planned meeting to the public and opens the registration. */
	@Transactional
	public void publish(MeetingId id) {
		Meeting meeting = this.meetings.hold(id);
		meeting.publish(this.clock.instant());
		this.meetings.save(meeting);
		this.journal.publish(meeting.authorityId(), meeting.caseId(), "journal.meeting.published", meeting.title());
	}

	/**
	 * Moves a meeting; everybody on its lists is told.
	 * @param authorityId who asks
	 * @param when the new time and place
	 * @throws MeetingProblem if it cannot be moved so
	 */
	@Transactional
	public void move(String authorityId, MeetingId id, MeetingPlan.When when) {
		this.meetings.get(authorityId, id);
		Meeting meeting = this.meetings.hold(id);
		Instant now = this.clock.instant();
		WorkingCalendar calendar = this.calendars.of(authorityId);
		MeetingPlan.When before = meeting.when(calendar.zone());
		meeting.move(when, now, calendar);
		boolean reopened = meeting.reopenRegistration(now);
		this.meetings.save(meeting);
		keepTimes(meeting);
		tellMoved(meeting, before, when, calendar.zone());
		this.processes.tell(id, authorityId, MeetingProcess.MOVED);
		if (reopened) {
			this.processes.tell(id, authorityId, MeetingProcess.REGISTRATION_REOPENED);
		}
	}

	private void keepTimes(Meeting meeting) {
		String authorityId = meeting.authorityId();
		this.deadlines.set(authorityId, meeting.id(), MeetingDeadline.REGISTRATION, meeting.registrationLastDay());
		this.deadlines.setAt(authorityId, meeting.id(), MeetingDeadline.MEETING, meeting.startsAt());
		this.deadlines.setAt(authorityId, meeting.id(), MeetingDeadline.MEETING_END, meeting.endsAt());
	}

	/* a sentence for each thing that is new, with how it was */
	private void tellMoved(Meeting meeting, MeetingPlan.When before, MeetingPlan.When now, ZoneId zone) {
		if (!now.startsAt(zone).equals(before.startsAt(zone))) {
			tell(meeting, "journal.meeting.movedTime", before.startsAt(zone), now.startsAt(zone));
		}
		else if (!now.ends().equals(before.ends())) {
			tell(meeting, "journal.meeting.movedEnd", before.endsAt(zone), now.endsAt(zone));
		}
		if (!Objects.equals(now.place(), before.place())) {
			tell(meeting, (now.place() != null) ? "journal.meeting.movedPlace" : "journal.meeting.movedOnline",
					Objects.requireNonNullElse(now.place(), ""));
		}
		if (!Objects.equals(now.link(), before.link())) {
			tell(meeting, "journal.meeting.movedLink");
		}
		if (!now.registrationLastDay().equals(before.registrationLastDay())) {
			tell(meeting, "journal.meeting.movedLastDay", before.registrationLastDay(), now.registrationLastDay());
		}
	}

	private void tell(Meeting meeting, String key, Object... arguments) {
		Stream<String> all = Stream.concat(Stream.of(meeting.title()), Stream.of(arguments).map(Object::toString));
		this.journal.publish(meeting.authorityId(), meeting.caseId(), key, all.toArray());
	}

	/**
	 * Gives a meeting another name. Pages, feeds and calendars show it; nobody is mailed.
	 * @param authorityId who asks
	 * @param name one line
	 * @throws MeetingProblem if it is cancelled
	 */
	@Transactional
	public void rename(String authorityId, MeetingId id, String name) {
		String before = this.meetings.get(authorityId, id).wishedTitle();
		Meeting meeting = this.meetings.hold(id);
		if (!meeting.rename(name, this.clock.instant())) {
			return;
		}
		this.meetings.save(meeting);
		if (before != null && meeting.isPublic()) {
			this.journal.publish(authorityId, meeting.caseId(), "journal.meeting.renamed", before, name);
		}
		else if (before != null) {
			this.journal.note(authorityId, meeting.caseId(), "journal.meeting.renamed", before, name);
		}
		else {
			this.journal.note(authorityId, meeting.caseId(), "journal.meeting.named", meeting.ordinal(), name);
		}
	}

	/**
	 * Ends the registration to a meeting, unless somebody has moved its last day.
	 * @return whether it is closed
	 */
	@Transactional
	public boolean closeRegistration(MeetingId id) {
		Meeting meeting = this.meetings.hold(id);
		if (meeting.isOpen(this.clock.instant())) {
			return false;
		}
		meeting.closeRegistration();
		this.meetings.save(meeting);
		List<Registration> all = this.registrations.active(id);
		int registered = (int) all.stream()
			.filter((registration) -> registration.status() == Registration.Status.REGISTERED)
			.count();
		this.journal.note(meeting.authorityId(), meeting.caseId(), "journal.meeting.registrationClosed",
				meeting.title(), registered, all.size() - registered);
		return true;
	}

	/**
	 * Calls a meeting off; everybody on its lists is told.
	 * @param authorityId who asks
	 * @param reason told to everybody
	 * @throws MeetingProblem if it has been held, or there is no reason
	 */
	@Transactional
	public void cancel(String authorityId, MeetingId id, @Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw MeetingProblem.reasonMissing().at("reason");
		}
		this.meetings.get(authorityId, id);
		callOff(this.meetings.hold(id), reason);
		this.processes.tell(id, authorityId, MeetingProcess.CANCELLED);
	}

	/**
	 * Calls off all meetings of a case that is cancelled.
	 * @param reason told to everybody
	 * @return those that are called off now
	 */
	@Transactional
	public List<Meeting> cancelAll(CaseId caseId, @Nullable String reason) {
		List<Meeting> ahead = this.meetings.of(caseId)
			.stream()
			.filter((meeting) -> meeting.status() == Status.PLANNED || meeting.status() == Status.PUBLISHED)
			.toList();
		ahead.forEach((meeting) -> {
			callOff(meeting, reason);
			this.processes.tell(meeting.id(), meeting.authorityId(), MeetingProcess.CANCELLED);
		});
		return ahead;
	}

	private void callOff(Meeting meeting, @Nullable String reason) {
		meeting.cancel(reason, this.clock.instant());
		this.meetings.save(meeting);
		this.registrations.forgetFood(meeting.id());
		if (meeting.isPublic()) {
			this.journal.publish(meeting.authorityId(), meeting.caseId(), "journal.meeting.cancelled", meeting.title());
		}
	}

	/**
	 * Keeps what those registered are to know before a meeting.
	 * @param text plain text, may be missing once the meeting has begun
	 */
	@Transactional
	public void prepare(MeetingId id, @Nullable String text) {
		Meeting meeting = this.meetings.hold(id);
		if (text == null && meeting.isAhead(this.clock.instant())) {
			throw MeetingProblem.preparationMissing().at("preparation");
		}
		meeting.prepare(text);
		this.meetings.save(meeting);
		if (text != null) {
			this.words.settle(id, Part.PREPARATION, text);
		}
	}

	/**
	 * Keeps what came out of a meeting, and forgets what people ate.
	 * @param participants how many took part
	 * @param summary what was said, in short
	 * @param followUp what is to be followed up
	 */
	@Transactional
	public void record(MeetingId id, int participants, String summary, @Nullable String followUp) {
		Meeting meeting = this.meetings.hold(id);
		meeting.record(participants, summary, followUp, this.clock.instant());
		this.meetings.save(meeting);
		this.registrations.forgetFood(id);
		this.journal.note(meeting.authorityId(), meeting.caseId(), "journal.meeting.recorded", meeting.title(),
				participants);
	}

	/**
	 * Notes that the preparation has gone out.
	 * @param sending how many get it and when
	 */
	@Transactional
	public void preparationSent(Meeting meeting, Sending sending) {
		meeting.preparationSent(this.clock.instant());
		this.meetings.save(meeting);
		this.journal.note(meeting.authorityId(), meeting.caseId(), sending.key("journal.meeting.prepared"),
				meeting.title(), sending.mails(), sending.dayText());
	}

	/**
	 * Notes that the notes have gone out and shows them to the public.
	 * @param sending how many get them and when
	 */
	@Transactional
	public void notesSent(Meeting meeting, Sending sending) {
		meeting.notesSent(this.clock.instant());
		this.meetings.save(meeting);
		this.journal.publish(meeting.authorityId(), meeting.caseId(), "journal.meeting.notesSent", meeting.title());
		if (sending.mails() > 0) {
			this.journal.note(meeting.authorityId(), meeting.caseId(), sending.key("journal.meeting.notesMailed"),
					meeting.title(), sending.mails(), sending.dayText());
		}
	}

}
