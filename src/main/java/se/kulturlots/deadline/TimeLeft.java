package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import se.kulturlots.core.WorkingCalendar;

/**
 * How long is left to a last day, as people say it: in working days before it, in days
 * after it.
 *
 * @param lastDay the last day
 * @param days working days left, or days too late
 * @param messageKey the key of the words, which take the days and the last day
 */
public record TimeLeft(LocalDate lastDay, long days, String messageKey) {

	private static final String LATE = "deadline.left.late";

	/**
	 * Counts from today.
	 * @param calendar whose working days count
	 * @param lastDay the last day, which lasts to its end
	 * @return what is left
	 */
	public static TimeLeft until(WorkingCalendar calendar, LocalDate today, LocalDate lastDay) {
		if (lastDay.isBefore(today)) {
			return new TimeLeft(lastDay, ChronoUnit.DAYS.between(lastDay, today), LATE);
		}
		if (lastDay.equals(today)) {
			return new TimeLeft(lastDay, 0, "deadline.left.today");
		}
		int workingDays = calendar.workingDays(today, lastDay);
		return new TimeLeft(lastDay, workingDays, (workingDays > 0) ? "deadline.left.days" : "deadline.left.none");
	}

	/**
	 * Counts from now to an instant.
	 * @param calendar whose working days count
	 * @param due the first instant that is too late, or the last one in time
	 * @return what is left
	 */
	public static TimeLeft until(WorkingCalendar calendar, Instant now, Instant due) {
		return until(calendar, LocalDate.ofInstant(now, calendar.zone()),
				LocalDate.ofInstant(due.minusNanos(1), calendar.zone()));
	}

	public boolean late() {
		return this.messageKey.equals(LATE);
	}

	/**
	 * Whether it should be done before anything else.
	 * @return on the last day and after it
	 */
	public boolean urgent() {
		return this.days == 0 || late();
	}

}
