package se.kulturlots.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;

/**
 * Proposes days for meetings: spread evenly over the working days that the kind of their
 * case gives them.
 */
@Component
public class MeetingProposal {

	private static final int REGISTRATION_ENDS = 5;

	private static final int SHORTEST_NOTICE = 15;

	private final MeetingHosts hosts;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	MeetingProposal(MeetingHosts hosts, WorkingCalendars calendars, AppClock clock) {
		this.hosts = hosts;
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
		LocalDate day = spread(meeting, this.hosts.of(meeting.caseId()), calendar);
		return (day != null && day.isAfter(earliest)) ? day : earliest;
	}

	private static @Nullable LocalDate spread(Meeting meeting, MeetingHost host, WorkingCalendar calendar) {
		MeetingHost.Days days = host.days(meeting.caseId());
		if (days == null) {
			return null;
		}
		long all = ChronoUnit.DAYS.between(days.after(), days.before());
		int meetings = Math.max(meeting.ordinal(), host.numberOfMeetings(meeting.caseId()));
		return calendar.minus(days.after().plusDays(all * meeting.ordinal() / (meetings + 1)), 0);
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
