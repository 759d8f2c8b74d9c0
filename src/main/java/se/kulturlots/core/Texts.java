package se.kulturlots.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Texts, dates and times as one reader sees them, in their language and zone. */
public interface Texts {

	/**
	 * A text in the reader's language.
	 * @param key its key in the message files
	 * @param arguments its arguments; numbers are written with separators, so years and
	 * references are given as strings
	 * @return the text
	 */
	String t(String key, @Nullable Object... arguments);

	/**
	 * The language.
	 * @return Swedish, Finnish or English
	 */
	Locale locale();

	/**
	 * The language of what the authority has written itself, where it is another than the
	 * reader's.
	 * @return for the {@code lang} attribute; null where the reader's own counts
	 */
	default @Nullable String ownLang() {
		return null;
	}

	/**
	 * The zone in which times are shown.
	 * @return the authority's
	 */
	ZoneId zone();

	/**
	 * The text that tells somebody of a problem.
	 * @return never a technical text
	 */
	default String t(Problem problem) {
		return t(problem.messageKey(), problem.arguments());
	}

	/**
	 * The word for a constant.
	 * @param prefix what the key begins with, for example {@code meeting.status.}
	 * @param constant the constant, whose name is the rest of the key
	 */
	default String word(String prefix, Enum<?> constant) {
		return t(prefix + constant.name());
	}

	/**
	 * A number in running text: a word up to twelve, in figures above.
	 * @param number how many
	 */
	default String number(long number) {
		String[] words = t("core.numbers").split(" ");
		return (number > 0 && number <= words.length) ? words[(int) number - 1] : String.valueOf(number);
	}

	/**
	 * A number at the beginning of a sentence.
	 * @param number how many
	 * @see #number
	 */
	default String numberFirst(long number) {
		String word = number(number);
		return word.substring(0, 1).toUpperCase(locale()) + word.substring(1);
	}

	/**
	 * A date as people say it: torsdag 30 oktober 2026.
	 * @return weekday, day, month and year
	 */
	default String date(LocalDate date) {
		return DateText.date(date, locale());
	}

	/**
	 * The day of a moment in the authority's zone, as people say it.
	 * @param instant the moment
	 * @return weekday, day, month and year
	 */
	default String day(Instant instant) {
		return date(LocalDate.ofInstant(instant, zone()));
	}

	/**
	 * A date for tables: 30 okt. 2026.
	 * @return day, short month and year
	 */
	default String shortDate(LocalDate date) {
		return format("core.format.shortDate", date);
	}

	/**
	 * A month for the scales of charts: okt 2026.
	 * @param day a day of the month
	 * @return short month and year
	 */
	default String month(LocalDate day) {
		return DateTimeFormatter.ofPattern("LLL yyyy", locale()).format(day);
	}

	/**
	 * A date and a time in the authority's zone: torsdag 30 oktober 2026 kl. 18:00.
	 * @param instant the moment
	 * @return date and time
	 */
	default String dateTime(Instant instant) {
		return dateTime(instant, zone());
	}

	/**
	 * A date and a time in a zone.
	 * @param instant the moment
	 * @param zone the zone of those who read it
	 * @return date and time
	 */
	default String dateTime(Instant instant, ZoneId zone) {
		return DateText.dateTime(instant, zone, locale());
	}

	/**
	 * A date and a time for tables: 30 okt. 2026 18:00.
	 * @param instant the moment
	 * @return short date and time in the authority's zone
	 */
	default String shortDateTime(Instant instant) {
		return format("core.format.shortDateTime", instant.atZone(zone()));
	}

	/**
	 * A time of day: 18:00.
	 * @return hours and minutes
	 */
	default String time(LocalTime time) {
		return DateText.time(time, locale());
	}

	/**
	 * The time of day of a moment in a zone: 18:00.
	 * @param instant the moment
	 * @param zone the zone of those who read it
	 * @return hours and minutes
	 */
	default String time(Instant instant, ZoneId zone) {
		return time(instant.atZone(zone).toLocalTime());
	}

	/**
	 * For the {@code datetime} attribute of {@code time} elements.
	 * @return ISO 8601, to the second
	 */
	default String iso(Instant moment) {
		return moment.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private String format(String patternKey, TemporalAccessor moment) {
		return DateTimeFormatter.ofPattern(t(patternKey), locale()).format(moment);
	}

}
