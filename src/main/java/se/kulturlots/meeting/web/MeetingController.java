package se.kulturlots.meeting.web;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.TextChanges.Kept;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Said;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingHosts;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingTexts;

/** The page of a meeting. */
@Controller
class MeetingController {

	private final PublicMeetings meetings;

	private final MeetingHosts hosts;

	private final MeetingNotes notes;

	private final MeetingTexts texts;

	private final CaseWords words;

	MeetingController(PublicMeetings meetings, MeetingHosts hosts, MeetingNotes notes, MeetingTexts texts,
			CaseWords words) {
		this.words = words;
		this.meetings = meetings;
		this.hosts = hosts;
		this.notes = notes;
		this.texts = texts;
	}

	@GetMapping(PublicMeetings.MEETING)
	String meeting(@PathVariable String authority, @PathVariable String cases, @PathVariable String slug,
			@PathVariable MeetingId meetingId, Page page, Model model) {
		MeetingView view = this.meetings.find(page, authority, cases, slug, meetingId);
		boolean published = view.meeting().notesSentAt() != null;
		page.show(view.meeting().edition());
		model.addAttribute("view", view);
		Words words = (page.ownLang() != null) ? this.words.of(view.of().id()) : Words.NONE;
		model.addAttribute("questions", questions(view.of().id(), words, page));
		model.addAttribute("changed", changed(view.meeting(), page));
		model.addAttribute("others", this.meetings.others(view));
		model.addAttribute("notes", published ? NotesByQuestion.of(page, this.notes.of(view.meeting()), words)
				: List.<NotesByQuestion>of());
		return "meeting/meeting";
	}

	/** That texts have been changed, the last day on which they were. */
	private @Nullable String changed(Meeting meeting, Page page) {
		List<Kept> changes = this.texts.changes(meeting);
		if (changes.isEmpty()) {
			return null;
		}
		String day = page.day(changes.get(0).at());
		return page.t("meeting.page.changed", day,
				changes.stream()
					.filter((each) -> page.day(each.at()).equals(day))
					.map((each) -> page.t("meeting.changed." + each.change().part()))
					.distinct()
					.collect(Collectors.joining(", ")));
	}

	private List<Said> questions(CaseId caseId, Words words, Page page) {
		return this.hosts.of(caseId)
			.questions(caseId)
			.stream()
			.map((question) -> words.say(Part.QUESTION, question.position(), page.locale(), question.text(),
					page.ownLang()))
			.toList();
	}

}
