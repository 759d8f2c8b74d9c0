package se.kulturlots.staff.web;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.authority.ClosedDays;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.staff.SettingsService;

/** The days on which an authority is closed, besides holidays. */
@Controller
class ClosedDaySettingsController {

	private static final String DAYS = SettingsController.SETTINGS + "/closed-days";

	private final SettingsService settingsService;

	private final ClosedDays closedDays;

	private final AppClock clock;

	ClosedDaySettingsController(SettingsService settingsService, ClosedDays closedDays, AppClock clock) {
		this.settingsService = settingsService;
		this.closedDays = closedDays;
		this.clock = clock;
	}

	@GetMapping(DAYS)
	String days(@AuthenticationPrincipal Account admin, Page page, Model model) {
		return show(admin, page.form(), page, model);
	}

	@PostMapping(DAYS)
	String close(@AuthenticationPrincipal Account admin, @Valid ClosedDayForm sent, BindingResult binding, Page page,
			Model model) {
		SettingsService.authorityOf(admin);
		Form form = page.submitted(binding);
		return form.done(() -> this.settingsService.close(admin, form.submissionId(), sent.day()))
				? "redirect:" + page.url(DAYS) : show(admin, form, page, model);
	}

	@PostMapping(DAYS + "/{day}/open")
	String open(@AuthenticationPrincipal Account admin, @PathVariable LocalDate day, Page page) {
		this.settingsService.open(admin, day);
		return "redirect:" + page.url(DAYS);
	}

	private String show(Account admin, Form form, Page page, Model model) {
		LocalDate today = this.clock.today(page.zone());
		model.addAttribute("form", form);
		model.addAttribute("days",
				this.closedDays.of(SettingsService.authorityOf(admin))
					.stream()
					.filter((day) -> !day.isBefore(today))
					.sorted()
					.toList());
		return "staff/settings/closedDays";
	}

	/** What the form asks. */
	record ClosedDayForm(@NotNull LocalDate day) {
	}

}
