package se.kulturlots.meeting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Edition;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.MeetingCard;
import se.kulturlots.meeting.PublicMeeting;
import se.kulturlots.meeting.web.PublicMeetings.Found;

/** All meetings of an authority: those to come, and those that have been. */
@Controller
class MeetingsController {

	private final PublicMeetings meetings;

	private final AppClock clock;

	MeetingsController(PublicMeetings meetings, AppClock clock) {
		this.meetings = meetings;
		this.clock = clock;
	}

	@GetMapping("/{authority}/meetings")
	String meetings(@PathVariable String authority, Page page, Model model) {
		Instant now = this.clock.instant();
		List<Found> all = this.meetings.of(authority);
		List<MeetingCard> past = new ArrayList<>(cards(all, false, page, now));
		Collections.reverse(past);
		model.addAttribute("coming", cards(all, true, page, now));
		model.addAttribute("past", past);
		edition(all).ifPresent(page::show);
		return "meeting/meetings";
	}

	private static List<MeetingCard> cards(List<Found> all, boolean ahead, Page page, Instant now) {
		return all.stream()
			.filter((found) -> now.isBefore(found.meeting().endsAt()) == ahead)
			.map((found) -> MeetingCard.of(PublicMeeting.of(found.meeting(), found.of().publicPath()),
					found.of().titleIn(page.locale(), page.ownLang()), page, now))
			.toList();
	}

	/** Since when there is a list, and when it last changed. */
	static Optional<Edition> edition(List<Found> all) {
		List<Edition> editions = all.stream().map((found) -> found.meeting().edition()).toList();
		return editions.stream()
			.map(Edition::published)
			.min(Comparator.naturalOrder())
			.map((first) -> Edition.of(first,
					editions.stream().map(Edition::changed).max(Comparator.naturalOrder()).orElse(first)));
	}

}
