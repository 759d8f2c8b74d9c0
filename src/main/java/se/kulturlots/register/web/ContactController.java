package se.kulturlots.register.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.Cases;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.register.ContactLog;
import se.kulturlots.register.ContactLog.Contact;
import se.kulturlots.register.ContactLog.Kind;
import se.kulturlots.register.Organisations;
import se.kulturlots.register.RegisterProblem;

/** Where it is noted that somebody of staff has called, visited or written. */
@Controller
class ContactController {

	private final Organisations organisations;

	private final ContactLog contacts;

	private final Cases cases;

	private final AppClock clock;

	ContactController(Organisations organisations, ContactLog contacts, Cases cases, AppClock clock) {
		this.organisations = organisations;
		this.contacts = contacts;
		this.cases = cases;
		this.clock = clock;
	}

	@GetMapping("/staff/register/{id}/contact")
	String note(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id,
			@RequestParam(name = "case", required = false) @Nullable String about, Page page, Model model) {
		Writing.check(account);
		Map<String, Object> values = new HashMap<>(
				Map.of("kind", Kind.CALL.name(), "day", this.clock.today(page.zone()).toString()));
		if (about != null) {
			values.put("about", about);
		}
		return show(account, id, page.form(values), page, model);
	}

	@PostMapping("/staff/register/{id}/contact")
	String note(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id, @Valid ContactForm sent,
			BindingResult binding, Page page, Model model) {
		Writing.check(account);
		Form form = page.submitted(binding);
		CaseId about = open(account).stream()
			.map(Case::id)
			.filter((one) -> one.toString().equals(sent.about()))
			.findFirst()
			.orElse(null);
		if (form.done(() -> this.contacts.note(account.authority(), id, form.submissionId(),
				new Contact(sent.kind(), past(sent.day(), page), about, sent.text())))) {
			return "redirect:" + page.url("/staff/register/" + id) + "?done=contact";
		}
		return show(account, id, form, page, model);
	}

	private LocalDate past(LocalDate day, Page page) {
		if (day.isAfter(this.clock.today(page.zone()))) {
			throw RegisterProblem.contactInFuture();
		}
		return day;
	}

	private List<Case> open(Account account) {
		return this.cases.open(account.authority());
	}

	private String show(Account account, OrganisationId id, Form form, Page page, Model model) {
		model.addAttribute("organisation", this.organisations.get(account.authority(), id));
		model.addAttribute("form", form);
		model.addAttribute("kinds",
				Arrays.stream(Kind.values()).map((one) -> Choice.of(one.name(), page.t(one.messageKey()))).toList());
		model.addAttribute("cases",
				open(account).stream().map((one) -> Choice.of(one.id().toString(), one.title())).toList());
		return "register/contact";
	}

	/**
	 * What is typed.
	 *
	 * @param about the id of a case, anything else for none
	 */
	record ContactForm(@NotNull(message = "{register.contact.kind.missing}") Kind kind,
			@NotNull(message = "{register.contact.day.missing}") LocalDate day, @Nullable String about,
			@SeveralLines @Size(max = ContactLog.MOST) @Nullable String text) {
	}

}
