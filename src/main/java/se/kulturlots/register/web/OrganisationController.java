package se.kulturlots.register.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.mail.MailLog;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.OrganisationFields;
import se.kulturlots.register.OrganisationJoins;
import se.kulturlots.register.Organisations;
import se.kulturlots.register.Participation;
import se.kulturlots.register.Register;
import se.kulturlots.register.RegisterProblem;

/** Where officers and the liaison write in the register. */
@Controller
class OrganisationController {

	static final String ALREADY_THERE = "alreadyThere";

	private static final String REGISTER = "/staff/register/";

	private final Organisations organisations;

	private final Register register;

	private final FieldChoices choices;

	private final OrganisationJoins joins;

	private final List<Participation> participation;

	private final MailLog mails;

	OrganisationController(Organisations organisations, Register register, FieldChoices choices,
			OrganisationJoins joins, List<Participation> participation, MailLog mails) {
		this.joins = joins;
		this.participation = participation;
		this.mails = mails;
		this.organisations = organisations;
		this.register = register;
		this.choices = choices;
	}

	@GetMapping("/staff/register/new")
	String add(@AuthenticationPrincipal Account account, Page page, Model model) {
		Writing.check(account);
		FormChoices offered = this.choices.ofCountry(account.authority(), page);
		String own = offered.rules().languages().iterator().next();
		return show(page.form(OrganisationFields.empty(Locale.forLanguageTag(own))), offered, null, null, model);
	}

	@PostMapping("/staff/register/new")
	String add(@AuthenticationPrincipal Account account, OrganisationFields sent, Page page, Model model) {
		Writing.check(account);
		FormChoices offered = this.choices.ofCountry(account.authority(), page);
		Form form = page.submitted();
		return checked(sent, offered, form).flatMap(
				(details) -> attempt(form, () -> this.register.add(account.authority(), form.submissionId(), details)))
			.map((added) -> done(page, added, "added"))
			.orElseGet(() -> show(form, offered, null, null, model));
	}

	@GetMapping("/staff/register/{id}/edit")
	String edit(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id, Page page, Model model) {
		Writing.check(account);
		Organisation organisation = this.organisations.get(account.authority(), id);
		return show(page.form(OrganisationFields.of(organisation.details())),
				this.choices.ofCountry(account.authority(), page), organisation, organisation.version(), model);
	}

	@PostMapping("/staff/register/{id}/edit")
	String edit(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id, OrganisationFields sent,
			@RequestParam(defaultValue = "-1") int version, Page page, Model model) {
		Writing.check(account);
		Organisation organisation = this.organisations.get(account.authority(), id);
		FormChoices offered = this.choices.ofCountry(account.authority(), page);
		Form form = page.submitted();
		return checked(sent, offered, form)
			.flatMap((details) -> attempt(form, () -> this.register.change(account.authority(), id, version, details)))
			.map((changed) -> done(page, id, "changed"))
			.orElseGet(() -> show(form, offered, organisation, version, model));
	}

	@PostMapping("/staff/register/{id}/approve")
	String approve(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id, Page page) {
		Writing.check(account);
		return unlessThere(page, id, "approved", () -> this.register.approve(account.authority(), id));
	}

	@PostMapping("/staff/register/{id}/join")
	String join(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id,
			@RequestParam OrganisationId sameAs, @RequestParam(defaultValue = "") Set<String> take, Page page) {
		Writing.check(account);
		this.register.join(account.authority(), id, sameAs, take);
		return done(page, sameAs, "joined");
	}

	@PostMapping("/staff/register/{id}/writing")
	String writing(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id,
			@RequestParam(defaultValue = "false") boolean may, Page page) {
		Writing.check(account);
		this.register.mayWrite(account.authority(), id, may);
		return done(page, id, may ? "mayWrite" : "doNotWrite");
	}

	@GetMapping("/staff/register/{id}/remove")
	String remove(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id, Page page, Model model) {
		Writing.check(account);
		model.addAttribute("organisation", this.organisations.get(account.authority(), id));
		List<OrganisationId> parts = this.joins.allOf(id);
		model.addAttribute("invitations",
				this.participation.stream()
					.flatMap((each) -> each.of(account.authority(), parts, page).stream())
					.filter(Participation.Part::open)
					.toList());
		model.addAttribute("waiting", this.mails.waitingFor(account.authority(), parts));
		return "register/remove";
	}

	@PostMapping("/staff/register/{id}/remove")
	String remove(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id, Page page) {
		Writing.check(account);
		this.register.remove(account.authority(), id);
		return done(page, id, "removed");
	}

	@PostMapping("/staff/register/{id}/restore")
	String restore(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id, Page page) {
		Writing.check(account);
		return unlessThere(page, id, "restored", () -> this.register.restore(account.authority(), id));
	}

	/** Leads back to the organisation, where the one that is the same is named. */
	private static String unlessThere(Page page, OrganisationId id, String what, Runnable work) {
		try {
			work.run();
			return done(page, id, what);
		}
		catch (RegisterProblem problem) {
			if (!problem.isAlreadyThere()) {
				throw problem;
			}
			return done(page, id, ALREADY_THERE);
		}
	}

	private static Optional<OrganisationDetails> checked(OrganisationFields sent, FormChoices offered, Form form) {
		OrganisationFields.Checked checked = sent.check(offered.rules());
		checked.faults().forEach((fault) -> form.error(fault.field(), fault.messageKey(), fault.arguments()));
		return checked.details();
	}

	/** Keeps what was typed also when the register has changed meanwhile. */
	private static <T> Optional<T> attempt(Form form, Supplier<T> work) {
		try {
			return form.attempt(work);
		}
		catch (RegisterProblem problem) {
			if (problem.kind() != RegisterProblem.Kind.CONFLICT) {
				throw problem;
			}
			form.add(problem);
			return Optional.empty();
		}
	}

	private static String show(Form form, FormChoices offered, @Nullable Organisation organisation,
			@Nullable Integer version, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("choices", offered);
		model.addAttribute("organisation", organisation);
		model.addAttribute("version", version);
		return "register/edit";
	}

	private static String done(Page page, OrganisationId id, String what) {
		return "redirect:" + page.url(REGISTER + id) + "?done=" + what;
	}

}
