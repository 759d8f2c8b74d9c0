package se.kulturlots.meeting.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.RegistrationService;

/** Where staff register people who call, and change or cancel for them. */
@Controller
@RequestMapping("/staff/meetings/{id}")
class StaffRegistrationController {

	private final StaffMeetings staff;

	private final PublicMeetings views;

	private final RegistrationService registrationService;

	private final Accounts accounts;

	StaffRegistrationController(StaffMeetings staff, PublicMeetings views, RegistrationService registrationService,
			Accounts accounts) {
		this.staff = staff;
		this.views = views;
		this.registrationService = registrationService;
		this.accounts = accounts;
	}

	@GetMapping("/register")
	String register(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		return form(this.staff.meeting(account, id), page.form(), page, model, "meeting/staff/register");
	}

	@PostMapping("/register")
	String register(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, @Valid RegistrationForm sent,
			BindingResult binding, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		Form form = page.submitted(binding);
		Optional<EmailAddress> address = (sent.email() != null) ? sent.address(form) : Optional.empty();
		Optional<RegistrationId> registered = sent.details(form, this.views.choices(page, account.authority()))
			.flatMap(
					(details) -> form
						.attempt(() -> OptimisticRetry.of(() -> this.registrationService
							.registerOnBehalf(id, form.submissionId(), address.orElse(null), language(sent, page),
									details, account.id())
							.id())));
		return registered.map((registration) -> "redirect:" + path(meeting, registration))
			.orElseGet(() -> form(meeting, form, page, model, "meeting/staff/register"));
	}

	private static Locale language(RegistrationForm sent, Page page) {
		return (sent.language() != null) ? Locale.forLanguageTag(sent.language())
				: Objects.requireNonNull(page.authority()).languages().get(0);
	}

	@GetMapping("/registrations/{registrationId}")
	String registration(@PathVariable MeetingId id, @PathVariable RegistrationId registrationId,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Meeting meeting = this.staff.meeting(account, id);
		Registration registration = this.staff.registration(account, id, registrationId);
		model.addAttribute("answers",
				Answers.of(page, registration, this.views.choices(page, account.authority()), meeting.food()));
		model.addAttribute("registeredBy",
				Optional.ofNullable(registration.registeredBy())
					.map((by) -> this.accounts.lookUp(by).map(Account::displayName).orElse(by))
					.orElse(null));
		model.addAttribute("changeable",
				registration.isActive() && this.views.isAhead(meeting) && StaffMeetings.isHelper(account));
		return one(meeting, registration, page, model, "meeting/staff/registration");
	}

	@GetMapping("/registrations/{registrationId}/change")
	String change(@PathVariable MeetingId id, @PathVariable RegistrationId registrationId,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		Registration registration = this.staff.registration(account, id, registrationId);
		model.addAttribute("registration", registration);
		return form(this.staff.meeting(account, id), page.form(RegistrationForm.of(registration)), page, model,
				"meeting/staff/change");
	}

	@PostMapping("/registrations/{registrationId}/change")
	String change(@PathVariable MeetingId id, @PathVariable RegistrationId registrationId,
			@AuthenticationPrincipal Account account, @Valid RegistrationForm sent, BindingResult binding, Page page,
			Model model) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		Registration registration = this.staff.registration(account, id, registrationId);
		Form form = page.submitted(binding);
		Optional<RegistrationDetails> details = sent.details(form, this.views.choices(page, account.authority()));
		if (details.isPresent() && form
			.attempt(() -> OptimisticRetry
				.of(() -> this.registrationService.change(registrationId, details.get(), account.id())))
			.isPresent()) {
			return "redirect:" + path(meeting, registration.id());
		}
		model.addAttribute("registration", registration);
		return form(meeting, form, page, model, "meeting/staff/change");
	}

	@GetMapping("/registrations/{registrationId}/cancel")
	String cancel(@PathVariable MeetingId id, @PathVariable RegistrationId registrationId,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		StaffMeetings.requireHelper(account);
		return one(this.staff.meeting(account, id), this.staff.registration(account, id, registrationId), page, model,
				"meeting/staff/withdraw");
	}

	@PostMapping("/registrations/{registrationId}/cancel")
	String cancel(@PathVariable MeetingId id, @PathVariable RegistrationId registrationId,
			@AuthenticationPrincipal Account account) {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		this.staff.registration(account, id, registrationId);
		this.registrationService.cancel(registrationId, account.id());
		return "redirect:" + MeetingPath.staff(meeting);
	}

	private String one(Meeting meeting, Registration registration, Page page, Model model, String template) {
		model.addAttribute("view", this.staff.view(page, meeting));
		model.addAttribute("registration", registration);
		return template;
	}

	private String form(Meeting meeting, Form form, Page page, Model model, String template) {
		model.addAttribute("view", this.staff.view(page, meeting));
		model.addAttribute("form", form);
		model.addAttribute("choices", this.views.choices(page, meeting.authorityId()));
		return template;
	}

	private static String path(Meeting meeting, RegistrationId registration) {
		return MeetingPath.staff(meeting) + "/registrations/" + registration;
	}

}
