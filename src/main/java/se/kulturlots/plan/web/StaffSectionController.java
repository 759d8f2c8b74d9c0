package se.kulturlots.plan.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanInputs.Wanted;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanSection;
import se.kulturlots.plan.PlanSections;

/**
 * Where a section is written. The filter of the input beside it is sent with the text, so
 * that nothing typed is lost when another filter is chosen.
 */
@Controller
class StaffSectionController {

	private static final String SECTIONS = "/staff/consultations/{id}/plan/sections";

	private final PlanAccess planAccess;

	private final Drafting drafting;

	private final PlanSections sections;

	private final PlanInputs inputs;

	StaffSectionController(PlanAccess planAccess, Drafting drafting, PlanSections sections, PlanInputs inputs) {
		this.planAccess = planAccess;
		this.drafting = drafting;
		this.sections = sections;
		this.inputs = inputs;
	}

	@GetMapping(SECTIONS + "/new")
	String begin(@AuthenticationPrincipal Account account, @PathVariable CaseId id, Page page, Model model) {
		return show(account, this.planAccess.write(account, id), null, page.form(), page, model);
	}

	@PostMapping(SECTIONS)
	String add(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @Valid Written written,
			BindingResult binding, Page page, Model model) {
		Plan plan = this.planAccess.write(account, id);
		if (written.onlyFilters()) {
			return show(account, plan, null, page.submitted(), page, model);
		}
		Form form = page.submitted(binding);
		return form
			.attempt(() -> this.drafting.addSection(plan.id(), written.heading(), written.wholeText(), account.id()))
			.map((section) -> saved(id, section, written))
			.orElseGet(() -> show(account, plan, null, form, page, model));
	}

	@GetMapping(SECTIONS + "/{section}")
	String edit(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable SectionId section,
			@Nullable String saved, Page page, Model model) {
		Plan plan = this.planAccess.write(account, id);
		PlanSection stored = stored(plan, section);
		model.addAttribute("saved", saved != null);
		return show(account, plan, stored,
				page.form(Map.of("heading", stored.heading(), "text", stored.text(), "version", stored.version())),
				page, model);
	}

	@PostMapping(SECTIONS + "/{section}")
	String change(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable SectionId section,
			@Valid Written written, BindingResult binding, Page page, Model model) {
		Plan plan = this.planAccess.write(account, id);
		PlanSection stored = stored(plan, section);
		if (written.onlyFilters()) {
			return show(account, plan, stored, page.submitted(), page, model);
		}
		Form form = page.submitted(binding);
		int seen = Objects.requireNonNullElse(written.version(), 0);
		if (form.done(() -> this.drafting.editSection(plan.id(), section, seen, written.heading(), written.wholeText(),
				account.id()))) {
			return saved(id, section, written);
		}
		PlanSection now = stored(plan, section);
		model.addAttribute("theirs", (now.version() != seen) ? now : null);
		return show(account, plan, now, form, page, model);
	}

	private PlanSection stored(Plan plan, SectionId section) {
		return this.sections.find(plan.id(), section).orElseThrow(PlanProblem::unknownSection);
	}

	private static String saved(CaseId id, SectionId section, Written written) {
		String plan = "redirect:/staff/consultations/" + id + "/plan";
		return "stay".equals(written.action()) ? plan + "/sections/" + section + "?saved=true"
				: plan + "#" + PlanSection.anchor(section);
	}

	private String show(Account account, Plan plan, @Nullable PlanSection section, Form form, Page page, Model model) {
		if (!plan.isWritable()) {
			return "redirect:/staff/consultations/" + plan.consultationId() + "/plan";
		}
		String theme = form.value("theme").isEmpty() ? null : form.value("theme");
		InputFilter filter = InputFilter.of(form.value("show"), theme, this.inputs.progress(plan));
		Map<SectionId, String> headings = new HashMap<>();
		this.sections.of(plan.id()).forEach((each) -> headings.put(each.id(), each.heading()));
		model.addAttribute("consultation", this.planAccess.consultation(account, plan.consultationId()));
		model.addAttribute("section", section);
		// what is sent again is meant to stand, now that the other's text has been seen
		model.addAttribute("version", (section != null) ? section.version() : 0);
		model.addAttribute("filter", filter);
		model.addAttribute("shows", InputFilter.shows(page));
		model.addAttribute("themes", InputFilter.themes(this.inputs.themes(plan)));
		add(plan, "inputs", filter.wanted(), model);
		if (section != null) {
			add(plan, "led", InputFilter.ledTo(section.id()), model);
		}
		model.addAttribute("headings", headings);
		model.addAttribute("names", this.planAccess.names(plan));
		model.addAttribute("form", form);
		model.asMap().putIfAbsent("saved", false);
		model.asMap().putIfAbsent("theirs", null);
		return "plan/staffSection";
	}

	private void add(Plan plan, String name, Wanted wanted, Model model) {
		model.addAttribute(name, this.inputs.of(plan, wanted, 0, InputFilter.BESIDE));
		model.addAttribute(name + "Found", this.inputs.count(plan, wanted));
	}

	/**
	 * A section as it was typed.
	 *
	 * @param version the version that was seen
	 * @param action show to choose other input, stay to save and go on, else to save
	 */
	record Written(@NotBlank @Size(max = PlanSection.LONGEST_HEADING) String heading,
			@SeveralLines @Nullable @Size(max = PlanSection.LONGEST_TEXT) String text, @Nullable Integer version,
			@Nullable String action) {

		boolean onlyFilters() {
			return "show".equals(this.action);
		}

		String wholeText() {
			return Objects.requireNonNullElse(this.text, "");
		}

	}

}
