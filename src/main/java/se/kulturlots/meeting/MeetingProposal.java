package se.kulturlots.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;

/**
 * Proposes days for meetings: spread evenly over working days between the last day to
 * answer the invitation and the last day for input, so that what is said at them can be
 * written down in time.
 */
@Component
public class MeetingProposal {

	private static final int REGISTRATION_ENDS = 5;

	private static final int SHORTEST_NOTICE = 15;

	private final Consultations consultations;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	MeetingProposal(Consultations consultations, WorkingCalendars calendars, AppClock clock) {
		this.consultations = consultations;
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * A day for a meeting.
	 * @return a working day with time to invite before it
	 */
	public LocalDate day(Meeting meeting) {
		WorkingCalendar calendar = this.calendars.of(meeting.authorityId());
		LocalDate earliest = calendar.plus(this.clock.today(calendar.zone()), SHORTEST_NOTICE);
		LocalDate day = this.consultations.findById(meeting.caseId())
			.map((consultation) -> spread(meeting, consultation, calendar))
			.orElse(null);
		return (day != null && day.isAfter(earliest)) ? day : earliest;
	}

	private static @Nullable LocalDate spread(Meeting meeting, Consultation consultation, WorkingCalendar calendar) {
		Schedule schedule = consultation.schedule();
		if (schedule == null || !schedule.inputLastDay().isAfter(schedule.answerLastDay())) {
			return null;
		}
		long days = ChronoUnit.DAYS.between(schedule.answerLastDay(), schedule.inputLastDay());
		int meetings = Math.max(meeting.ordinal(), consultation.numberOfMeetings());
		return calendar.minus(schedule.answerLastDay().plusDays(days * meeting.ordinal() / (meetings + 1)), 0);
	}

	/**
	 * The last day to register for a meeting on a day.
	 * @param day the day of the meeting
	 * @return a working day, today at the earliest
	 */
	public LocalDate registrationLastDay(String authorityId, LocalDate day) {
		WorkingCalendar calendar = this.calendars.of(authorityId);
		LocalDate today = this.clock.today(calendar.zone());
		LocalDate lastDay = calendar.minus(day, REGISTRATION_ENDS);
		return lastDay.isBefore(today) ? today : lastDay;
	}

}
