package se.kulturlots.staff.web;

import java.util.HashMap;
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
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.authority.SettingsSections;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.staff.SettingsService;

/** What an authority is called and how people reach it. */
@Controller
class ContactSettingsController {

	private static final String CONTACT = SettingsController.SETTINGS + "/contact";

	private final SettingsService settingsService;

	private final SettingsSections sections;

	private final Authorities authorities;

	ContactSettingsController(SettingsService settingsService, SettingsSections sections, Authorities authorities) {
		this.settingsService = settingsService;
		this.sections = sections;
		this.authorities = authorities;
	}

	@GetMapping(CONTACT)
	String contact(@AuthenticationPrincipal Account admin, Page page, Model model) {
		Authority authority = this.authorities.get(SettingsService.authorityOf(admin));
		Map<String, Object> values = new HashMap<>(Map.of("name", authority.name(), "contactName",
				authority.contactName(), "contactEmail", authority.contactEmail()));
		values.put("contactPhone", authority.contactPhone());
		return show(admin, page.form(values), model);
	}

	@PostMapping(CONTACT)
	String contact(@AuthenticationPrincipal Account admin, @Valid ContactForm sent, BindingResult binding, Page page,
			Model model) {
		SettingsService.authorityOf(admin);
		Form form = page.submitted(binding);
		Optional<EmailAddress> email = Optional.ofNullable(sent.contactEmail()).flatMap(EmailAddress::parse);
		if (sent.contactEmail() != null && email.isEmpty()) {
			form.error("contactEmail", "staff.accounts.email.shape");
		}
		return form.done(() -> this.settingsService.describe(admin, sent.version(), sent.name(), sent.contactName(),
				email.orElseThrow(), sent.contactPhone())) ? SettingsController.saved(page) : show(admin, form, model);
	}

	private String show(Account admin, Form form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("version",
				this.sections.version(SettingsService.authorityOf(admin), SettingsService.CONTACT));
		return "staff/settings/contact";
	}

	/**
	 * What the form asks.
	 *
	 * @param version the version that was shown
	 * @param name the authority's name
	 * @param contactName who answers questions
	 * @param contactEmail where to write
	 * @param contactPhone where to call
	 */
	record ContactForm(@NotNull Integer version, @NotBlank @Size(max = 120) String name,
			@NotBlank @Size(max = 120) String contactName, @NotBlank @Size(max = 254) String contactEmail,
			@Nullable @Size(max = 40) String contactPhone) {
	}

}
