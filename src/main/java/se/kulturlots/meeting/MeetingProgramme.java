package se.kulturlots.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Programme;
import se.kulturlots.core.CaseId;
import se.kulturlots.meeting.Meeting.Status;

/** Tells other modules which meetings a consultation has; cancelled ones are left out. */
@Component
public class MeetingProgramme implements Programme {

	private final Meetings meetings;

	private final Consultations consultations;

	MeetingProgramme(Meetings meetings, Consultations consultations) {
		this.meetings = meetings;
		this.consultations = consultations;
	}

	@Override
	public List<ProgrammeItem> items(CaseId consultationId) {
		Consultation consultation = this.consultations.get(consultationId);
		return this.meetings.of(consultationId)
			.stream()
			.filter((meeting) -> meeting.status() != Status.CANCELLED)
			.map((meeting) -> item(consultation, meeting))
			.toList();
	}

	@Override
	public List<PublicMeeting> published(Collection<Consultation> consultations) {
		Map<CaseId, Consultation> byId = consultations.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		return this.meetings.publishedOf(byId.keySet())
			.stream()
			.map((meeting) -> shown(meeting, byId.get(meeting.caseId()).path()))
			.toList();
	}

	/** A published meeting as the public sees it. */
	public static PublicMeeting shown(Meeting meeting, String casePath) {
		Integer capacity = meeting.capacity();
		return new PublicMeeting(meeting.caseId(), meeting.title(), meeting.startsAt(), meeting.endsAt(),
				meeting.place(), meeting.isOnline(), meeting.status() == Status.CANCELLED,
				meeting.notesSentAt() != null, meeting.registrationEnds(), meeting.registrationLastDay(),
				(capacity != null) ? capacity - meeting.seatsTaken() : null, MeetingPath.of(casePath, meeting));
	}

	private static ProgrammeItem item(Consultation consultation, Meeting meeting) {
		boolean planned = meeting.isPlanned();
		return new ProgrammeItem(meeting.id(), meeting.wishedTitle(), planned ? meeting.startsAt() : null,
				planned ? meeting.endsAt() : null, meeting.place(), meeting.isOnline(), meeting.isPublic(),
				MeetingPath.of(consultation.path(), meeting));
	}

}
