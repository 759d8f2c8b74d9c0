package se.kulturlots.consultation.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import se.kulturlots.consultation.Programme.PublicMeeting;
import se.kulturlots.core.web.Page;

/**
 * A meeting in the list of a consultation.
 *
 * @param title its name
 * @param path its page
 * @param day the day of the month
 * @param month the month, short
 * @param when its day and time
 * @param where its place, or that it is on line
 * @param state how it stands
 * @param what what one can do about it
 */
public record MeetingCard(String title, String path, String day, String month, String when, String where, State state,
		String what) {

	static List<MeetingCard> of(List<PublicMeeting> meetings, Page page, Instant now) {
		return meetings.stream().map((meeting) -> of(meeting, page, now)).toList();
	}

	private static MeetingCard of(PublicMeeting meeting, Page page, Instant now) {
		ZonedDateTime starts = meeting.startsAt().atZone(page.zone());
		String where = (meeting.place() != null) ? meeting.place() : page.t("consultation.page.online");
		State state = state(meeting, now);
		return new MeetingCard(meeting.title(), page.url(meeting.path()), String.valueOf(starts.getDayOfMonth()),
				DateTimeFormatter.ofPattern("MMM", page.locale()).format(starts).replace(".", ""),
				page.dateTime(meeting.startsAt()) + "–" + page.time(meeting.endsAt(), page.zone()), where, state,
				page.t("consultation.meeting." + state.name(), page.date(meeting.registrationLastDay())));
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
