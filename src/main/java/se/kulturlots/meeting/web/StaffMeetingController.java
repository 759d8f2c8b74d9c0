package se.kulturlots.meeting.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Problem;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.MeetingPlan;
import se.kulturlots.meeting.MeetingTexts;
import se.kulturlots.meeting.MeetingTexts.Texts;
import se.kulturlots.meeting.RegistrationCounts;
import se.kulturlots.meeting.RegistrationExport;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.workflow.web.BeforeMoving;
import se.kulturlots.workflow.web.BeforeSending;

/** Where staff see the meetings of a case, move them and call them off. */
@Controller
class StaffMeetingController {

	private final StaffMeetings staff;

	private final PublicMeetings views;

	private final MeetingOffice office;

	private final RegistrationService registrationService;

	private final RegistrationCounts counts;

	private final RegistrationExport export;

	private final MeetingNotes notes;

	private final CaseKinds kinds;

	private final BeforeSending sending;

	private final BeforeMoving moving;

	private final MeetingTexts texts;

	StaffMeetingController(StaffMeetings staff, PublicMeetings views, MeetingOffice office,
			RegistrationService registrationService, RegistrationCounts counts, RegistrationExport export,
			MeetingNotes notes, CaseKinds kinds, BeforeSending sending, BeforeMoving moving, MeetingTexts texts) {
		this.staff = staff;
		this.views = views;
		this.office = office;
		this.registrationService = registrationService;
		this.counts = counts;
		this.export = export;
		this.notes = notes;
		this.kinds = kinds;
		this.sending = sending;
		this.moving = moving;
		this.texts = texts;
	}

	@GetMapping("/staff/{cases}/{id}/meetings")
	String list(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		model.addAttribute("of", of);
		model.addAttribute("path", path(of));
		model.addAttribute("meetings",
				this.office.ofCase(id).stream().map((meeting) -> this.staff.view(page, meeting)).toList());
		model.addAttribute("waiting", this.counts.waiting(id));
		model.addAttribute("officer", StaffMeetings.isOfficer(account) && of.closedAt() == null);
		return "meeting/staff/list";
	}

	@GetMapping({ "/staff/{cases}/{id}/meetings.csv", "/staff/{cases}/{id}/meetings.xlsx" })
	void list(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page,
			SheetDownload file) throws IOException {
		Case of = this.kinds.get(account.authority(), cases, id);
		List<Meeting> meetings = this.office.ofCase(id);
		Map<MeetingId, Integer> waiting = this.counts.waiting(id);
		file.send(page.t("meeting.staff.list.file", of.slug()),
				(sheet) -> MeetingSheet.write(meetings, waiting, page, sheet));
	}

	@GetMapping("/staff/{cases}/{id}/meetings/new")
	String begin(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		return begin(this.kinds.get(account.authority(), cases, id),
				page.form(Map.of("kind", Meeting.Kind.DIALOGUE.name())), page, model);
	}

	private String begin(Case of, Form form, Page page, Model model) {
		model.addAttribute("of", of);
		model.addAttribute("path", path(of));
		model.addAttribute("form", form);
		model.addAttribute("kinds",
				Arrays.stream(Meeting.Kind.values())
					.map((each) -> Choice.of(each.name(), page.word("meeting.kind.", each)))
					.toList());
		return "meeting/staff/new";
	}

	@PostMapping("/staff/{cases}/{id}/meetings/new")
	String begin(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account,
			@Valid NewMeetingForm sent, BindingResult binding, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Case of = this.kinds.get(account.authority(), cases, id);
		Form form = page.submitted(binding);
		return form.attempt(() -> this.office.begin(id, form.submissionId(), sent.title(), sent.kind(), account))
			.map((meeting) -> "redirect:" + path(of))
			.orElseGet(() -> begin(of, form, page, model));
	}

	private String path(Case of) {
		return this.kinds.staffPath(of) + "/meetings";
	}

	@GetMapping("/staff/meetings/{id}")
	String meeting(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Meeting meeting = this.staff.meeting(account, id);
		RegistrationChoices choices = this.views.choices(page, account.authority());
		model.addAttribute("lists", MeetingLists.of(this.registrationService.active(id), choices));
		model.addAttribute("notes", NotesByQuestion.of(page, this.notes.of(meeting), Words.NONE));
		model.addAttribute("ahead", this.views.isAhead(meeting));
		model.addAttribute("officer", StaffMeetings.isOfficer(account));
		model.addAttribute("helper", StaffMeetings.isHelper(account));
		return add(page, meeting, model, "meeting/staff/meeting");
	}

