package se.kulturlots.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The days on which an authority works: Monday to Friday, but for its country's holidays
 * and the days it has closed.
 * <p>
 * In Sweden midsommarafton, julafton and nyårsafton are no public holidays by the act
 * (1989:253), yet they count as such in the act on computing statutory time (1930:173)
 * and in the collective agreements: no authority is open. So they are days off here; in
 * Finland juhannusaatto and jouluaatto likewise.
 */
public final class WorkingCalendar {

	private final Holidays holidays;

	private final ZoneId zone;

	private final Set<LocalDate> closedDays;

	/**
	 * A calendar.
	 * @param country SE or FI
	 * @param zone the zone in which dates are read
	 * @param closedDays days off besides the holidays
	 */
	public WorkingCalendar(String country, ZoneId zone, Set<LocalDate> closedDays) {
		this.holidays = Holidays.of(country);
		this.zone = zone;
		this.closedDays = Set.copyOf(closedDays);
	}

	/**
	 * Whether the authority works on a day.
	 * @param date the day
	 * @return false on weekends, holidays and closed days
	 */
	public boolean isWorkingDay(LocalDate date) {
		DayOfWeek weekday = date.getDayOfWeek();
		return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !this.closedDays.contains(date)
				&& !this.holidays.contains(date);
	}

	/**
	 * A number of working days earlier. The day itself does not count, whether worked or
	 * not: one working day before a Sunday is the Friday, and so it is before a Monday.
	 * @param date where to begin
	 * @param workingDays how many; 0 gives the day itself or the last working day before
	 * @return a working day
	 */
	public LocalDate minus(LocalDate date, int workingDays) {
		return move(date, workingDays, -1);
	}

	/**
	 * A number of working days later. The day itself does not count, whether worked or
	 * not.
	 * @param date where to begin
	 * @param workingDays how many; 0 gives the day itself or the next working day after
	 * @return a working day
	 */
	public LocalDate plus(LocalDate date, int workingDays) {
		return move(date, workingDays, 1);
	}

	/**
	 * How many working days there are until a day.
	 * @param from the day itself does not count
	 * @param to counts if it is worked
	 * @return 0 if {@code to} is not after {@code from}
	 */
	public int workingDays(LocalDate from, LocalDate to) {
		return (int) from.plusDays(1)
			.datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
			.filter(this::isWorkingDay)
			.count();
	}

	private LocalDate move(LocalDate from, int workingDays, int direction) {
		if (workingDays < 0) {
			throw new IllegalArgumentException("a negative number of working days");
		}
		if (workingDays == 0 && isWorkingDay(from)) {
			return from;
		}
		LocalDate date = from;
		int left = Math.max(1, workingDays);
		while (left > 0) {
			date = date.plusDays(direction);
			if (isWorkingDay(date)) {
				left--;
			}
		}
		return date;
	}

	/**
	 * The end of a last day: the start of the next one, on a day of 23 or 25 hours too.
	 * @param date the last day
	 * @return the first instant that is too late
	 */
	public Instant endOf(LocalDate date) {
		return date.plusDays(1).atStartOfDay(this.zone).toInstant();
	}

	/**
	 * An hour of a day.
	 * @param date the day
	 * @param time what the clocks show; if they are set forward past it, as much later
	 */
	public Instant at(LocalDate date, LocalTime time) {
		return ZonedDateTime.of(date, time, this.zone).toInstant();
	}

	/**
	 * The zone in which dates are read.
	 * @return the authority's zone
	 */
	public ZoneId zone() {
		return this.zone;
	}

}
