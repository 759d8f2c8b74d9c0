package se.kulturlots.plan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
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

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.FixedSection;
import se.kulturlots.plan.InputDisposition;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanDecisions;
import se.kulturlots.plan.PlanInputs.Progress;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanSection;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.plan.PlanVersions;
import se.kulturlots.plan.Plans;

/** Where the plan is written, with the input beside it. */
@Controller
class StaffPlanController {

	private static final String PLAN = "/staff/consultations/{id}/plan";

	private final PlanAccess planAccess;

	private final Plans plans;

	private final Drafting drafting;

	private final PlanSections sections;

	private final PlanVersions versions;

	private final PlanDecisions decisions;

	private final PlanInputs inputs;

	StaffPlanController(PlanAccess planAccess, Plans plans, Drafting drafting, PlanSections sections,
			PlanVersions versions, PlanDecisions decisions, PlanInputs inputs) {
		this.planAccess = planAccess;
		this.plans = plans;
		this.drafting = drafting;
		this.sections = sections;
		this.versions = versions;
		this.decisions = decisions;
		this.inputs = inputs;
	}

	@GetMapping(PLAN)
	String show(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @Nullable String show,
			@Nullable String theme, @RequestParam(defaultValue = "1") int page, @Nullable Integer done, Page view,
			Model model) {
		Consultation consultation = this.planAccess.consultation(account, id);
		model.addAttribute("consultation", consultation);
		Optional<Plan> plan = this.plans.findByConsultationId(id);
		if (plan.isEmpty()) {
			return "plan/staffNone";
		}
		model.addAttribute("done", done);
		return show(account, plan.get(), new Wanted(show, theme, page), view.form(), view, model);
	}

	private String show(Account account, Plan plan, Wanted wanted, Form form, Page view, Model model) {
		List<PlanSection> written = this.sections.of(plan.id());
		Progress progress = this.inputs.progress(plan);
		InputFilter filter = InputFilter.of(wanted.show(), wanted.theme(), progress);
		int found = this.inputs.count(plan, filter.wanted());
		int pages = Math.max(1, (found + InputFilter.PAGE_SIZE - 1) / InputFilter.PAGE_SIZE);
		int number = Math.min(Math.max(1, wanted.page()), pages);
		model.addAttribute("plan", plan);
		model.addAttribute("mayWrite", PlanAccess.mayWrite(account) && plan.isWritable());
		model.addAttribute("names", this.planAccess.names(plan));
		model.addAttribute("sections", written);
		model.addAttribute("removed", this.sections.removed(plan.id()));
		model.addAttribute("headings",
				written.stream().collect(Collectors.toMap(PlanSection::id, PlanSection::heading)));
		model.addAttribute("counts", this.inputs.ledTo(plan));
		model.addAttribute("progress", progress);
		model.addAttribute("filter", filter);
		model.addAttribute("shows", InputFilter.shows(view));
		model.addAttribute("themes", InputFilter.themes(this.inputs.themes(plan)));
		model.addAttribute("found", found);
		model.addAttribute("inputs",
				this.inputs.of(plan, filter.wanted(), (number - 1) * InputFilter.PAGE_SIZE, InputFilter.PAGE_SIZE));
		model.addAttribute("number", number);
		model.addAttribute("pages", pages);
		model.addAttribute("versions", this.versions.of(plan.id()));
		model.addAttribute("decisions", this.decisions.of(plan.id()));
		model.addAttribute("choices",
				written.stream().map((section) -> Choice.of(section.id().toString(), section.heading())).toList());
		model.addAttribute("form", form);
		return "plan/staffPlan";
	}

	@PostMapping(PLAN + "/inputs")
	String decide(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @Valid Decided decided,
			BindingResult binding, Page page, Model model) {
		Plan plan = this.planAccess.write(account, id);
		Form form = page.submitted(binding);
		Map<InputId, Integer> chosen = chosen(decided.inputs());
		if (form.done(() -> decide(plan, chosen, decided, account.id()))) {
			InputFilter filter = InputFilter.of(decided.show(), decided.theme(), this.inputs.progress(plan));
			return "redirect:" + path(id) + filter.query(page) + "&done=" + chosen.size() + "#inputs";
		}
		model.addAttribute("consultation", this.planAccess.consultation(account, id));
		model.addAttribute("done", null);
		return show(account, plan, new Wanted(decided.show(), decided.theme(), decided.number()), form, page, model);
	}

