package se.kulturlots.meeting.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.MeetingHosts;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingNotes;

/** The page of a meeting. */
@Controller
class MeetingController {

	private final PublicMeetings meetings;

	private final MeetingHosts hosts;

	private final MeetingNotes notes;

	MeetingController(PublicMeetings meetings, MeetingHosts hosts, MeetingNotes notes) {
		this.meetings = meetings;
		this.hosts = hosts;
		this.notes = notes;
	}

	@GetMapping(PublicMeetings.MEETING)
	String meeting(@PathVariable String authority, @PathVariable String cases, @PathVariable String slug,
			@PathVariable MeetingId meetingId, Page page, Model model) {
		MeetingView view = this.meetings.find(page, authority, cases, slug, meetingId);
		boolean published = view.meeting().notesSentAt() != null;
		page.show(view.meeting().edition());
		model.addAttribute("view", view);
		model.addAttribute("questions", this.hosts.of(view.of().id()).questions(view.of().id()));
		model.addAttribute("others", this.meetings.others(view));
		model.addAttribute("notes",
				published ? NotesByQuestion.of(page, this.notes.of(view.meeting())) : List.<NotesByQuestion>of());
		return "meeting/meeting";
	}

}
