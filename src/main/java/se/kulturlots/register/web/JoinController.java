package se.kulturlots.register.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.Fact;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.OrganisationFields;
import se.kulturlots.register.RegisterProblem;
import se.kulturlots.register.SelfRegistration;

/** Where an organisation registers itself: fill in, check, send, receipt. */
@Controller
class JoinController {

	private final SelfRegistration selfRegistration;

	private final FieldChoices choices;

	JoinController(SelfRegistration selfRegistration, FieldChoices choices) {
		this.selfRegistration = selfRegistration;
		this.choices = choices;
	}

	@GetMapping("/{authority}/join")
	String join(@PathVariable String authority, Page page, Model model) {
		return show(page.form(OrganisationFields.empty(page.locale())), this.choices.ofArea(authority, page), model);
	}

	@PostMapping("/{authority}/join")
	String join(@PathVariable String authority, OrganisationFields sent, @RequestParam Optional<String> step, Page page,
			Model model) {
		FormChoices offered = this.choices.ofArea(authority, page);
		Form form = page.submitted();
		OrganisationFields.Checked checked = sent.check(offered.rules());
		checked.faults().forEach((fault) -> form.error(fault.field(), fault.messageKey(), fault.arguments()));
		Optional<OrganisationDetails> details = checked.details();
		if (details.isEmpty() || step.filter("change"::equals).isPresent()) {
			return show(form, offered, model);
		}
		if (step.filter("send"::equals).isPresent()) {
			String reference = this.selfRegistration.submit(authority, form.submissionId(), details.get());
			return "redirect:" + page.home("/join/" + reference);
		}
		model.addAttribute("form", form);
		model.addAttribute("facts", facts(details.get(), offered, page));
		return "register/joinCheck";
	}

	@GetMapping("/{authority}/join/{reference}")
	String joined(@PathVariable String authority, @PathVariable String reference, Model model) {
		Organisation registered = this.selfRegistration.registered(authority, reference)
			.orElseThrow(RegisterProblem::unknownReceipt);
		model.addAttribute("reference", reference);
		model.addAttribute("email", registered.details().email());
		return "register/joined";
	}

	private static String show(Form form, FormChoices offered, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("choices", offered);
		return "register/join";
	}

	private static List<Fact> facts(OrganisationDetails details, FormChoices offered, Page page) {
		List<Fact> facts = new ArrayList<>();
		fact(facts, page, "name", details.name());
		fact(facts, page, "organisationNumber", details.organisationNumber());
		add(facts, page, "register.join.sector", page.t(details.sector().messageKey()));
		add(facts, page, "register.join.priorityGroup",
				(details.priorityGroup() != null) ? page.t(details.priorityGroup().messageKey()) : null);
		fact(facts, page, "municipality", label(offered.municipalities(), details.municipalityCode()));
		fact(facts, page, "email", details.email());
		fact(facts, page, "phone", details.shownPhone());
		fact(facts, page, "website", details.website());
		fact(facts, page, "contactName", details.contactName());
		add(facts, page, "register.join.language", label(offered.languages(), details.language()));
		return facts;
	}

	private static void fact(List<Fact> facts, Page page, String field, @Nullable String value) {
		add(facts, page, "register.field." + field, value);
	}

	private static void add(List<Fact> facts, Page page, String label, @Nullable String value) {
		facts.add(Fact.of(page.t(label), (value != null) ? value : page.t("register.field.notGiven")));
	}

	private static String label(List<Choice> choices, @Nullable String value) {
		String chosen = (value != null) ? value : OrganisationFields.NONE;
		return choices.stream()
			.filter((choice) -> choice.value().equals(chosen))
			.map(Choice::label)
			.findFirst()
			.orElse(chosen);
	}

}
