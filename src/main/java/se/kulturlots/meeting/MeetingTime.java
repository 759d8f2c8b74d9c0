package se.kulturlots.meeting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import se.kulturlots.core.DateText;

/** When a meeting is, as people write it. */
public final class MeetingTime {

	private MeetingTime() {
	}

	/**
	 * Day, beginning and end.
	 * @param startsAt when it begins
	 * @param endsAt when it ends
	 * @param zone the authority's zone
	 * @param locale the reader's language
	 * @return for example "torsdag 30 oktober 2026 kl. 18:00–20:00"
	 */
	public static String text(Instant startsAt, Instant endsAt, ZoneId zone, Locale locale) {
		return DateText.dateTime(startsAt, zone, locale) + "–"
				+ DateText.time(LocalTime.ofInstant(endsAt, zone), locale);
	}

	/**
	 * When a planned meeting is.
	 * @param zone the authority's zone
	 * @param locale the reader's language
	 * @return day, beginning and end
	 */
	public static String text(Meeting meeting, ZoneId zone, Locale locale) {
		return text(meeting.startsAt(), meeting.endsAt(), zone, locale);
	}

}
