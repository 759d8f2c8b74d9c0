package se.kulturlots.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;

/** Dates and times as people write them. */
public final class DateText {

	private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

	private DateText() {
	}

	/**
	 * A date with its weekday.
	 * @param locale the reader's language
	 * @return for example "torsdag 30 oktober 2026"; in Finnish "to 30.10.2026", which
	 * fits every place in a sentence, where words would be inflected
	 */
	public static String date(LocalDate date, Locale locale) {
		String pattern = isFinnish(locale) ? "ccc d.M.yyyy" : "EEEE d MMMM yyyy";
		return DateTimeFormatter.ofPattern(pattern, locale).format(date);
	}

	/**
	 * A time of the day.
	 * @param locale the reader's language
	 * @return for example "13.30" in Finnish, otherwise "13:30"
	 */
	public static String time(LocalTime time, Locale locale) {
		return DateTimeFormatter.ofPattern(isFinnish(locale) ? "H.mm" : "HH:mm", locale).format(time);
	}

	/**
	 * A date and a time.
	 * @param zone the zone in which people read it
	 * @param locale the reader's language
	 * @return for example "torsdag 30 oktober 2026 kl. 13:30"
	 */
	public static String dateTime(Instant instant, ZoneId zone, Locale locale) {
		ZonedDateTime at = instant.atZone(zone);
		String between = switch (locale.getLanguage()) {
			case "fi" -> " klo ";
			case "sv" -> " kl. ";
			default -> " at ";
		};
		return date(at.toLocalDate(), locale) + between + time(at.toLocalTime(), locale);
	}

	/**
	 * What to call the end of a time: the day, if it lasts to the day's end.
	 * @param due the last minute, or the first instant after it
	 * @param zone the zone in which people read it
	 * @return a date, or the instant itself
	 */
	public static Temporal until(Instant due, ZoneId zone) {
		LocalTime time = LocalTime.ofInstant(due, zone);
		boolean dayEnds = time.equals(LocalTime.MIDNIGHT) || !time.isBefore(LAST_MINUTE);
		return dayEnds ? LocalDate.ofInstant(due.minusNanos(1), zone) : due;
	}

	private static boolean isFinnish(Locale locale) {
		return "fi".equals(locale.getLanguage());
	}

}
