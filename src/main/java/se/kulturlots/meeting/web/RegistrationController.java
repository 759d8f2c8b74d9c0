package se.kulturlots.meeting.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingProblem;
import se.kulturlots.meeting.Receipt;
import se.kulturlots.meeting.ReceiptId;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;

/**
 * Where people register for a meeting: the form, a look at what was filled in, and the
 * receipt.
 */
@Controller
@RequestMapping(PublicMeetings.MEETING + "/registration")
class RegistrationController {

	private final PublicMeetings meetings;

	private final RegistrationService registrationService;

	RegistrationController(PublicMeetings meetings, RegistrationService registrationService) {
		this.meetings = meetings;
		this.registrationService = registrationService;
	}

	@GetMapping
	String form(@PathVariable String authority, @PathVariable String cases, @PathVariable String slug,
			@PathVariable MeetingId meetingId, Page page, Model model, HttpServletResponse response) {
		MeetingView view = this.meetings.find(page, authority, cases, slug, meetingId);
		if (!view.open()) {
			return closed(view, model, response);
		}
		return show(page.form(), view, this.meetings.choices(page, authority), model);
	}

	@PostMapping
	String submit(@PathVariable String authority, @PathVariable String cases, @PathVariable String slug,
			@PathVariable MeetingId meetingId, @Valid RegistrationForm sent, BindingResult binding,
			@RequestParam(required = false) @Nullable String step, Page page, Model model,
			HttpServletResponse response) {
		MeetingView view = this.meetings.find(page, authority, cases, slug, meetingId);
		// what has been taken already gets its receipt also when the form has closed
		if (!view.open() && !"send".equals(step)) {
			return closed(view, model, response);
		}
		RegistrationChoices choices = this.meetings.choices(page, authority);
		if ("change".equals(step)) {
			return show(page.submitted(), view, choices, model);
		}
		Form form = page.submitted(binding);
		Optional<EmailAddress> address = sent.address(form);
		Optional<RegistrationDetails> details = sent.details(form, choices);
		if (address.isEmpty() || details.isEmpty()) {
			return view.open() ? show(form, view, choices, model) : closed(view, model, response);
		}
		if (!"send".equals(step)) {
			model.addAttribute("sent", Answers.of(page, sent, choices, view.meeting().food()));
			return show(form, view, choices, model, "meeting/check");
		}
		try {
			Optional<Receipt> receipt = form.attempt(() -> OptimisticRetry.of(() -> this.registrationService
				.register(meetingId, form.submissionId(), address.get(), page.locale(), details.get(), page.cameBy())));
			return receipt.map((given) -> "redirect:" + view.receiptPath(given.id()))
				.orElseGet(() -> show(form, view, choices, model));
		}
		catch (MeetingProblem problem) {
			if (view.open()) {
				throw problem;
			}
			return closed(view, model, response);
		}
	}

	@GetMapping("/{receiptId}")
	String receipt(@PathVariable String authority, @PathVariable String cases, @PathVariable String slug,
			@PathVariable MeetingId meetingId, @PathVariable ReceiptId receiptId, Page page, Model model) {
		MeetingView view = this.meetings.find(page, authority, cases, slug, meetingId);
		model.addAttribute("view", view);
		model.addAttribute("receipt", this.registrationService.receipt(meetingId, receiptId));
		model.addAttribute("others", this.meetings.others(view).stream().filter(MeetingView::open).toList());
		return "meeting/receipt";
	}

	private static String show(Form form, MeetingView view, RegistrationChoices choices, Model model) {
		return show(form, view, choices, model, "meeting/registration");
	}

	private static String show(Form form, MeetingView view, RegistrationChoices choices, Model model, String template) {
		model.addAttribute("form", form);
		model.addAttribute("view", view);
		model.addAttribute("choices", choices);
		return template;
	}

	private String closed(MeetingView view, Model model, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_GONE);
		model.addAttribute("view", view);
		model.addAttribute("others", this.meetings.others(view).stream().filter(MeetingView::open).toList());
		return "meeting/closed";
	}

}
