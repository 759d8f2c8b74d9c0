package se.kulturlots.staff.web;

import java.util.Map;
import java.util.Optional;

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

import se.kulturlots.authority.Unit;
import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.staff.SettingsService;

/** The units of an authority. */
@Controller
class UnitSettingsController {

	private static final String UNITS = SettingsController.SETTINGS + "/units";

	private final SettingsService settingsService;

	private final Units units;

	UnitSettingsController(SettingsService settingsService, Units units) {
		this.settingsService = settingsService;
		this.units = units;
	}

	@GetMapping(UNITS)
	String units(@AuthenticationPrincipal Account admin, Page page, Model model) {
		return show(admin, page.form(), model);
	}

	@PostMapping(UNITS)
	String add(@AuthenticationPrincipal Account admin, @Valid UnitForm sent, BindingResult binding, Page page,
			Model model) {
		SettingsService.authorityOf(admin);
		Form form = page.submitted(binding);
		Optional<EmailAddress> email = AccountsController.email(sent.email(), form);
		return form
			.done(() -> this.settingsService.addUnit(admin, form.submissionId(), sent.name(), email.orElseThrow()))
					? "redirect:" + page.url(UNITS) : show(admin, form, model);
	}

	@GetMapping(UNITS + "/{id}")
	String unit(@AuthenticationPrincipal Account admin, @PathVariable UnitId id, Page page, Model model) {
		Unit unit = this.units.get(SettingsService.authorityOf(admin), id);
		return show(unit, page.form(Map.of("name", unit.name(), "email", unit.email())), model);
	}

	@PostMapping(UNITS + "/{id}")
	String change(@AuthenticationPrincipal Account admin, @PathVariable UnitId id, @Valid UnitForm sent,
			BindingResult binding, Page page, Model model) {
		Unit unit = this.units.get(SettingsService.authorityOf(admin), id);
		Form form = page.submitted(binding);
		Optional<EmailAddress> email = AccountsController.email(sent.email(), form);
		int version = (sent.version() != null) ? sent.version() : -1;
		return form.done(() -> this.settingsService.unit(admin, id, version, sent.name(), email.orElseThrow()))
				? "redirect:" + page.url(UNITS) : show(unit, form, model);
	}

	@PostMapping(UNITS + "/{id}/remove")
	String remove(@AuthenticationPrincipal Account admin, @PathVariable UnitId id, Page page) {
		this.settingsService.removeUnit(admin, id);
		return "redirect:" + page.url(UNITS);
	}

	private String show(Account admin, Form form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("units", this.units.findByAuthorityIdOrderByName(SettingsService.authorityOf(admin)));
		return "staff/settings/units";
	}

	private static String show(Unit unit, Form form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("unit", unit);
		return "staff/settings/unit";
	}

	/**
	 * What the form asks.
	 *
	 * @param version the version that was shown, null for a new unit
	 * @param email where it is reached
	 */
	record UnitForm(@Nullable Integer version, @NotBlank @Size(max = 120) String name,
			@NotBlank @Size(max = 254) String email) {
	}

}
