package se.kulturlots.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.identity.Account;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.Meeting.Status;
import se.kulturlots.workflow.Processes;

/** What officers, and the processes for them, do with meetings. */
@Component
public class MeetingOffice {

	private final Meetings meetings;

	private final Registrations registrations;

	private final Consultations consultations;

	private final Authorities authorities;

	private final Deadlines deadlines;

	private final Processes processes;

	private final FormSubmissions forms;

	private final Journal journal;

	private final AppClock clock;

	MeetingOffice(Meetings meetings, Registrations registrations, Consultations consultations, Authorities authorities,
			Deadlines deadlines, Processes processes, FormSubmissions forms, Journal journal, AppClock clock) {
		this.meetings = meetings;
		this.registrations = registrations;
		this.consultations = consultations;
		this.authorities = authorities;
		this.deadlines = deadlines;
		this.processes = processes;
		this.forms = forms;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The consultations that a meeting can be added to.
	 * @param authorityId whose
	 * @return those that have not ended
	 */
	public List<Consultation> openTo(String authorityId) {
		return this.consultations.ofAuthority(authorityId).stream().filter((each) -> each.endedAt() == null).toList();
	}

	/**
	 * The meetings of a consultation, those without a time last.
	 * @param consultationId the consultation
	 * @return a short list
	 */
	public List<Meeting> ofConsultation(UUID consultationId) {
		return this.meetings.of(consultationId);
	}

	/**
	 * Adds a meeting that somebody wants besides those of the cycle.
	 * @param authorityId whose
	 * @param consultationId the consultation it belongs to
	 * @param title its name
	 * @param kind how it is held
	 * @return the meeting, still to be planned
	 * @throws MeetingProblem if the consultation has ended
	 */
	@Transactional
	public Meeting want(String authorityId, UUID consultationId, String title, Meeting.Kind kind) {
		Consultation consultation = this.consultations.get(authorityId, consultationId);
		if (consultation.endedAt() != null) {
			throw MeetingProblem.consultation().at("consultation");
		}
		int ordinal = this.meetings.of(consultationId).size() + 1;
		return this.meetings
			.save(Meeting.wanted(authorityId, consultationId, ordinal, title.strip(), kind, this.clock.instant()));
	}

	/**
	 * Adds a meeting and begins its process, with the task to plan it. The same form sent
	 * again with other words changes it until it is planned.
	 * @param consultationId a consultation of the account's authority
	 * @param submissionId the id of the form
	 * @param title its name
	 * @param kind how it is held
	 * @param officer who plans it
	 * @return the id of the meeting
	 * @throws MeetingProblem if the consultation has ended
	 */
	@Transactional
	public UUID begin(UUID consultationId, UUID submissionId, String title, Meeting.Kind kind, Account officer) {
		return this.forms.take("meeting:" + consultationId, FormSubmission.of(submissionId, title, kind),
				(before) -> before.flatMap(this.meetings::findById)
					.filter((meeting) -> !meeting.isPlanned() && meeting.status() == Meeting.Status.PLANNED)
					.map((meeting) -> this.meetings.save(meeting.wanted(title.strip(), kind)))
					.orElseGet(() -> begin(consultationId, title, kind, officer))
					.id());
	}

	private Meeting begin(UUID consultationId, String title, Meeting.Kind kind, Account officer) {
		Meeting meeting = want(officer.authority(), consultationId, title, kind);
		this.processes.start("meeting", meeting.id(), meeting.authorityId(), consultationId, officer.id());
		return meeting;
	}

	/**
	 * Adds as many meetings as a consultation is to have.
	 * @param consultationId the consultation
	 * @return the meetings, still to be planned
	 */
	@Transactional
	public List<Meeting> wantAll(UUID consultationId) {
		Consultation consultation = this.consultations.get(consultationId);
		int before = this.meetings.of(consultationId).size();
		List<Meeting> wanted = new ArrayList<>();
		for (int i = 1; i <= consultation.numberOfMeetings(); i++) {
			wanted.add(Meeting.wanted(consultation.authorityId(), consultationId, before + i, this.clock.instant()));
		}
		return this.meetings.saveAll(wanted);
	}

	/**
	 * Fixes when, where and for whom a meeting is held.
	 * @param id the meeting
	 * @param plan what was decided
	 */
	@Transactional
	public void plan(UUID id, MeetingPlan plan) {
		Meeting meeting = this.meetings.hold(id);
		meeting.plan(plan, this.clock.instant(), this.authorities.get(meeting.authorityId()).zone());
		this.meetings.save(meeting);
	}

	/**
	 * Shows a planned meeting to the public and opens the registration.
	 * @param id the meeting
	 */
	@Transactional
	public void publish(UUID id) {
		Meeting meeting = this.meetings.hold(id);
		meeting.publish(this.clock.instant());
		this.meetings.save(meeting);
		this.deadlines.set(meeting.authorityId(), id, DeadlineKind.REGISTRATION, meeting.registrationLastDay());
		this.deadlines.setAt(meeting.authorityId(), id, DeadlineKind.MEETING, meeting.startsAt());
		this.journal.publish(meeting.authorityId(), meeting.consultationId(), "journal.meeting.published",
				meeting.title());
	}

	/**
	 * Moves a meeting; everybody on its lists is told.
	 * @param authorityId who asks
	 * @param id the meeting
	 * @param when the new time and place
	 * @throws MeetingProblem if it cannot be moved so
	 */
	@Transactional
	public void move(String authorityId, UUID id, MeetingPlan.When when) {
		this.meetings.get(authorityId, id);
		Meeting meeting = this.meetings.hold(id);
		Instant now = this.clock.instant();
		ZoneId zone = this.authorities.get(authorityId).zone();
		meeting.move(when, now, zone);
		boolean reopened = meeting.reopenRegistration(now, zone);
		this.meetings.save(meeting);
		this.deadlines.setAt(authorityId, id, DeadlineKind.MEETING, meeting.startsAt());
		if (meeting.isOpen(now, zone)) {
			this.deadlines.set(authorityId, id, DeadlineKind.REGISTRATION, meeting.registrationLastDay());
		}
		this.journal.publish(authorityId, meeting.consultationId(), "journal.meeting.moved", meeting.title());
		this.processes.tell(id, authorityId, "meeting.moved", Map.of());
		if (reopened) {
			this.processes.tell(id, authorityId, "registration.reopened", Map.of());
		}
	}

	/**
	 * Ends the registration to a meeting, unless somebody has moved its last day.
	 * @param id the meeting
	 * @return whether it is closed
	 */
	@Transactional
	public boolean closeRegistration(UUID id) {
		Meeting meeting = this.meetings.hold(id);
		if (meeting.isOpen(this.clock.instant(), this.authorities.get(meeting.authorityId()).zone())) {
			return false;
		}
		meeting.closeRegistration();
		this.meetings.save(meeting);
		List<Registration> all = this.registrations.active(id);
		int registered = (int) all.stream()
			.filter((registration) -> registration.status() == Registration.Status.REGISTERED)
			.count();
		this.journal.note(meeting.authorityId(), meeting.consultationId(), "journal.meeting.registrationClosed",
				meeting.title(), registered, all.size() - registered);
		return true;
	}

	/**
	 * Calls a meeting off; everybody on its lists is told.
	 * @param authorityId who asks
	 * @param id the meeting
	 * @param reason told to everybody
	 * @throws MeetingProblem if it has been held, or there is no reason
	 */
	@Transactional
	public void cancel(String authorityId, UUID id, @Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw MeetingProblem.reasonMissing().at("reason");
		}
		this.meetings.get(authorityId, id);
		callOff(this.meetings.hold(id), reason);
		this.processes.tell(id, authorityId, "meeting.cancelled", Map.of());
	}

