package se.kulturlots.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Said;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.Meeting.Status;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.PublicMeeting;

/** What a consultation offers to take part in. */
@Component
public class Programme {

	private final Consultations consultations;

	private final Meetings meetings;

	Programme(Consultations consultations, Meetings meetings) {
		this.consultations = consultations;
		this.meetings = meetings;
	}

	/**
	 * The meetings of a consultation but those called off.
	 * @return by time, those without a time last
	 */
	public List<ProgrammeItem> items(CaseId consultationId) {
		Consultation consultation = this.consultations.get(consultationId);
		return this.meetings.of(consultationId)
			.stream()
			.filter((meeting) -> meeting.status() != Status.CANCELLED)
			.map((meeting) -> item(consultation, meeting))
			.toList();
	}

	/**
	 * Those of its meetings that the public may see.
	 * @return by time
	 */
	public List<ProgrammeItem> published(CaseId consultationId) {
		return items(consultationId).stream().filter(ProgrammeItem::published).toList();
	}

	/**
	 * The meetings of several consultations as the public sees them, those called off
	 * too.
	 * @return by consultation, and by time
	 */
	public Map<CaseId, List<PublicMeeting>> published(Collection<Consultation> consultations) {
		if (consultations.isEmpty()) {
			return Map.of();
		}
		Map<CaseId, Consultation> byId = consultations.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		return this.meetings.publishedOf(byId.keySet())
			.stream()
			.map((meeting) -> PublicMeeting.of(meeting, Objects.requireNonNull(byId.get(meeting.caseId())).path()))
			.collect(Collectors.groupingBy(PublicMeeting::caseId));
	}

	private static ProgrammeItem item(Consultation consultation, Meeting meeting) {
		boolean planned = meeting.isPlanned();
		return new ProgrammeItem(meeting.id(), meeting.wishedTitle(), meeting.words(),
				planned ? meeting.startsAt() : null, planned ? meeting.endsAt() : null, meeting.place(),
				meeting.isOnline(), meeting.isPublic(), MeetingPath.of(consultation.path(), meeting));
	}

	/**
	 * A meeting as others need to know it.
	 *
	 * @param title its name, null until it is planned
	 * @param words its texts in other languages
	 * @param startsAt when it begins, null until it is planned
	 * @param endsAt when it ends
	 * @param place where, or null when it is on line only
	 * @param online whether one can take part on line
	 * @param published whether the public may see it
	 * @param path the address of its public page, without a language
	 */
	public record ProgrammeItem(MeetingId meetingId, @Nullable String title, Words words, @Nullable Instant startsAt,
			@Nullable Instant endsAt, @Nullable String place, boolean online, boolean published, String path) {

		/**
		 * Its name as a reader meets it.
		 * @param ownLang what the page says the authority's language is, null if it is
		 * the page's
		 */
		public Said titleIn(Locale reader, @Nullable String ownLang) {
			return this.words.say(Words.Part.TITLE, 0, reader, Objects.requireNonNullElse(this.title, ""), ownLang);
		}

		public boolean planned() {
			return this.startsAt != null;
		}

	}

}
