package se.kulturlots.input.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseTabs;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.input.Corrections;
import se.kulturlots.input.Input;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputProblem;
import se.kulturlots.input.InputSearch;
import se.kulturlots.input.Inputs;
import se.kulturlots.input.Submission;
import se.kulturlots.input.Submissions;
import se.kulturlots.input.Triage.Sorted;
import se.kulturlots.input.Triage;

/** One input with all that is known of it, and all that can be done with it. */
@Controller
@RequestMapping("/staff/input/{inputId}")
class StaffItemController {

	private final Inputs inputs;

	private final Submissions submissions;

	private final InputPeriods periods;

	private final Consultations consultations;

	private final CaseTabs tabs;

	private final InputSearch search;

	private final InputFormFinder formFinder;

	private final Triage triage;

	private final Corrections corrections;

	private final Accounts accounts;

	StaffItemController(Inputs inputs, Submissions submissions, InputPeriods periods, Consultations consultations,
			CaseTabs tabs, InputSearch search, InputFormFinder formFinder, Triage triage, Corrections corrections,
			Accounts accounts) {
		this.inputs = inputs;
		this.submissions = submissions;
		this.periods = periods;
		this.consultations = consultations;
		this.tabs = tabs;
		this.search = search;
		this.formFinder = formFinder;
		this.triage = triage;
		this.corrections = corrections;
		this.accounts = accounts;
	}

	@GetMapping
	String show(@PathVariable InputId inputId, @AuthenticationPrincipal Account account, Page page, Model model) {
		return show(inputId, page.form(), account, model);
	}

	private String show(InputId inputId, Form form, Account account, Model model) {
		Input input = this.inputs.get(account.authority(), inputId);
		Submission submission = this.submissions.get(account.authority(), input.submissionId());
		InputPeriod period = this.periods.get(account.authority(), input.periodId());
		model.addAttribute("form", form);
		model.addAttribute("input", input);
		model.addAttribute("submission", submission);
		model.addAttribute("registeredBy",
				(submission.registeredBy() != null) ? this.accounts.lookUp(submission.registeredBy())
					.map(Account::displayName)
					.orElse(submission.registeredBy()) : null);
		model.addAttribute("period", period);
		model.addAttribute("head", this.tabs.headOf(account.authority(), period.consultationId(), "/input"));
		model.addAttribute("consultation", this.consultations.get(account.authority(), period.consultationId()));
		model.addAttribute("municipality", this.formFinder.municipality(submission.municipalityCode()));
		model.addAttribute("others", others(input));
		model.addAttribute("joined", this.inputs.joinedTo(inputId));
		model.addAttribute("original",
				(input.duplicateOf() != null) ? this.inputs.get(account.authority(), input.duplicateOf()) : null);
		model.addAttribute("earlier", this.inputs.earlier(inputId));
		model.addAttribute("themes", this.search.themes(period.id()));
		model.addAttribute("maySort", StaffRights.mayChange(account));
		return "input/staffItem";
	}

	private List<Input> others(Input input) {
		return this.inputs.of(input.submissionId()).stream().filter((other) -> !other.id().equals(input.id())).toList();
	}

	@PostMapping("/theme")
	String sort(@PathVariable InputId inputId, @RequestParam(required = false) @Nullable String theme,
			@RequestParam(required = false) @Nullable String before, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		InputPeriodId period = this.inputs.get(account.authority(), inputId).periodId();
		return done(inputId, account, page, model, () -> this.triage.sort(account.authority(), period, account.id(),
				List.of(new Sorted(inputId, before, theme))));
	}

	@PostMapping("/hide")
	String hide(@PathVariable InputId inputId, @SeveralLines @RequestParam(required = false) @Nullable String reason,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		return done(inputId, account, page, model,
				() -> this.triage.hide(account.authority(), inputId, account.id(), reason));
	}

	@PostMapping("/unhide")
	String unhide(@PathVariable InputId inputId, @AuthenticationPrincipal Account account, Page page, Model model) {
		return done(inputId, account, page, model, () -> this.triage.show(account.authority(), inputId, account.id()));
	}

	@PostMapping("/join")
	String join(@PathVariable InputId inputId, @RequestParam(required = false) @Nullable String duplicateOf,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		return done(inputId, account, page, model, () -> this.triage.joinTo(account.authority(), inputId, account.id(),
				(duplicateOf != null) ? duplicateOf : ""));
	}

	@PostMapping("/separate")
	String separate(@PathVariable InputId inputId, @AuthenticationPrincipal Account account, Page page, Model model) {
		return done(inputId, account, page, model,
				() -> this.triage.separate(account.authority(), inputId, account.id()));
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable InputId inputId, @RequestParam(defaultValue = "false") boolean asked,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		SubmissionId submission = this.inputs.get(account.authority(), inputId).submissionId();
		return done(inputId, account, page, model, () -> {
			if (!asked) {
				throw InputProblem.notAsked().at("asked");
			}
			this.corrections.withdrawOnBehalf(account.authority(), submission);
		});
	}

	private String done(InputId inputId, Account account, Page page, Model model, Runnable work) {
		StaffRights.requireChange(account);
		this.inputs.get(account.authority(), inputId);
		Form form = page.submitted();
		return form.done(work) ? "redirect:" + page.url("/staff/input/" + inputId)
				: show(inputId, form, account, model);
	}

}
