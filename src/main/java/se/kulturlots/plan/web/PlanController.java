package se.kulturlots.plan.web;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.web.Page;
import se.kulturlots.plan.FixedSection;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanDecisions;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanVersion;
import se.kulturlots.plan.PlanVersions;
import se.kulturlots.plan.Plans;

/** The plan for everyone to read: the latest fixed version. */
@Controller
class PlanController {

	private final Consultations consultations;

	private final Plans plans;

	private final PlanVersions versions;

	private final PlanDecisions decisions;

	private final PlanInputs inputs;

	PlanController(Consultations consultations, Plans plans, PlanVersions versions, PlanDecisions decisions,
			PlanInputs inputs) {
		this.consultations = consultations;
		this.plans = plans;
		this.versions = versions;
		this.decisions = decisions;
		this.inputs = inputs;
	}

	@GetMapping("/{authority}/consultations/{slug}/plan")
	String show(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		Consultation consultation = this.consultations.published(authority, slug);
		Plan plan = this.plans.findByConsultationId(consultation.id())
			.filter((found) -> found.fixedVersion() > 0)
			.orElseThrow(PlanProblem::notPublished);
		List<PlanVersion> fixed = this.versions.of(plan.id());
		page.show(Objects.requireNonNull(this.versions.editions(authority).get(consultation.id())));
		model.addAttribute("consultation", consultation);
		model.addAttribute("plan", plan);
		model.addAttribute("version", fixed.get(0));
		List<FixedSection> sections = this.versions.fixed(plan.id(), plan.fixedVersion());
		model.addAttribute("sections", sections);
		model.addAttribute("references", this.inputs.references(plan, sections, true));
		model.addAttribute("decisions", this.decisions.of(plan.id()));
		return "plan/plan";
	}

}
