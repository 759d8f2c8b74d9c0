package se.kulturlots.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;

/**
 * Proposes days for meetings: spread evenly over the working days that the kind of their
 * case gives them.
 */
@Component
public class MeetingProposal {

	static final int REGISTRATION_ENDS = 5;

	static final int SHORTEST_NOTICE = 15;

	private static final int WEEK = 7;

	private final Meetings meetings;

	private final MeetingHosts hosts;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	MeetingProposal(Meetings meetings, MeetingHosts hosts, WorkingCalendars calendars, AppClock clock) {
		this.meetings = meetings;
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
		MeetingHost host = this.hosts.of(meeting.caseId());
		LocalDate day = earlier(meeting).map((earlier) -> again(earlier, host, meeting.caseId(), calendar))
			.orElseGet(() -> spread(meeting, host, calendar));
		return (day != null && day.isAfter(earliest)) ? day : earliest;
	}

	/**
	 * The meeting of an earlier case that a meeting is proposed to be like: the one of
	 * the same place in their order.
	 * @return nothing if somebody has asked for just this meeting, or there was none
	 */
	public Optional<Meeting> earlier(Meeting meeting) {
		CaseId from = (meeting.wishedTitle() == null) ? this.hosts.of(meeting.caseId()).beginsFrom(meeting.caseId())
				: null;
		return (from != null) ? again(from).stream().skip(meeting.ordinal() - 1L).findFirst() : Optional.empty();
	}

	/**
	 * The meetings of a case that are proposed again in another: all but those called
	 * off.
	 * @return by time
	 */
	public List<Meeting> again(CaseId from) {
		return this.meetings.of(from)
			.stream()
			.filter((each) -> each.isPlanned() && each.status() != Meeting.Status.CANCELLED)
			.toList();
	}

	/* as many days into the time for meetings as then, on the same day of the week */
	private static @Nullable LocalDate again(Meeting earlier, MeetingHost host, CaseId in, WorkingCalendar calendar) {
		MeetingHost.Days then = host.days(earlier.caseId());
		MeetingHost.Days now = host.days(in);
		if (then == null || now == null) {
			return null;
		}
		LocalDate held = earlier.day(calendar.zone());
		LocalDate same = now.after().plusDays(ChronoUnit.DAYS.between(then.after(), held));
		int ahead = Math.floorMod(held.getDayOfWeek().getValue() - same.getDayOfWeek().getValue(), WEEK);
		LocalDate onWeekday = same.plusDays((ahead > WEEK / 2) ? ahead - WEEK : ahead);
		LocalDate day = calendar.isWorkingDay(held) ? calendar.minus(onWeekday, 0) : onWeekday;
		return (day.isAfter(now.after()) && day.isBefore(now.before())) ? day : null;
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
