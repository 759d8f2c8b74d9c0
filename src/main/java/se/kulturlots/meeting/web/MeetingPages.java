package se.kulturlots.meeting.web;

import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Meetings;

/** The meetings that anyone may read of. */
@Component
@Order(20)
class MeetingPages implements PublicPages {

	private final CaseKinds kinds;

	private final Meetings meetings;

	MeetingPages(CaseKinds kinds, Meetings meetings) {
		this.kinds = kinds;
		this.meetings = meetings;
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		List<Meeting> published = this.meetings.published(authorityId);
		Map<CaseId, CaseLink> cases = this.kinds.links(published.stream().map(Meeting::caseId).distinct().toList());
		return published.stream()
			.map((meeting) -> new PublicPage(MeetingPath.of(cases.get(meeting.caseId()).publicPath(), meeting),
					meeting.title(), meeting.edition()))
			.toList();
	}

}
