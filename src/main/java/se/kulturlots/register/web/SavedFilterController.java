package se.kulturlots.register.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.SavedFilterId;
import se.kulturlots.register.SavedFilters;

/** Where what is looked for again and again gets a name. */
@Controller
class SavedFilterController {

	private static final String FILTERS = "/staff/register/selections";

	private final SavedFilters filters;

	private final OrganisationSearch search;

	SavedFilterController(SavedFilters filters, OrganisationSearch search) {
		this.filters = filters;
		this.search = search;
	}

	@GetMapping(FILTERS)
	String list(@AuthenticationPrincipal Account account, ListFilter filter, Page page, Model model) {
		Writing.check(account);
		return show(account, filter, page.form(), model);
	}

	@PostMapping(FILTERS)
	String save(@AuthenticationPrincipal Account account, ListFilter filter, Page page, Model model) {
		Writing.check(account);
		Form form = page.submitted();
		return form.done(() -> this.filters.save(account.authority(), form.value("name"), filter.filter()))
				? "redirect:" + filter.address(page.url("/staff/register")) : show(account, filter, form, model);
	}

	@PostMapping(FILTERS + "/{id}/remove")
	String remove(@AuthenticationPrincipal Account account, @PathVariable SavedFilterId id, Page page) {
		Writing.check(account);
		this.filters.remove(account.authority(), id);
		return "redirect:" + page.url(FILTERS);
	}

	private String show(Account account, ListFilter filter, Form form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("filter", filter);
		model.addAttribute("total", this.search.count(account.authority(), filter.filter()));
		model.addAttribute("saved", this.filters.of(account.authority()));
		return "register/filters";
	}

}
