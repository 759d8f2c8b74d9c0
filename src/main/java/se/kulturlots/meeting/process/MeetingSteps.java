package se.kulturlots.meeting.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Rung;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingDeadline;
import se.kulturlots.meeting.MeetingHosts;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingMails;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPlan;
import se.kulturlots.meeting.MeetingProcess;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.meeting.process.MeetingFacts.ContactParticipantFacts;
import se.kulturlots.meeting.process.MeetingFacts.PlanMeetingFacts;
import se.kulturlots.meeting.process.MeetingFacts.RecordMeetingFacts;
import se.kulturlots.meeting.process.MeetingFacts.SendPreparationFacts;
import se.kulturlots.workflow.CaseChoices;
import se.kulturlots.workflow.TaskContext;
import se.kulturlots.workflow.TaskDates;

/** The steps of a meeting, from the wish for one to its notes. */
@Component
public class MeetingSteps {

	/** Working days before the meeting when its preparation is to be written. */
	private static final int PREPARATION = 3;

	/** Working days within which somebody with a topic is contacted. */
	private static final int CONTACT = 3;

	private final MeetingOffice office;

	private final Meetings meetings;

	private final Registrations registrations;

	private final RegistrationService registrationService;

	private final MeetingMails mails;

	private final MeetingNotes notes;

	private final MeetingFacts facts;

	private final MeetingHosts hosts;

	private final Deadlines deadlines;

	private final SendingWindow window;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	MeetingSteps(MeetingOffice office, Meetings meetings, Registrations registrations,
			RegistrationService registrationService, MeetingMails mails, MeetingNotes notes, MeetingFacts facts,
			MeetingHosts hosts, Deadlines deadlines, SendingWindow window, WorkingCalendars calendars, AppClock clock) {
		this.office = office;
		this.meetings = meetings;
		this.registrations = registrations;
		this.registrationService = registrationService;
		this.mails = mails;
		this.notes = notes;
		this.facts = facts;
		this.hosts = hosts;
		this.deadlines = deadlines;
		this.window = window;
		this.calendars = calendars;
		this.clock = clock;
	}

	public CaseChoices startMeetingFacts(String authorityId) {
		return this.facts.start(authorityId);
	}

	/**
	 * Makes the meeting that somebody wants.
	 * @param answers the start form
	 */
	public MeetingId startMeeting(String authorityId, StartMeeting answers) {
		return this.office.want(authorityId, answers.caseId(), answers.title(), answers.kind()).id();
	}

	/**
	 * Makes the meetings that a case begins with.
	 * @return their ids, for one process each
	 */
	public List<String> prepareMeetings(CaseId caseId) {
		return new ArrayList<>(this.office.wantAll(caseId, this.hosts.of(caseId).numberOfMeetings(caseId))
			.stream()
			.map((meeting) -> meeting.id().toString())
			.toList());
	}

	public PlanMeetingFacts planMeetingFacts(MeetingId id) {
		return this.facts.plan(this.meetings.get(id));
	}

	public void planMeeting(MeetingId id, MeetingPlan answers) {
		this.office.plan(id, answers);
	}

	public void publishMeeting(MeetingId id) {
		this.office.publish(id);
	}

	/** Reminds those invited who have not registered for any meeting. */
	public void remindUnregistered(MeetingId id) {
		Optional<Rung> rung = this.deadlines.rungNow(id, MeetingDeadline.REGISTRATION);
		if (rung.isEmpty()) {
			return;
		}
		Meeting meeting = this.meetings.get(id);
		Instant now = this.clock.instant();
		List<Meeting> open = this.meetings.of(meeting.caseId())
			.stream()
			.filter((other) -> other.isOpen(now) && other.registrationLastDay().equals(meeting.registrationLastDay()))
			.toList();
		if (!open.isEmpty()) {
			Instant from = this.deadlines.sendFrom(id, MeetingDeadline.REGISTRATION);
			this.hosts.of(meeting.caseId())
				.forEachLotUnregistered(meeting.caseId(),
						(lot) -> this.mails.unregistered(meeting, open, lot, rung.get(), from));
		}
	}

	/**
	 * Ends the registration.
	 * @return false if the meeting was moved meanwhile, and with it the last day
	 */
	public boolean closeRegistration(MeetingId id) {
		return this.office.closeRegistration(id);
	}

	/** The same, for diagrams deployed before December 2026. */
	public void remindUnregisteredAgain(MeetingId id) {
		remindUnregistered(id);
	}

	/**
	 * The same, for diagrams deployed before December 2026.
	 * @return false if the meeting was moved meanwhile
	 */
	public boolean closeRegistrationAgain(MeetingId id) {
		return closeRegistration(id);
	}

	/**
	 * Until when the preparation is to be written.
	 * @return some working days before it, never in the past
	 */
	public Date preparationDue(MeetingId id) {
		Meeting meeting = this.meetings.get(id);
		WorkingCalendar calendar = this.calendars.of(meeting.authorityId());
		return due(meeting, calendar, calendar.minus(meeting.day(calendar.zone()), PREPARATION));
	}

	/**
	 * Until when somebody with a topic is to be contacted.
	 * @return within some working days, and before the meeting
	 */
	public Date contactDue(MeetingId id) {
		Meeting meeting = this.meetings.get(id);
		WorkingCalendar calendar = this.calendars.of(meeting.authorityId());
		LocalDate soon = calendar.plus(this.clock.today(calendar.zone()), CONTACT);
		LocalDate dayBefore = calendar.minus(meeting.day(calendar.zone()), 1);
		return due(meeting, calendar, soon.isBefore(dayBefore) ? soon : dayBefore);
	}

