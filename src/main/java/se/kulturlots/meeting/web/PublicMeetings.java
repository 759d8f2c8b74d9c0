package se.kulturlots.meeting.web;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;

/** Finds what the public pages of a meeting show. */
@Component
class PublicMeetings {

	private final Consultations consultations;

	private final Meetings meetings;

	private final Municipalities municipalities;

	private final AppClock clock;

	PublicMeetings(Consultations consultations, Meetings meetings, Municipalities municipalities, AppClock clock) {
		this.consultations = consultations;
		this.meetings = meetings;
		this.municipalities = municipalities;
		this.clock = clock;
	}

	MeetingView find(Page page, String authorityId, String slug, UUID meetingId) {
		Consultation consultation = this.consultations.published(authorityId, slug);
		return view(page, this.meetings.published(authorityId, consultation.id(), meetingId), consultation);
	}

	MeetingView view(Page page, Meeting meeting) {
		return view(page, meeting, this.consultations.get(meeting.authorityId(), meeting.consultationId()));
	}

	private MeetingView view(Page page, Meeting meeting, Consultation consultation) {
		return new MeetingView(page, meeting, consultation, meeting.isOpen(this.clock.instant(), page.zone()));
	}

	/** The other meetings of the consultation that are still ahead. */
	List<MeetingView> others(MeetingView one) {
		return this.meetings.of(one.consultation().id())
			.stream()
			.filter((other) -> !other.id().equals(one.meeting().id()) && isAhead(other))
			.map((other) -> view(one.page(), other, one.consultation()))
			.toList();
	}

	boolean isAhead(Meeting meeting) {
		return meeting.isAhead(this.clock.instant());
	}

	RegistrationChoices choices(Page page, String authorityId) {
		List<Municipality> area = this.municipalities.of(authorityId);
		return RegistrationChoices.of(page, area.isEmpty() ? this.municipalities.all() : area);
	}

}
