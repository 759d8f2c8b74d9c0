package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import org.springframework.stereotype.Component;

import se.kulturlots.core.WorkingCalendar;

/**
 * The hours in which mail that nobody waits for goes out: working days from 8 to 17 in
 * the authority's zone. Receipts go at once and do not ask here.
 */
@Component
public class SendingWindow {

	private static final LocalTime OPENS = LocalTime.of(8, 0);

	private static final LocalTime CLOSES = LocalTime.of(17, 0);

	private final WorkingCalendars calendars;

	SendingWindow(WorkingCalendars calendars) {
		this.calendars = calendars;
	}

	/**
	 * The first time from an instant on when mail may go out.
	 * @param authorityId who sends
	 * @param from the earliest instant
	 * @return the instant itself within the hours, else 8 o'clock of the next working day
	 */
	public Instant next(String authorityId, Instant from) {
		WorkingCalendar calendar = this.calendars.of(authorityId);
		ZonedDateTime local = from.atZone(calendar.zone());
		LocalDate day = local.toLocalDate();
		if (!calendar.isWorkingDay(day) || !local.toLocalTime().isBefore(CLOSES)) {
			return calendar.at(calendar.plus(day, 1), OPENS);
		}
		return local.toLocalTime().isBefore(OPENS) ? calendar.at(day, OPENS) : from;
	}

	/**
	 * What is said of mails that have been put.
	 * @param authorityId who sends
	 * @param mails how many
	 * @param from when they may go
	 * @return with the day if that is later
	 */
	public Sending sending(String authorityId, int mails, Instant now, Instant from) {
		return new Sending(mails, from,
				from.isAfter(now) ? LocalDate.ofInstant(from, this.calendars.of(authorityId).zone()) : null);
	}

	/**
	 * The first time from an instant on when mail may go out that is of use only before a
	 * deadline. If the hours do not come again before the deadline, it goes at once: late
	 * in the evening is better than too late.
	 * @param authorityId who sends
	 * @param from the earliest instant
	 * @param deadline when it is too late
	 * @return within the hours and before the deadline, else the instant itself
	 */
	public Instant nextBefore(String authorityId, Instant from, Instant deadline) {
		Instant next = next(authorityId, from);
		return next.isBefore(deadline) ? next : from;
	}

}
