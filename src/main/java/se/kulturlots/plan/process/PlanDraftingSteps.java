package se.kulturlots.plan.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanInputs.Progress;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.plan.Plans;
import se.kulturlots.workflow.FormChoice;

/** The steps of {@code planDrafting}. */
@Component
public class PlanDraftingSteps {

	private final Drafting drafting;

	private final Plans plans;

	private final PlanSections sections;

	private final PlanInputs inputs;

	private final Consultations consultations;

	private final Cycle cycle;

	private final PlanStarts starts;

	PlanDraftingSteps(Drafting drafting, Plans plans, PlanSections sections, PlanInputs inputs,
			Consultations consultations, Cycle cycle, PlanStarts starts) {
		this.drafting = drafting;
		this.plans = plans;
		this.sections = sections;
		this.inputs = inputs;
		this.consultations = consultations;
		this.cycle = cycle;
		this.starts = starts;
	}

	public UUID startPlanDrafting(String authorityId, StartPlanDrafting answers) {
		Plan plan = this.drafting.prepare(this.consultations.get(authorityId, answers.consultation()));
		if (isDecided(plan)) {
			throw PlanProblem.decided().at("consultation");
		}
		this.starts.begin(plan, Phase.DRAFT);
		return plan.id();
	}

	public Map<String, Object> startPlanDraftingFacts(String authorityId) {
		return Map.of("consultations", options(this.consultations.open(authorityId)
			.stream()
			.filter((consultation) -> mayBeDrafted(consultation, this.plans.findByConsultationId(consultation.id())))
			.toList()));
	}

	private boolean mayBeDrafted(Consultation consultation, Optional<Plan> plan) {
		return plan.filter(PlanDraftingSteps::isDecided).isEmpty() && this.starts.mayBegin(consultation, plan);
	}

	private static boolean isDecided(Plan plan) {
		return plan.stage() == Plan.Stage.DECIDED || plan.stage() == Plan.Stage.REJECTED;
	}

	static List<Map<String, String>> options(List<Consultation> consultations) {
		return consultations.stream()
			.map((consultation) -> FormChoice.of(consultation.title(), consultation.id()))
			.toList();
	}

	public String preparePlan(UUID consultationId) {
		this.cycle.enter(consultationId, Phase.DRAFT);
		return this.drafting.prepare(this.consultations.get(consultationId)).id().toString();
	}

	public void writeDraft(UUID id) {
		this.drafting.requireSomething(id);
	}

	public Map<String, Object> writeDraftFacts(UUID id) {
		return facts(id);
	}

	public boolean checkDispositions(UUID id) {
		return this.drafting.handOn(id);
	}

	public void reviewDraft(UUID id, ReviewDraft answers) {
		if (answers.decision() == Decision.sentBack) {
			this.drafting.sendBack(id, answers.comment());
		}
	}

	public Map<String, Object> reviewDraftFacts(UUID id) {
		return facts(id);
	}

	private Map<String, Object> facts(UUID id) {
		Plan plan = this.plans.get(id);
		Progress progress = this.inputs.progress(plan);
		Map<String, Object> facts = new HashMap<>();
		facts.put("title", this.consultations.get(plan.consultationId()).title());
		facts.put("sections", this.sections.of(id).size());
		facts.put("inputs", progress.total());
		facts.put("missing", progress.missing());
		facts.put("earlierComment", Objects.requireNonNullElse(plan.comment(), ""));
		facts.put("planPage", "/staff/consultations/" + plan.consultationId() + "/plan");
		facts.put("draftPage", facts.get("planPage") + "/draft");
		facts.put("missingPage", "/staff/consultations/" + plan.consultationId() + "/plan?show=NONE#inputs");
		return facts;
	}

	public void fixVersion(UUID id) {
		this.drafting.fix(id);
	}

	/**
	 * The answers of {@code startPlanDrafting.form}.
	 *
	 * @param consultation for which consultation
	 */
	public record StartPlanDrafting(UUID consultation) {
	}

	/**
	 * The answers of {@code reviewDraft.form}.
	 *
	 * @param decision approved or sent back
	 * @param comment what to change
	 */
	public record ReviewDraft(Decision decision, @Nullable String comment) {
	}

	/** What a manager decides. */
	public enum Decision {

		approved, sentBack

	}

}
