package se.kulturlots.site.web;

import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

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
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.site.Opinions;
import se.kulturlots.site.SiteMap;

/** Did this page help? One press, and a few words for whoever wants to add them. */
@Controller
@RequestMapping("/{authority}/opinion")
class OpinionController {

	private final Opinions opinions;

	private final SiteMap pages;

	OpinionController(Opinions opinions, SiteMap pages) {
		this.opinions = opinions;
		this.pages = pages;
	}

	@PostMapping
	String answer(@PathVariable String authority, @RequestParam Optional<String> path, @RequestParam boolean helped,
			Page page) {
		return path.flatMap((known) -> this.pages.find(authority, known, page))
			.map((about) -> this.opinions.add(authority, about, page.locale(), helped))
			.map((id) -> "redirect:" + page.home("/opinion/" + id))
			.orElseGet(() -> "redirect:" + page.home("/"));
	}

	@GetMapping("/{opinionId}")
	String thanks(@PathVariable String authority, @PathVariable UUID opinionId,
			@RequestParam(defaultValue = "false") boolean done, Page page, Model model) {
		return show(page.form(), this.opinions.open(authority, opinionId), done, model);
	}

	@PostMapping("/{opinionId}")
	String missing(@PathVariable String authority, @PathVariable UUID opinionId, @Valid MissingForm sent,
			BindingResult binding, Page page, Model model) {
		Form form = page.submitted(binding);
		return form.done(() -> this.opinions.missing(authority, opinionId, sent.missing()))
				? "redirect:" + page.home("/opinion/" + opinionId + "?done=true")
				: show(form, this.opinions.open(authority, opinionId), false, model);
	}

	private static String show(Form form, Opinions.Opinion opinion, boolean done, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("opinion", opinion);
		model.addAttribute("done", done);
		return "site/opinion";
	}

	/**
	 * What the form sends.
	 *
	 * @param missing what was missed
	 */
	record MissingForm(
			@SeveralLines @NotBlank(message = "{site.opinion.missing.required}") @Size(max = 500) String missing) {
	}

}
