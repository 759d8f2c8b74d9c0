package se.kulturlots.staff.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.SettingsSections;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Languages;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.staff.SettingsService;

/** The languages of an authority's pages and mails. */
@Controller
class LanguageSettingsController {

	private static final String LANGUAGES = SettingsController.SETTINGS + "/languages";

	private final SettingsService settingsService;

	private final SettingsSections sections;

	private final Authorities authorities;

	private final MessageSource messages;

	LanguageSettingsController(SettingsService settingsService, SettingsSections sections, Authorities authorities,
			MessageSource messages) {
		this.settingsService = settingsService;
		this.sections = sections;
		this.authorities = authorities;
		this.messages = messages;
	}

	@GetMapping(LANGUAGES)
	String languages(@AuthenticationPrincipal Account admin, Page page, Model model) {
		List<String> tags = this.authorities.get(SettingsService.authorityOf(admin))
			.locales()
			.stream()
			.map(Locale::getLanguage)
			.toList();
		return show(admin, page.form(Map.of("first", tags.get(0), "more", tags.subList(1, tags.size()))), model);
	}

	@PostMapping(LANGUAGES)
	String languages(@AuthenticationPrincipal Account admin, @Valid LanguagesForm sent, BindingResult binding,
			Page page, Model model) {
		SettingsService.authorityOf(admin);
		Form form = page.submitted(binding);
		List<String> tags = new ArrayList<>();
		tags.add(String.valueOf(sent.first()));
		if (sent.more() != null) {
			sent.more().stream().filter((tag) -> !tag.equals(sent.first())).distinct().forEach(tags::add);
		}
		List<Locale> chosen = tags.stream().map(Locale::forLanguageTag).toList();
		if (!Languages.ALL.containsAll(chosen)) {
			form.error("first", "staff.settings.languages.unknown");
		}
		return form.done(() -> this.settingsService.speak(admin, sent.version(), chosen))
				? SettingsController.saved(page) : show(admin, form, model);
	}

	private String show(Account admin, Form form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("languages",
				Languages.ALL.stream()
					.map((language) -> Choice.of(language.getLanguage(),
							this.messages.getMessage("core.language", null, language)))
					.toList());
		model.addAttribute("version",
				this.sections.version(SettingsService.authorityOf(admin), SettingsService.LANGUAGES));
		return "staff/settings/languages";
	}

	/**
	 * What the form asks.
	 *
	 * @param version the version that was shown
	 * @param first the authority's own language
	 * @param more the others
	 */
	record LanguagesForm(@NotNull Integer version, @NotBlank String first, @Nullable List<String> more) {
	}

}
