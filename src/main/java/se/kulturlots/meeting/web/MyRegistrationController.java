package se.kulturlots.meeting.web;

import java.util.Optional;

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

import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.PersonalLinks.PersonalLink;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.meeting.MeetingMails;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.Registrations;

/** Behind the personal link: one's own registration, to see, change or cancel. */
@Controller
@RequestMapping("/my/registration/{token}")
class MyRegistrationController {

	private final PersonalLinks links;

	private final Registrations registrations;

	private final Meetings meetings;

	private final PublicMeetings views;

	private final RegistrationService registrationService;

	MyRegistrationController(PersonalLinks links, Registrations registrations, Meetings meetings, PublicMeetings views,
			RegistrationService registrationService) {
		this.links = links;
		this.registrations = registrations;
		this.meetings = meetings;
		this.views = views;
		this.registrationService = registrationService;
	}

	@GetMapping
	String show(@PathVariable String token, @RequestParam(required = false) @Nullable String changed, Page page,
			Model model) {
		MyRegistration mine = mine(token, page);
		RegistrationChoices choices = this.views.choices(page, mine.registration().authorityId());
		model.addAttribute("answers", Answers.of(page, mine.registration(), choices, mine.view().meeting().food()));
		model.addAttribute("changed", changed != null);
		return add(mine, model, "meeting/my");
	}

	@GetMapping("/change")
	String change(@PathVariable String token, Page page, Model model) {
		MyRegistration mine = mine(token, page);
		if (!mine.changeable()) {
			return "redirect:" + mine.path();
		}
		return changeForm(mine, page.form(RegistrationForm.of(mine.registration())), page, model);
	}

	@PostMapping("/change")
	String change(@PathVariable String token, @Valid RegistrationForm sent, BindingResult binding, Page page,
			Model model) {
		MyRegistration mine = mine(token, page);
		Form form = page.submitted(binding);
		Optional<RegistrationDetails> details = sent.details(form,
				this.views.choices(page, mine.registration().authorityId()));
		boolean done = details.isPresent() && form
			.attempt(() -> OptimisticRetry
				.of(() -> this.registrationService.change(mine.registration().id(), details.get(), null)))
			.isPresent();
		return done ? "redirect:" + mine.path() + "?changed=1" : changeForm(mine, form, page, model);
	}

	private String changeForm(MyRegistration mine, Form form, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("choices", this.views.choices(page, mine.registration().authorityId()));
		return add(mine, model, "meeting/myChange");
	}

	@GetMapping("/cancel")
	String cancel(@PathVariable String token, Page page, Model model) {
		MyRegistration mine = mine(token, page);
		return mine.changeable() ? add(mine, model, "meeting/myCancel") : "redirect:" + mine.path();
	}

	@PostMapping("/cancel")
	String cancel(@PathVariable String token, Page page) {
		MyRegistration mine = mine(token, page);
		this.registrationService.cancel(mine.registration().id(), null);
		return "redirect:" + mine.path();
	}

	private static String add(MyRegistration mine, Model model, String template) {
		model.addAttribute("mine", mine);
		return template;
	}

	private MyRegistration mine(String token, Page page) {
		PersonalLink link = this.links.resolve(MeetingMails.LINK_PURPOSE, token);
		page.of(link.authorityId());
		Registration registration = this.registrations.get(link.authorityId(),
				new RegistrationId(link.subjectId().value()));
		MeetingView view = this.views.view(page, this.meetings.get(link.authorityId(), registration.meetingId()));
		return new MyRegistration(page.url("/my/registration/" + page.encode(token)), registration, view,
				this.views.isAhead(view.meeting()));
	}

}
