package se.kulturlots.site.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.AuthorityTexts;
import se.kulturlots.authority.TextKind;
import se.kulturlots.core.web.AuthorityInfo;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers;
import se.kulturlots.core.web.Teasers.Teaser;
import se.kulturlots.picture.Pictures;

/** The pages where people begin, and those that every site must have. */
@Controller
class FrontPageController {

	private final Authorities authorities;

	private final AuthorityTexts texts;

	private final ObjectProvider<Teasers> teasers;

	private final SitePages pages;

	private final Pictures pictures;

	FrontPageController(Authorities authorities, AuthorityTexts texts, ObjectProvider<Teasers> teasers, SitePages pages,
			Pictures pictures) {
		this.pages = pages;
		this.pictures = pictures;
		this.authorities = authorities;
		this.texts = texts;
		this.teasers = teasers;
	}

	@GetMapping("/")
	String installation(Page page, Model model) {
		List<AuthorityInfo> all = this.authorities.findAllByOrderByName().stream().map(SitePageSource::info).toList();
		model.addAttribute("authorities", all);
		model.addAttribute("teasers", teasers(all, page).stream().collect(Collectors.groupingBy(Teaser::authorityId)));
		return "site/installation";
	}

	@GetMapping("/{authority:[a-z0-9][a-z0-9-]*}")
	String authority(@PathVariable String authority, Page page, Model model) {
		model.addAttribute("lead", this.texts.find(authority, TextKind.FRONT_LEAD, page.locale()).orElse(null));
		model.addAttribute("teasers", teasers(List.of(Objects.requireNonNull(page.authority())), page));
		model.addAttribute("picture", this.pictures.find(authority, null).orElse(null));
		page.show(this.pages.front(authority));
		return "site/front";
	}

	private List<Teaser> teasers(List<AuthorityInfo> authorities, Page page) {
		return this.teasers.orderedStream().flatMap((several) -> several.of(authorities, page).stream()).toList();
	}

	@GetMapping("/{authority}/contact")
	String contact(Page page) {
		return show(SiteText.CONTACT, page, "site/contact");
	}

	@GetMapping({ "/accessibility", "/{authority}/accessibility" })
	String accessibility(Page page) {
		return show(SiteText.ACCESSIBILITY, page, "site/accessibility");
	}

	@GetMapping({ "/personal-data", "/{authority}/personal-data" })
	String personalData(@PathVariable(required = false) @Nullable String authority, Page page, Model model) {
		model.addAttribute("dataProtection", (authority != null)
				? this.texts.find(authority, TextKind.DATA_PROTECTION, page.locale()).orElse(null) : null);
		return show(SiteText.PERSONAL_DATA, page, "site/personalData");
	}

	@GetMapping({ "/cookies", "/{authority}/cookies" })
	String cookies(Page page) {
		return show(SiteText.COOKIES, page, "site/cookies");
	}

	private static String show(SiteText text, Page page, String template) {
		page.show(text.edition());
		return template;
	}

}
