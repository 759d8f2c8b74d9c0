package se.kulturlots.workflow;

import java.time.Duration;
import java.time.Instant;
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
	 * The last minute of a day.
	 * @param end the first instant after it
	 * @return a due date
	 */
	public static Date lastMinute(Instant end) {
		return Date.from(end.minus(LAST_MINUTE));
	}

}
