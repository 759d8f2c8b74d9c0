package se.kulturlots.site.web;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import se.kulturlots.core.PublicPage;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.site.Opinions;
import se.kulturlots.site.SiteMap;

/** What readers answered, page by page, for the authority's staff. */
@Controller
class StaffOpinionsController {

	private final Opinions opinions;

	private final SiteMap pages;

	StaffOpinionsController(Opinions opinions, SiteMap pages) {
		this.opinions = opinions;
		this.pages = pages;
	}

	@GetMapping("/staff/opinions")
	String list(@AuthenticationPrincipal Account account, Page page, Model model) {
		Map<String, String> titles = this.pages.of(account.authority(), page)
			.stream()
			.collect(Collectors.toMap(PublicPage::path, PublicPage::title, (one, other) -> one));
		model.addAttribute("titles", titles);
		model.addAttribute("scores", this.opinions.scores(account.authority()));
		model.addAttribute("words", this.opinions.words(account.authority()));
		return "site/staffOpinions";
	}

}
