package se.kulturlots.staff.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.authority.AuthorityProblem;
import se.kulturlots.authority.Logo;
import se.kulturlots.authority.SettingsSections;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.site.AccentColours;
import se.kulturlots.staff.SettingsService;

/** Logo and colours of an authority's pages. */
@Controller
class LookSettingsController {

	private static final String LOOK = SettingsController.SETTINGS + "/look";

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

	private final SettingsService settingsService;

	private final SettingsSections sections;

	private final Authorities authorities;

	LookSettingsController(SettingsService settingsService, SettingsSections sections, Authorities authorities) {
		this.settingsService = settingsService;
		this.sections = sections;
		this.authorities = authorities;
	}

	@GetMapping(LOOK)
	String look(@AuthenticationPrincipal Account admin, Page page, Model model) {
		Authority authority = this.authorities.get(SettingsService.authorityOf(admin));
		return show(authority, page.form(Map.of("colour", authority.accentColour(), "second",
				Objects.requireNonNullElse(authority.secondColour(), ""))), model);
	}

	@PostMapping(LOOK + "/colour")
	String colour(@AuthenticationPrincipal Account admin, @RequestParam(defaultValue = "-1") int version,
			@RequestParam(required = false) @Nullable String colour,
			@RequestParam(required = false) @Nullable String second, Page page, Model model) {
		Authority authority = this.authorities.get(SettingsService.authorityOf(admin));
		Form form = page.submitted();
		if (colour == null || !COLOUR.matcher(colour).matches()) {
			form.error("colour", "staff.settings.colour.shape");
		}
		if (second != null && !COLOUR.matcher(second).matches()) {
			form.error("second", "staff.settings.colour.shape");
		}
		return form.done(() -> this.settingsService.colour(admin, version, Objects.requireNonNull(colour), second))
				? SettingsController.saved(page) : show(authority, form, model);
	}

	@PostMapping(LOOK + "/logo")
	String logo(@AuthenticationPrincipal Account admin, @RequestParam(defaultValue = "-1") int version,
			@RequestParam(required = false) @Nullable MultipartFile file, Page page, Model model) throws IOException {
		Authority authority = this.authorities.get(SettingsService.authorityOf(admin));
		Form form = page.submitted();
		if (file == null || file.isEmpty()) {
			form.error("file", "staff.settings.logo.missing");
			return show(authority, form, model);
		}
		byte[] content = file.getBytes();
		return form.done(() -> this.settingsService.show(admin, version, read(content)))
				? SettingsController.saved(page) : show(authority, form, model);
	}

	private static Logo read(byte[] content) {
		try {
			return Logo.read(content);
		}
		catch (AuthorityProblem problem) {
			throw problem.at("file");
		}
	}

	@PostMapping(LOOK + "/logo/remove")
	String removeLogo(@AuthenticationPrincipal Account admin, @RequestParam(defaultValue = "-1") int version, Page page,
			Model model) {
		Authority authority = this.authorities.get(SettingsService.authorityOf(admin));
		Form form = page.submitted();
		return form.done(() -> this.settingsService.show(admin, version, null)) ? SettingsController.saved(page)
				: show(authority, form, model);
	}

	private String show(Authority authority, Form form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("accent", AccentColours.first(authority.accentColour()));
		model.addAttribute("second",
				(authority.secondColour() != null) ? AccentColours.second(authority.secondColour()) : null);
		model.addAttribute("colourVersion", this.sections.version(authority.id(), SettingsService.COLOUR));
		model.addAttribute("logoVersion", this.sections.version(authority.id(), SettingsService.LOGO));
		return "staff/settings/look";
	}

}
