package se.kulturlots.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Said;

/**
 * A meeting as the public sees it.
 *
 * @param caseId its case
 * @param title its name
 * @param words its texts in other languages
 * @param startsAt when it begins
 * @param endsAt when it ends
 * @param place where, or null when it is on line only
 * @param online whether one can take part on line
 * @param cancelled whether it was called off
 * @param notes whether there are notes of it to read
 * @param registrationEnds until when people may register themselves, if only for the
 * waiting list, null if they may not
 * @param registrationLastDay the last day to register
 * @param seatsLeft how many may still come, null for any number
 * @param path the address of its page, without a language
 */
public record PublicMeeting(CaseId caseId, String title, Words words, Instant startsAt, Instant endsAt,
		@Nullable String place, boolean online, boolean cancelled, boolean notes, @Nullable Instant registrationEnds,
		LocalDate registrationLastDay, @Nullable Integer seatsLeft, String path) {

	/**
	 * A published meeting.
	 * @param casePath the address of its case
	 */
	public static PublicMeeting of(Meeting meeting, String casePath) {
		Integer capacity = meeting.capacity();
		return new PublicMeeting(meeting.caseId(), meeting.title(), meeting.words(), meeting.startsAt(),
				meeting.endsAt(), meeting.place(), meeting.isOnline(), meeting.status() == Meeting.Status.CANCELLED,
				meeting.notesSentAt() != null, meeting.registrationEnds(), meeting.registrationLastDay(),
				(capacity != null) ? capacity - meeting.seatsTaken() : null, MeetingPath.of(casePath, meeting));
	}

	/**
	 * Its name as a reader meets it.
	 * @param ownLang what the page says the authority's language is, null if it is the
	 * page's
	 */
	public Said titleIn(Locale reader, @Nullable String ownLang) {
		return this.words.say(Words.Part.TITLE, 0, reader, this.title, ownLang);
	}

	public boolean open(Instant now) {
		return this.registrationEnds != null && now.isBefore(this.registrationEnds);
	}

	public boolean full() {
		return this.seatsLeft != null && this.seatsLeft <= 0;
	}

}
