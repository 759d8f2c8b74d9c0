package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Absence;
import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Account;
import se.kulturlots.staff.AbsenceService;

/** When somebody is away and who stands in: their own page, and the manager's of all. */
@Controller
class AbsenceController {

	private static final String OWN = "/staff/account/absence";

	private static final String ALL = "/staff/absences";

	private static final String ONE = ALL + "/{id}";

	private final AbsenceService service;

	private final Absences absences;

	AbsenceController(AbsenceService service, Absences absences) {
		this.service = service;
		this.absences = absences;
	}

	@GetMapping(ALL)
	String all(@AuthenticationPrincipal Account account, Model model) {
		List<Account> staff = this.service.staff(account);
		model.addAttribute("staff", staff);
		model.addAttribute("names", staff.stream().collect(Collectors.toMap(Account::id, Account::displayName)));
		model.addAttribute("absences",
				this.absences.ahead(account.authority())
					.stream()
					.collect(Collectors.toMap(Absence::accountId, Function.identity())));
		return "staff/absences";
	}

	@GetMapping(OWN)
	String own(@AuthenticationPrincipal Account account, Page page, Model model) {
		return open(account, account.id(), OWN, page, model);
	}

	@PostMapping(OWN)
	String planOwn(@AuthenticationPrincipal Account account, @Valid AbsenceForm sent, BindingResult binding, Page page,
			Model model) {
		return plan(account, account.id(), sent, page.submitted(binding), OWN, page, model);
	}

	@PostMapping(OWN + "/end")
	String endOwn(@AuthenticationPrincipal Account account, Page page) {
		this.service.end(account, account.id());
		return "redirect:" + page.url("/staff/account");
	}

	@GetMapping(ONE)
	String one(@AuthenticationPrincipal Account account, @PathVariable String id, Page page, Model model) {
		return open(account, id, path(id, page), page, model);
	}

	@PostMapping(ONE)
	String plan(@AuthenticationPrincipal Account account, @PathVariable String id, @Valid AbsenceForm sent,
			BindingResult binding, Page page, Model model) {
		return plan(account, id, sent, page.submitted(binding), path(id, page), page, model);
	}

	@PostMapping(ONE + "/end")
	String end(@AuthenticationPrincipal Account account, @PathVariable String id, Page page) {
		this.service.end(account, id);
		return "redirect:" + page.url(ALL);
	}

	private static String path(String id, Page page) {
		return ALL + "/" + page.encode(id);
	}

	private String open(Account by, String id, String path, Page page, Model model) {
		Optional<Absence> planned = this.absences.of(by.authority(), id);
		Form form = planned
			.map((absence) -> page.form(Map.of("awayFrom", absence.firstDay().toString(), "awayUntil",
					absence.lastDay().toString(), "standIn", absence.standIn())))
			.orElseGet(page::form);
		return show(this.service.whose(by, id), planned.isPresent(), form, path, page, model);
	}

	private String plan(Account by, String id, AbsenceForm sent, Form form, String path, Page page, Model model) {
		Account whose = this.service.whose(by, id);
		return form
			.done(() -> this.service.plan(by, new Absence(id, sent.awayFrom(), sent.awayUntil(), sent.standIn())))
					? "redirect:" + page.url(path.equals(OWN) ? "/staff/account" : ALL)
					: show(whose, this.absences.of(by.authority(), id).isPresent(), form, path, page, model);
	}

	private String show(Account whose, boolean planned, Form form, String path, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("whose", whose);
		model.addAttribute("own", path.equals(OWN));
		model.addAttribute("path", page.url(path));
		model.addAttribute("planned", planned);
		model.addAttribute("standIns",
				this.service.standIns(whose).stream().map((each) -> Choice.of(each.id(), each.displayName())).toList());
		return "staff/absence";
	}

	/**
	 * What the form asks.
	 *
	 * @param awayFrom the first day
	 * @param awayUntil the last day
	 * @param standIn the account that does the tasks meanwhile
	 */
	record AbsenceForm(@NotNull(message = "{staff.absence.day.required}") LocalDate awayFrom,
			@NotNull(message = "{staff.absence.day.required}") LocalDate awayUntil,
			@NotBlank(message = "{staff.absence.standIn.required}") String standIn) {
	}

}
