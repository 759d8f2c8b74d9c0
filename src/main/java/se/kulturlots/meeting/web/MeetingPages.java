package se.kulturlots.meeting.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Meetings;

/** The meetings that anyone may read of. */
@Component
@Order(20)
class MeetingPages implements PublicPages {

	private final Consultations consultations;

	private final Meetings meetings;

	MeetingPages(Consultations consultations, Meetings meetings) {
		this.consultations = consultations;
		this.meetings = meetings;
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		Map<UUID, Consultation> byId = this.consultations.published(authorityId)
			.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		return this.meetings.published(authorityId)
			.stream()
			.filter((meeting) -> byId.containsKey(meeting.consultationId()))
			.map((meeting) -> new PublicPage(MeetingPath.of(byId.get(meeting.consultationId()), meeting),
					meeting.title(), meeting.edition()))
			.toList();
	}

}