	/* the end of a day, or the beginning of the meeting when that day has passed */
	private Date due(Meeting meeting, WorkingCalendar calendar, LocalDate day) {
		Date end = TaskDates.lastMinute(calendar.endOf(day));
		return end.toInstant().isAfter(this.clock.instant()) ? end : Date.from(meeting.startsAt());
	}

	public Date endsAt(MeetingId id) {
		return Date.from(this.meetings.get(id).endsAt());
	}

	public SendPreparationFacts sendPreparationFacts(MeetingId id) {
		return this.facts.preparation(this.meetings.get(id));
	}

	public void sendPreparation(MeetingId id, SendPreparation answers) {
		this.office.prepare(id, answers.preparation());
	}

	/**
	 * Sends the preparation to those with a seat; once the meeting has begun it is of no
	 * use any more.
	 */
	public void mailPreparation(MeetingId id) {
		Meeting meeting = this.meetings.hold(id);
		if (meeting.preparation() == null || !meeting.isAhead(this.clock.instant())) {
			return;
		}
		Instant from = this.deadlines.sendFrom(id, MeetingDeadline.MEETING);
		AtomicInteger mails = new AtomicInteger();
		this.registrations.forEachSeated(id, (lot) -> mails.addAndGet(this.mails.preparation(meeting, lot, from)));
		this.office.preparationSent(meeting,
				this.window.sending(meeting.authorityId(), mails.get(), this.clock.instant(), from));
	}

	/** Reminds those with a seat, with the place or the link. */
	public void remindRegistered(MeetingId id) {
		this.deadlines.rungNow(id, MeetingDeadline.MEETING).ifPresent((rung) -> {
			Meeting meeting = this.meetings.get(id);
			Deadline deadline = this.deadlines.get(id, MeetingDeadline.MEETING);
			Instant from = this.deadlines.sendFrom(id, MeetingDeadline.MEETING);
			this.registrations.forEachSeated(id, (lot) -> this.mails.reminder(meeting, lot, deadline, rung, from));
		});
	}

	public RecordMeetingFacts recordMeetingFacts(MeetingId id) {
		return this.facts.record(this.meetings.get(id));
	}

	public void recordMeeting(MeetingId id, RecordMeeting answers) {
		this.office.record(id, answers.participants(), answers.summary(), answers.followUp());
	}

	/**
	 * Sends the notes to those who took part; to all with a seat if nobody noted who
	 * came.
	 */
	public void sendNotes(MeetingId id) {
		Meeting meeting = this.meetings.hold(id);
		boolean noted = this.registrations.attended(id) != 0;
		List<MeetingNotes.Note> said = this.notes.of(meeting);
		Instant now = this.clock.instant();
		Instant from = this.window.next(meeting.authorityId(), now);
		AtomicInteger mails = new AtomicInteger();
		this.registrations.forEachSeated(id, (lot) -> mails.addAndGet(this.mails.notes(meeting,
				lot.stream().filter((registration) -> !noted || registration.hasAttended()).toList(), said, from)));
		this.office.notesSent(meeting, this.window.sending(meeting.authorityId(), mails.get(), now, from));
	}

	public ContactParticipantFacts contactParticipantFacts(MeetingId id, TaskContext context) {
		return this.facts.contact(this.meetings.get(id), registration(context));
	}

	public void contactParticipant(MeetingId id, ContactParticipant answers, TaskContext context) {
		this.registrationService.contacted(context.authorityId(), registration(context).id(), answers.note());
	}

	private Registration registration(TaskContext context) {
		return this.registrations.get(context.authorityId(),
				new RegistrationId(UUID.fromString(context.broughtBy(MeetingProcess.REGISTRATION_WITH_TOPIC))));
	}

	public void tellMoved(MeetingId id) {
		Meeting meeting = this.meetings.get(id);
		this.registrations.forEachActive(id, (lot) -> this.mails.moved(meeting, lot));
	}

	public void tellCancelled(MeetingId id) {
		Meeting meeting = this.meetings.get(id);
		if (meeting.isPublic()) {
			this.registrations.forEachActive(id,
					(lot) -> this.mails.cancelled(meeting, lot, meeting.cancellationReason()));
		}
	}

	/**
	 * Calls off what is left of a case's meetings and tells everybody on their lists;
	 * those that its own process has not called end too.
	 */
	public void cancelMeetings(CaseId caseId) {
		this.office.cancelAll(caseId, this.hosts.of(caseId).cancellationReason(caseId))
			.forEach((meeting) -> tellCancelled(meeting.id()));
	}

	/**
	 * The start form.
	 *
	 * @param kind how it is held
	 */
	public record StartMeeting(CaseId caseId, String title, Meeting.Kind kind) {
	}

	/**
	 * The preparation.
	 *
	 * @param preparation what those registered are to know
	 */
	public record SendPreparation(@Nullable String preparation) {
	}

	/**
	 * What came out of it.
	 *
	 * @param participants how many took part
	 * @param summary what was said, in short
	 * @param followUp what is to be followed up
	 */
	public record RecordMeeting(Integer participants, String summary, @Nullable String followUp) {
	}

	/**
	 * What the liaison agreed on with somebody.
	 *
	 * @param note in the liaison's words
	 */
	public record ContactParticipant(@Nullable String note) {
	}

}