	/**
	 * Calls off all meetings of a consultation that is cancelled.
	 * @param consultationId the consultation
	 * @return those that are called off now
	 */
	@Transactional
	public List<Meeting> cancelAll(UUID consultationId) {
		String reason = this.consultations.get(consultationId).cancellationReason();
		List<Meeting> ahead = this.meetings.of(consultationId)
			.stream()
			.filter((meeting) -> meeting.status() == Status.PLANNED || meeting.status() == Status.PUBLISHED)
			.toList();
		ahead.forEach((meeting) -> {
			callOff(meeting, reason);
			this.processes.tell(meeting.id(), meeting.authorityId(), "meeting.cancelled", Map.of());
		});
		return ahead;
	}

	private void callOff(Meeting meeting, @Nullable String reason) {
		meeting.cancel(reason, this.clock.instant());
		this.meetings.save(meeting);
		this.registrations.forgetFood(meeting.id());
		if (meeting.isPublic()) {
			this.journal.publish(meeting.authorityId(), meeting.consultationId(), "journal.meeting.cancelled",
					meeting.title());
		}
	}

	/**
	 * Keeps what those registered are to know before a meeting.
	 * @param id the meeting
	 * @param text plain text, may be missing once the meeting has begun
	 */
	@Transactional
	public void prepare(UUID id, @Nullable String text) {
		Meeting meeting = this.meetings.hold(id);
		if (text == null && meeting.isAhead(this.clock.instant())) {
			throw MeetingProblem.preparationMissing().at("preparation");
		}
		meeting.prepare(text);
		this.meetings.save(meeting);
	}

	/**
	 * Keeps what came out of a meeting, and forgets what people ate.
	 * @param id the meeting
	 * @param participants how many took part
	 * @param summary what was said, in short
	 * @param followUp what is to be followed up
	 */
	@Transactional
	public void record(UUID id, int participants, String summary, @Nullable String followUp) {
		Meeting meeting = this.meetings.hold(id);
		meeting.record(participants, summary, followUp, this.clock.instant());
		this.meetings.save(meeting);
		this.registrations.forgetFood(id);
		this.journal.note(meeting.authorityId(), meeting.consultationId(), "journal.meeting.recorded", meeting.title(),
				participants);
	}

	/**
	 * Notes that the preparation has gone out.
	 * @param meeting the meeting
	 * @param recipients how many got it
	 */
	@Transactional
	public void preparationSent(Meeting meeting, int recipients) {
		meeting.preparationSent(this.clock.instant());
		this.meetings.save(meeting);
		this.journal.note(meeting.authorityId(), meeting.consultationId(), "journal.meeting.prepared", meeting.title(),
				recipients);
	}

	/**
	 * Notes that the notes have gone out and shows them to the public.
	 * @param meeting the meeting
	 */
	@Transactional
	public void notesSent(Meeting meeting) {
		meeting.notesSent(this.clock.instant());
		this.meetings.save(meeting);
		this.journal.publish(meeting.authorityId(), meeting.consultationId(), "journal.meeting.notesSent",
				meeting.title());
	}

}
