package se.kulturlots.meeting.web;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.consultation.Questions;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.MeetingNotes;

/** The page of a meeting. */
@Controller
class MeetingController {

	private final PublicMeetings meetings;

	private final Questions questions;

	private final MeetingNotes notes;

	MeetingController(PublicMeetings meetings, Questions questions, MeetingNotes notes) {
		this.meetings = meetings;
		this.questions = questions;
		this.notes = notes;
	}

	@GetMapping("/{authority}/consultations/{slug}/meetings/{meetingId}")
	String meeting(@PathVariable String authority, @PathVariable String slug, @PathVariable UUID meetingId, Page page,
			Model model) {
		MeetingView view = this.meetings.find(page, authority, slug, meetingId);
		boolean published = view.meeting().notesSentAt() != null;
		page.show(view.meeting().edition());
		model.addAttribute("view", view);
		model.addAttribute("questions", this.questions.of(view.of().id()));
		model.addAttribute("others", this.meetings.others(view));
		model.addAttribute("notes",
				published ? NotesByQuestion.of(page, this.notes.of(meetingId)) : List.<NotesByQuestion>of());
		return "meeting/meeting";
	}

}
