package se.kulturlots.meeting.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.CommitCounter;
import se.kulturlots.core.ReadCache;
import se.kulturlots.core.Texts;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;

/** Finds what the public pages of a meeting show. */
@Component
class PublicMeetings {

	/** The address of a meeting, below that of its case. */
	static final String MEETING = "/{authority}/{cases}/{slug}/meetings/{meetingId}";

	private final CaseKinds kinds;

	private final Meetings meetings;

	private final AppClock clock;

	private final ReadCache<Address, Found> found;

	private final ReadCache<String, List<Found>> lists;

	private final ReadCache<String, List<Municipality>> areas;

	PublicMeetings(CaseKinds kinds, Meetings meetings, Municipalities municipalities, CommitCounter commits,
			AppClock clock) {
		this.kinds = kinds;
		this.meetings = meetings;
		this.clock = clock;
		this.found = new ReadCache<>(commits, clock, this::read);
		this.lists = new ReadCache<>(commits, clock, this::readAll);
		this.areas = new ReadCache<>(commits, clock, (authorityId) -> {
			List<Municipality> area = municipalities.of(authorityId);
			return area.isEmpty() ? municipalities.all() : area;
		});
	}

	MeetingView find(Page page, String authorityId, String cases, String slug, MeetingId meetingId) {
		Found one = this.found.get(new Address(authorityId, casePath(authorityId, cases, slug), meetingId));
		return view(page, one.meeting(), one.of());
	}

	/** The address of a case's public page, as it was asked for. */
	static String casePath(String authorityId, String cases, String slug) {
		return "/" + authorityId + "/" + cases + "/" + slug;
	}

	private Found read(Address address) {
		CaseLink of = this.kinds.published(address.authorityId(), address.casePath());
		return new Found(of, this.meetings.published(address.authorityId(), of.id(), address.meetingId()));
	}

	/** All that the authority has published, by time. */
	List<Found> of(String authorityId) {
		return this.lists.get(authorityId);
	}

	private List<Found> readAll(String authorityId) {
		List<Meeting> published = this.meetings.published(authorityId);
		Map<CaseId, CaseLink> cases = this.kinds.links(published.stream().map(Meeting::caseId).distinct().toList());
		return published.stream()
			.map((meeting) -> new Found(Objects.requireNonNull(cases.get(meeting.caseId())), meeting))
			.toList();
	}

	MeetingView view(Page page, Meeting meeting) {
		return view(page, meeting, this.kinds.link(meeting.caseId()));
	}

	private MeetingView view(Page page, Meeting meeting, CaseLink of) {
		return new MeetingView(page, meeting, of, meeting.isOpen(this.clock.instant()));
	}

	/** The other meetings of the case that are still ahead. */
	List<MeetingView> others(MeetingView one) {
		return this.meetings.of(one.of().id())
			.stream()
			.filter((other) -> !other.id().equals(one.meeting().id()) && isAhead(other))
			.map((other) -> view(one.page(), other, one.of()))
			.toList();
	}

	boolean isAhead(Meeting meeting) {
		return meeting.isAhead(this.clock.instant());
	}

	RegistrationChoices choices(Texts texts, String authorityId) {
		return RegistrationChoices.of(texts, this.areas.get(authorityId));
	}

	private record Address(String authorityId, String casePath, MeetingId meetingId) {
	}

	/**
	 * A meeting and what it is a meeting of.
	 *
	 * @param of its case
	 */
	record Found(CaseLink of, Meeting meeting) {
	}

}
