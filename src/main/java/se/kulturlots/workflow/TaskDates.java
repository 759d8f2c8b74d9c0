package se.kulturlots.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Id;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.WorkingCalendars;

/**
 * Due dates of tasks. They stand at the last minute of a day, so that Tasklist shows the
 * day that people mean.
 */
@Component("taskDates")
public class TaskDates {

	private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

	private final WorkingCalendars calendars;

	private final Deadlines deadlines;

	private final AppClock clock;

	TaskDates(WorkingCalendars calendars, Deadlines deadlines, AppClock clock) {
		this.calendars = calendars;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * So many working days from today, to the end of the day.
	 * @param execution the case
	 * @param workingDays how many
	 * @return the due date
	 */
	public Date inWorkingDays(DelegateExecution execution, int workingDays) {
		WorkingCalendar calendar = this.calendars.of(execution.getTenantId());
		return lastMinute(calendar.endOf(calendar.plus(this.clock.today(calendar.zone()), workingDays)));
	}

	/**
	 * The last day of a deadline.
	 * @param execution the case that has it
	 * @param kind the name of which
	 * @return the due date
	 */
	public Date lastDay(DelegateExecution execution, String kind) {
		return lastMinute(this.deadlines.due(Id.parse(execution.getProcessBusinessKey()), kind).toInstant());
	}

	/**
	 * So many working days before the last day of a deadline, for what has to be done
	 * before something else can: not before tomorrow, and not after the last day.
	 * @param execution the case that has it
	 * @param kind the name of which
	 * @param workingDays how many
	 * @return the due date
	 */
	public Date beforeLastDay(DelegateExecution execution, String kind, int workingDays) {
		WorkingCalendar calendar = this.calendars.of(execution.getTenantId());
		LocalDate last = LocalDate.ofInstant(lastDay(execution, kind).toInstant(), calendar.zone());
		LocalDate day = calendar.minus(last, workingDays);
		LocalDate soonest = calendar.plus(this.clock.today(calendar.zone()), 1);
		LocalDate due = day.isBefore(soonest) ? soonest : day;
		return lastMinute(calendar.endOf(due.isBefore(last) ? due : last));
	}

	/**
	 * The last minute of a day.
	 * @param end the first instant after it
	 * @return a due date
	 */
	public static Date lastMinute(Instant end) {
		return Date.from(end.minus(LAST_MINUTE));
	}

}
