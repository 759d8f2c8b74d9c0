package se.kulturlots.register.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.register.Difference;
import se.kulturlots.register.Duplicates;
import se.kulturlots.register.JoinId;
import se.kulturlots.register.Likeness;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationJoins;
import se.kulturlots.register.OrganisationJoins.Seen;
import se.kulturlots.register.Organisations;

/** Where organisations that may be the same are joined, kept apart, and parted again. */
@Controller
class DuplicatesController {

	static final String DUPLICATES = "/staff/register/duplicates";

	/** What a form sends for a field of which the other's value is taken. */
	private static final String OTHERS = "other";

	private final Duplicates duplicates;

	private final OrganisationJoins joins;

	private final Organisations organisations;

	private final Municipalities municipalities;

	DuplicatesController(Duplicates duplicates, OrganisationJoins joins, Organisations organisations,
			Municipalities municipalities) {
		this.duplicates = duplicates;
		this.joins = joins;
		this.organisations = organisations;
		this.municipalities = municipalities;
	}

	@GetMapping(DUPLICATES)
	String list(@AuthenticationPrincipal Account account, @RequestParam(name = "page") Optional<String> number,
			@RequestParam Optional<String> done, Model model) {
		Writing.check(account);
		int count = this.duplicates.count(account.authority());
		int last = Math.max(1, (count + Duplicates.PAGE_SIZE - 1) / Duplicates.PAGE_SIZE);
		int current = Math.max(1, Math.min(last, RegisterController.number(number.orElse(""))));
		model.addAttribute("pairs", this.duplicates.waiting(account.authority(), current - 1));
		model.addAttribute("count", count);
		model.addAttribute("current", current);
		model.addAttribute("last", last);
		model.addAttribute("searchedAt", this.duplicates.searchedAt(account.authority()).orElse(null));
		model.addAttribute("differ", done.filter("differ"::equals).isPresent());
		return "register/duplicates";
	}

	@GetMapping(DUPLICATES + "/{id}/{otherId}")
	String compare(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id,
			@PathVariable OrganisationId otherId, Page page, Model model) {
		Writing.check(account);
		Organisation stays = this.organisations.get(account.authority(), id);
		Organisation goes = this.organisations.get(account.authority(), otherId);
		List<Difference> differences = this.joins.differences(stays, goes);
		model.addAttribute("stays", stays);
		model.addAttribute("goes", goes);
		model.addAttribute("differences", differences);
		model.addAttribute("municipalities", this.municipalities.names());
		model.addAttribute("apart", Likeness.apartKeys(stays.details(), goes.details()));
		return "register/duplicate";
	}

	@PostMapping(DUPLICATES + "/{id}/{otherId}/join")
	String join(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id,
			@PathVariable OrganisationId otherId, @RequestParam(defaultValue = "-1") int version,
			@RequestParam(defaultValue = "-1") int otherVersion, @RequestParam Map<String, String> sent, Page page) {
		Writing.check(account);
		this.joins.join(account.authority(), new Seen(id, version), new Seen(otherId, otherVersion),
				sent.entrySet()
					.stream()
					.filter((field) -> OTHERS.equals(field.getValue()))
					.map(Map.Entry::getKey)
					.collect(Collectors.toSet()));
		return "redirect:" + page.url("/staff/register/" + id) + "?done=joinedWith";
	}

	@PostMapping(DUPLICATES + "/{id}/{otherId}/differ")
	String differ(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id,
			@PathVariable OrganisationId otherId, Page page) {
		Writing.check(account);
		this.duplicates.differ(account.authority(), id, otherId);
		return "redirect:" + page.url(DUPLICATES) + "?done=differ";
	}

	@PostMapping("/staff/register/joins/{id}/undo")
	String takeBack(@AuthenticationPrincipal Account account, @PathVariable JoinId id, Page page) {
		Writing.check(account);
		OrganisationId back = this.joins.takeBack(account.authority(), id);
		return "redirect:" + page.url("/staff/register/" + back) + "?done=joinTakenBack";
	}

}
