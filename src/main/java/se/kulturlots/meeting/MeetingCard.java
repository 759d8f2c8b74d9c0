package se.kulturlots.meeting;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Said;
import se.kulturlots.core.Texts;

/**
 * A meeting in a list.
 *
 * @param title its name
 * @param path its page, without language
 * @param day the day of the month
 * @param month the month, short
 * @param when its day and time
 * @param where its place, or that it is on line
 * @param state how it stands
 * @param what what one can do about it
 * @param of what it is a meeting of, null where the page says so
 */
public record MeetingCard(Said title, String path, String day, String month, String when, String where, State state,
		String what, @Nullable Said of) {

	public static MeetingCard of(PublicMeeting meeting, @Nullable Said of, Texts texts, Instant now) {
		ZonedDateTime starts = meeting.startsAt().atZone(texts.zone());
		String where = (meeting.place() != null) ? meeting.place() : texts.t("consultation.page.online");
		State state = state(meeting, now);
		return new MeetingCard(meeting.titleIn(texts.locale(), texts.ownLang()), meeting.path(),
				String.valueOf(starts.getDayOfMonth()),
				DateTimeFormatter.ofPattern("MMM", texts.locale()).format(starts).replace(".", ""),
				texts.dateTime(meeting.startsAt()) + "–" + texts.time(meeting.endsAt(), texts.zone()), where, state,
				texts.t("consultation.meeting." + state.name(), texts.date(meeting.registrationLastDay())), of);
	}

	private static State state(PublicMeeting meeting, Instant now) {
		if (meeting.cancelled()) {
			return State.CANCELLED;
		}
		if (meeting.open(now)) {
			return meeting.full() ? State.FULL : State.OPEN;
		}
		if (now.isBefore(meeting.startsAt())) {
			return State.CLOSED;
		}
		return meeting.notes() ? State.NOTES : State.HELD;
	}

	/** How a meeting stands for somebody who wants to come. */
	public enum State {

		/** One can register. */
		OPEN,
		/** One can only stand on the waiting list. */
		FULL,
		/** It is too late to register. */
		CLOSED,
		/** It has been held, and there are notes to read. */
		NOTES,
		/** It has been held. */
		HELD,
		/** It was called off. */
		CANCELLED

	}

}
