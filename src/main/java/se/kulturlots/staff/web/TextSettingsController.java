package se.kulturlots.staff.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.AuthorityTexts;
import se.kulturlots.authority.SettingsSections;
import se.kulturlots.authority.TextKind;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.staff.SettingsService;

/** The texts that an authority writes itself, in each of its languages. */
@Controller
class TextSettingsController {

	private static final String TEXTS = SettingsController.SETTINGS + "/texts";

	private final SettingsService settingsService;

	private final SettingsSections sections;

	private final Authorities authorities;

	private final AuthorityTexts texts;

	TextSettingsController(SettingsService settingsService, SettingsSections sections, Authorities authorities,
			AuthorityTexts texts) {
		this.settingsService = settingsService;
		this.sections = sections;
		this.authorities = authorities;
		this.texts = texts;
	}

	/** The name of the field for a text in a language. */
	static String field(TextKind kind, Locale language) {
		return kind + "-" + language.getLanguage();
	}

	@GetMapping(TEXTS)
	String texts(@AuthenticationPrincipal Account admin, Page page, Model model) {
		Map<String, String> values = new HashMap<>();
		this.texts.of(List.of(SettingsService.authorityOf(admin)))
			.forEach((written) -> values.put(written.kind() + "-" + written.language(), written.text()));
		return show(admin, page.form(values), model);
	}

	@PostMapping(TEXTS)
	String texts(@AuthenticationPrincipal Account admin, @RequestParam(defaultValue = "-1") int version, Page page,
			Model model) {
		List<Locale> languages = this.authorities.get(SettingsService.authorityOf(admin)).locales();
		Form form = page.submitted();
		Map<TextKind, Map<Locale, @Nullable String>> written = new EnumMap<>(TextKind.class);
		for (TextKind kind : TextKind.values()) {
			for (Locale language : languages) {
				String text = PlainText.textOrNull(form.value(field(kind, language)));
				if (text != null && text.length() > kind.longest()) {
					form.error(field(kind, language), "core.form.maxlength", kind.longest());
				}
				written.computeIfAbsent(kind, (key) -> new LinkedHashMap<>()).put(language, text);
			}
		}
		return form.done(() -> this.settingsService.write(admin, version, written)) ? SettingsController.saved(page)
				: show(admin, form, model);
	}

	private String show(Account admin, Form form, Model model) {
		String authority = SettingsService.authorityOf(admin);
		model.addAttribute("form", form);
		model.addAttribute("languages", this.authorities.get(authority).locales());
		model.addAttribute("version", this.sections.version(authority, SettingsService.TEXTS));
		return "staff/settings/texts";
	}

}
