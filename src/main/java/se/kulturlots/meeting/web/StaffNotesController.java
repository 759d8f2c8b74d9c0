package se.kulturlots.meeting.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import se.kulturlots.cases.Words;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingHosts;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingNotes.Note;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.MeetingProblem;
import se.kulturlots.meeting.NoteId;
import se.kulturlots.meeting.QuestionId;

/** Where staff write down what was said, for each question and group. */
@Controller
@RequestMapping("/staff/meetings/{id}/notes")
class StaffNotesController {

	private final StaffMeetings staff;

	private final MeetingNotes notes;

	private final MeetingHosts hosts;

	StaffNotesController(StaffMeetings staff, MeetingNotes notes, MeetingHosts hosts) {
		this.staff = staff;
		this.notes = notes;
		this.hosts = hosts;
	}

	@GetMapping
	String notes(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		return show(this.staff.meeting(account, id), null, page.form(), page, model);
	}

	@PostMapping
	String add(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, @Valid NoteForm sent,
			BindingResult binding, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		return form.done(() -> this.notes.add(meeting, form.submissionId(), sent.question(), sent.group(), sent.text()))
				? "redirect:" + path(meeting) : show(meeting, null, form, page, model);
	}

	@GetMapping("/{noteId}")
	String note(@PathVariable MeetingId id, @PathVariable NoteId noteId, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		Note note = this.notes.of(meeting)
			.stream()
			.filter((one) -> one.id().equals(noteId))
			.findFirst()
			.orElseThrow(MeetingProblem::unknownNote);
		Map<String, Object> values = new HashMap<>();
		values.put("question", (note.question() != null) ? note.question().id() : null);
		values.put("group", note.groupName());
		values.put("text", note.text());
		return show(meeting, noteId, page.form(values), page, model);
	}

	@PostMapping("/{noteId}")
	String change(@PathVariable MeetingId id, @PathVariable NoteId noteId, @AuthenticationPrincipal Account account,
			@Valid NoteForm sent, BindingResult binding, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		return form.done(() -> this.notes.change(meeting, noteId, sent.question(), sent.group(), sent.text()))
				? "redirect:" + path(meeting) : show(meeting, noteId, form, page, model);
	}

	@PostMapping("/{noteId}/remove")
	String remove(@PathVariable MeetingId id, @PathVariable NoteId noteId, @AuthenticationPrincipal Account account) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		this.notes.remove(meeting, noteId);
		return "redirect:" + path(meeting);
	}

	@PostMapping("/{noteId}/restore")
	String restore(@PathVariable MeetingId id, @PathVariable NoteId noteId, @AuthenticationPrincipal Account account) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		this.notes.restore(meeting, noteId);
		return "redirect:" + path(meeting);
	}

	private static String path(Meeting meeting) {
		return MeetingPath.staff(meeting) + "/notes";
	}

	private String show(Meeting meeting, @Nullable NoteId noteId, Form form, Page page, Model model) {
		List<Choice> choices = this.hosts.of(meeting.caseId())
			.questions(meeting.caseId())
			.stream()
			.map((question) -> Choice.of(question.id().toString(), question.position() + ". " + question.text()))
			.toList();
		model.addAttribute("view", this.staff.view(page, meeting));
		model.addAttribute("form", form);
		model.addAttribute("removed", this.notes.removed(meeting));
		model.addAttribute("noteId", noteId);
		model.addAttribute("questions", choices);
		model.addAttribute("notes", NotesByQuestion.of(page, this.notes.of(meeting), Words.NONE));
		return "meeting/staff/notes";
	}

	/** What was said. */
	record NoteForm(@Nullable QuestionId question,
			@Nullable @Size(max = 120, message = "{meeting.form.group.size}") String group,
			@SeveralLines @NotBlank(message = "{meeting.form.note.required}") @Size(max = 10_000,
					message = "{meeting.form.note.size}") String text) {
	}

}
