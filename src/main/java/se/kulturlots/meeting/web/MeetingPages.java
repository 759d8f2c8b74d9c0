package se.kulturlots.meeting.web;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.web.PublicMeetings.Found;

/** The meetings that anyone may read of. */
@Component
@Order(20)
class MeetingPages implements PublicPages {

	private final PublicMeetings meetings;

	MeetingPages(PublicMeetings meetings) {
		this.meetings = meetings;
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		List<Found> published = this.meetings.of(authorityId);
		return Stream
			.concat(MeetingsController.edition(published)
				.map((edition) -> new PublicPage("/" + authorityId + "/meetings", texts.t("meeting.list.title"),
						edition))
				.stream(), published.stream().map((found) -> page(found, texts)))
			.toList();
	}

	private static PublicPage page(Found found, Texts texts) {
		return new PublicPage(MeetingPath.of(found.of().publicPath(), found.meeting()),
				found.meeting().textsIn(texts.locale(), texts.ownLang()).title().text(), found.meeting().edition());
	}

}
