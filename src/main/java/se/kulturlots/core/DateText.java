package se.kulturlots.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people write them. */
public final class DateText {

	private DateText() {
	}

	/**
	 * A date with its weekday.
	 * @param date the date
	 * @param locale the reader's language
	 * @return for example "torsdag 30 oktober 2026"
	 */
	public static String date(LocalDate date, Locale locale) {
		String pattern = isFinnish(locale) ? "cccc d. MMMM yyyy" : "EEEE d MMMM yyyy";
		return DateTimeFormatter.ofPattern(pattern, locale).format(date);
	}

	/**
	 * A time of the day.
	 * @param time the time
	 * @param locale the reader's language
	 * @return for example "13.30" in Finnish, otherwise "13:30"
	 */
	public static String time(LocalTime time, Locale locale) {
		return DateTimeFormatter.ofPattern(isFinnish(locale) ? "H.mm" : "HH:mm", locale).format(time);
	}

	/**
	 * A date and a time.
	 * @param instant the instant
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

	private static boolean isFinnish(Locale locale) {
		return "fi".equals(locale.getLanguage());
	}

}
