package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Id;

/**
 * Until when something must be done. A last day lasts to its end, local time.
 *
 * @param authorityId whose it is
 * @param subjectId what it belongs to: a consultation, a meeting, a task…
 * @param lastDay the day that people speak of, null if it is an instant
 * @param dueAt the first instant that is too late
 * @param version 1, and one more each time it is moved
 * @param setAt when it got this date
 */
public record Deadline(UUID id, String authorityId, Id subjectId, DeadlineKind kind, @Nullable LocalDate lastDay,
		Instant dueAt, int version, Instant setAt) {

	/**
	 * The day from which its reminders are counted.
	 * @param zone the authority's zone
	 * @return the last day, or the day of the instant; midnight ends the day before
	 */
	public LocalDate day(ZoneId zone) {
		return (this.lastDay != null) ? this.lastDay : LocalDate.ofInstant(this.dueAt.minusNanos(1), zone);
	}

	/**
	 * Whether it has passed.
	 * @param now the time now
	 * @return true from the first instant that is too late
	 */
	public boolean passed(Instant now) {
		return !now.isBefore(this.dueAt);
	}

}