	private String add(Page page, Meeting meeting, Model model, String template) {
		model.addAttribute("view", this.staff.view(page, meeting));
		return template;
	}

	@GetMapping("/staff/meetings/{id}/move")
	String move(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		model.addAttribute("form", meeting.isPlanned() ? page.form(meeting.when(page.zone())) : page.form());
		return add(page, meeting, model, "meeting/staff/move");
	}

	@PostMapping("/staff/meetings/{id}/move")
	String move(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, @Valid MoveForm sent,
			BindingResult binding, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		if (!form.hasErrors() && sent.isStale(meeting, page.zone())) {
			form.refuse(Problem.Kind.CONFLICT.status(), "meeting.problem.changedMeanwhile");
		}
		return this.moving
			.attempt(form, meeting.authorityId(), meeting.caseId(), false,
					(told) -> this.office.move(account.authority(), id, sent.when()),
					"redirect:" + MeetingPath.staff(meeting), page, model)
			.orElseGet(() -> {
				model.addAttribute("form", form);
				return add(page, meeting, model, "meeting/staff/move");
			});
	}

	/** Everybody on the lists is told, which is shown and asked for first. */
	private Optional<String> attempt(Form form, Meeting meeting, Runnable action, Model model) {
		return this.sending.attempt(form, meeting.authorityId(), meeting.caseId(), action,
				"redirect:" + MeetingPath.staff(meeting), model);
	}

	@GetMapping("/staff/meetings/{id}/name")
	String rename(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		model.addAttribute("form",
				(meeting.wishedTitle() != null) ? page.form(Map.of("title", meeting.wishedTitle())) : page.form());
		return add(page, meeting, model, "meeting/staff/name");
	}

	@PostMapping("/staff/meetings/{id}/name")
	String rename(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, @Valid NameForm sent,
			BindingResult binding, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		if (form.done(() -> this.office.rename(account.authority(), id, sent.title()))) {
			return "redirect:" + MeetingPath.staff(meeting);
		}
		model.addAttribute("form", form);
		return add(page, meeting, model, "meeting/staff/name");
	}

	@GetMapping("/staff/meetings/{id}/texts")
	String texts(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		return showTexts(page.form(Texts.of(meeting)), meeting, page, model);
	}

	@PostMapping("/staff/meetings/{id}/texts")
	String texts(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, @Valid TextsForm sent,
			BindingResult binding, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		Texts wanted = new Texts(sent.theme(), sent.targetGroup(), sent.practical());
		boolean tell = Boolean.TRUE.equals(sent.tell());
		if (!form.hasErrors() && sent.isStale(meeting, wanted)) {
			form.refuse(Problem.Kind.CONFLICT.status(), "meeting.problem.changedMeanwhile");
		}
		int seen = (sent.seen() != null) ? sent.seen() : -1;
		Runnable change = () -> this.texts.change(account.authority(), id, seen, wanted, tell);
		String done = "redirect:" + MeetingPath.staff(meeting) + "/texts";
		Optional<String> view = (tell && !wanted.equals(Texts.of(meeting)))
				? this.sending.ask(form, meeting.authorityId(), meeting.caseId(), change, done, model)
				: Optional.of(done).filter((next) -> form.done(change));
		return view.orElseGet(() -> showTexts(form, this.staff.meeting(account, id), page, model));
	}

	private String showTexts(Form form, Meeting meeting, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("changes", this.texts.changes(meeting));
		return add(page, meeting, model, "meeting/staff/texts");
	}

	@GetMapping("/staff/meetings/{id}/cancel")
	String cancel(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		model.addAttribute("form", page.form());
		return add(page, this.staff.meeting(account, id), model, "meeting/staff/cancel");
	}

	@PostMapping("/staff/meetings/{id}/cancel")
	String cancel(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, @Valid CancelForm sent,
			BindingResult binding, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		return attempt(form, meeting, () -> this.office.cancel(account.authority(), id, sent.reason()), model)
			.orElseGet(() -> {
				model.addAttribute("form", form);
				return add(page, meeting, model, "meeting/staff/cancel");
			});
	}

	@GetMapping("/staff/meetings/{id}/seats")
	String seats(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		model.addAttribute("form", (meeting.capacity() != null)
				? page.form(Map.of("capacity", String.valueOf(meeting.capacity()))) : page.form());
		return add(page, meeting, model, "meeting/staff/seats");
	}