	private void decide(Plan plan, Map<InputId, Integer> chosen, Decided decided, String actor) {
		switch (String.valueOf(decided.action())) {
			case "link" -> {
				if (decided.section() == null) {
					throw PlanProblem.sectionMissing().at("section");
				}
				this.drafting.link(plan.id(), chosen, decided.section(), decided.comment(), actor);
			}
			case "undo" -> this.drafting.undo(plan.id(), chosen);
			default -> {
				if (decided.comment() == null) {
					throw PlanProblem.reasonMissing().at("comment");
				}
				this.drafting.decline(plan.id(), chosen, decided.comment(), actor);
			}
		}
	}

	/* each is the id of an input and the version of its disposition that was seen */
	private static Map<InputId, Integer> chosen(@Nullable List<String> values) {
		Map<InputId, Integer> chosen = new LinkedHashMap<>();
		for (String value : (values != null) ? values : new ArrayList<String>()) {
			String[] parts = value.split(":", 2);
			try {
				chosen.put(new InputId(UUID.fromString(parts[0])), Integer.valueOf(parts[1]));
			}
			catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
				throw PlanProblem.unknownInput();
			}
		}
		return chosen;
	}

	@PostMapping(PLAN + "/sections/{section}/move")
	String move(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable SectionId section,
			@RequestParam boolean up) {
		this.drafting.moveSection(this.planAccess.write(account, id).id(), section, up);
		return "redirect:" + path(id) + "#" + PlanSection.anchor(section);
	}

	@PostMapping(PLAN + "/sections/{section}/remove")
	String remove(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable SectionId section,
			@RequestParam int version, Page page, Model model) {
		Plan plan = this.planAccess.write(account, id);
		Form form = page.submitted();
		if (form.done(() -> this.drafting.removeSection(plan.id(), section, version))) {
			return "redirect:" + path(id) + "#sections";
		}
		model.addAttribute("consultation", this.planAccess.consultation(account, id));
		model.addAttribute("done", null);
		return show(account, plan, new Wanted(null, null, 1), form, page, model);
	}

	@PostMapping(PLAN + "/sections/{section}/restore")
	String restore(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable SectionId section) {
		this.drafting.restoreSection(this.planAccess.write(account, id).id(), section, account.id());
		return "redirect:" + path(id) + "#sections";
	}

	@GetMapping(PLAN + "/draft")
	String draft(@AuthenticationPrincipal Account account, @PathVariable CaseId id, Model model) {
		Plan plan = this.planAccess.read(account, id);
		List<FixedSection> sections = this.inputs.draft(plan, this.sections.of(plan.id()));
		model.addAttribute("consultation", this.planAccess.consultation(account, id));
		model.addAttribute("sections", sections);
		model.addAttribute("references", this.inputs.references(plan, sections, false));
		return "plan/staffDraft";
	}

	@GetMapping(PLAN + "/versions/{number}")
	String version(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable int number,
			Model model) {
		Plan plan = this.planAccess.read(account, id);
		model.addAttribute("consultation", this.planAccess.consultation(account, id));
		model.addAttribute("version",
				this.versions.of(plan.id())
					.stream()
					.filter((version) -> version.number() == number)
					.findFirst()
					.orElseThrow(PlanProblem::unknown));
		List<FixedSection> sections = this.versions.fixed(plan.id(), number);
		model.addAttribute("sections", sections);
		model.addAttribute("references", this.inputs.references(plan, sections, false));
		return "plan/staffVersion";
	}

	private static String path(CaseId id) {
		return "/staff/consultations/" + id + "/plan";
	}

	private record Wanted(@Nullable String show, @Nullable String theme, int page) {
	}

	/**
	 * What was decided on some inputs.
	 *
	 * @param inputs which, each with the version that was seen
	 * @param section the section they led to
	 * @param comment what was done, or why not
	 * @param action link, decline or undo
	 * @param show the filter
	 * @param theme the filter
	 */
	record Decided(@Nullable List<String> inputs, @Nullable SectionId section,
			@SeveralLines @Nullable @Size(max = InputDisposition.LONGEST_COMMENT) String comment,
			@Nullable String action, @Nullable String show, @Nullable String theme, @Nullable Integer page) {

		int number() {
			return (this.page != null) ? this.page : 1;
		}

	}

}