	@PostMapping("/staff/meetings/{id}/seats")
	String seats(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, @Valid SeatsForm sent,
			BindingResult binding, Page page, Model model) {
		StaffMeetings.requireOfficer(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		return attempt(form, meeting, () -> this.registrationService.resize(account.authority(), id, sent.capacity()),
				model)
			.orElseGet(() -> {
				model.addAttribute("form", form);
				return add(page, meeting, model, "meeting/staff/seats");
			});
	}

	@GetMapping({ "/staff/meetings/{id}/registrations.csv", "/staff/meetings/{id}/registrations.xlsx" })
	void export(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, SheetDownload file)
			throws IOException {
		Meeting meeting = this.staff.meeting(account, id);
		file.send(page.t("meeting.export.file", meeting.ordinal()),
				(sheet) -> this.export.write(meeting, page.locale(), sheet));
	}

	@GetMapping("/staff/meetings/{id}/attendance")
	String attendance(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		MeetingLists lists = MeetingLists.of(this.registrationService.active(id),
				this.views.choices(page, account.authority()));
		model.addAttribute("lists", lists);
		model.addAttribute("form", page.form(Map.of("attended", lists.attended())));
		model.addAttribute("ahead", this.views.isAhead(meeting));
		return add(page, meeting, model, "meeting/staff/attendance");
	}

	@PostMapping("/staff/meetings/{id}/attendance")
	String attendance(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, AttendanceForm sent) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		this.registrationService.attendance(meeting,
				(sent.attended() != null) ? Arrays.asList(sent.attended()) : List.of());
		return "redirect:" + MeetingPath.staff(meeting);
	}

	/** A meeting besides those of the cycle. */
	record NewMeetingForm(
			@NotBlank(message = "{meeting.form.title.required}") @Size(min = 3, max = 120,
					message = "{meeting.form.title.size}") String title,
			@NotNull(message = "{meeting.form.meetingKind.required}") Meeting.Kind kind) {
	}

	/** What it is to be called. */
	record NameForm(@NotBlank(message = "{meeting.form.title.required}") @Size(min = 3, max = 120,
			message = "{meeting.form.title.size}") String title) {
	}

	/** What is written of it, and who is told. */
	record TextsForm(@SeveralLines @Nullable @Size(max = 2000, message = "{meeting.form.theme.size}") String theme,
			@SeveralLines @Nullable @Size(max = 500, message = "{meeting.form.targetGroup.size}") String targetGroup,
			@SeveralLines @Nullable @Size(max = 4000, message = "{meeting.form.practical.size}") String practical,
			@Nullable Integer seen, @Nullable Boolean tell) {

		/** Whether somebody else has changed the meeting since, to another than this. */
		boolean isStale(Meeting meeting, Texts wanted) {
			return this.seen != null && this.seen != meeting.sequence() && !wanted.equals(Texts.of(meeting));
		}

	}

	/** The new time and place. */
	record MoveForm(@NotNull(message = "{meeting.form.day.required}") LocalDate day,
			@NotNull(message = "{meeting.form.starts.required}") LocalTime starts,
			@NotNull(message = "{meeting.form.ends.required}") LocalTime ends,
			@Nullable @Size(max = 300, message = "{meeting.form.place.size}") String place,
			@Nullable @Size(max = 500, message = "{meeting.form.link.size}") String link,
			@NotNull(message = "{meeting.form.registrationLastDay.required}") LocalDate registrationLastDay,
			@Nullable Integer seen) {

		/** Whether somebody else has changed the meeting since, to another than this. */
		boolean isStale(Meeting meeting, ZoneId zone) {
			return this.seen != null && meeting.isPlanned() && this.seen != meeting.sequence()
					&& !when().equals(meeting.when(zone));
		}

		MeetingPlan.When when() {
			return new MeetingPlan.When(this.day, this.starts, this.ends, this.place, this.link,
					this.registrationLastDay);
		}

	}

	/** Why it is called off. */
	record CancelForm(@SeveralLines @Nullable @Size(max = 1000, message = "{meeting.form.reason.size}") String reason) {
	}

	/** How many may come. */
	record SeatsForm(@Nullable Integer capacity) {
	}

	/** The registrations of those who came. */
	record AttendanceForm(RegistrationId @Nullable [] attended) {
	}

}
