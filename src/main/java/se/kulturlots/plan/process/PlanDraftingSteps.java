package se.kulturlots.plan.process;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.core.CaseId;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanId;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanInputs.Progress;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.plan.Plans;
import se.kulturlots.workflow.CaseChoices;

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

	public PlanId startPlanDrafting(String authorityId, StartPlanDrafting answers) {
		Plan plan = this.drafting.prepare(this.consultations.get(authorityId, answers.caseId()));
		if (isDecided(plan)) {
			throw PlanProblem.decided().at("caseId");
		}
		this.starts.begin(plan, Phase.DRAFT);
		return plan.id();
	}

	public CaseChoices startPlanDraftingFacts(String authorityId) {
		List<Consultation> open = this.consultations.open(authorityId);
		return this.starts.choices(authorityId, open, this.plans.ofAll(open.stream().map(Consultation::id).toList()),
				(plan) -> !isDecided(plan));
	}

	private static boolean isDecided(Plan plan) {
		return plan.stage() == Plan.Stage.DECIDED || plan.stage() == Plan.Stage.REJECTED;
	}

	public String preparePlan(CaseId consultationId) {
		this.cycle.enter(consultationId, Phase.DRAFT);
		return this.drafting.prepare(this.consultations.get(consultationId)).id().toString();
	}

	public void writeDraft(PlanId id) {
		this.drafting.requireSomething(id);
	}

	public WriteDraftFacts writeDraftFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		return new WriteDraftFacts(facts(plan), page(plan) + "?show=NONE#inputs");
	}

	public boolean checkDispositions(PlanId id) {
		return this.drafting.handOn(id);
	}

	public void reviewDraft(PlanId id, ReviewDraft answers) {
		if (answers.decision() == Decision.sentBack) {
			this.drafting.sendBack(id, answers.comment());
		}
	}

	public ReviewDraftFacts reviewDraftFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		return new ReviewDraftFacts(facts(plan), page(plan) + "/draft");
	}

	private DraftFacts facts(Plan plan) {
		Progress progress = this.inputs.progress(plan);
		return new DraftFacts(this.consultations.get(plan.consultationId()).title(), this.sections.of(plan.id()).size(),
				progress.total(), progress.missing(), Objects.requireNonNullElse(plan.comment(), ""), page(plan));
	}

	private static String page(Plan plan) {
		return "/staff/consultations/" + plan.consultationId() + "/plan";
	}

	public void fixVersion(PlanId id) {
		this.drafting.fix(id);
	}

	/** The facts that the forms of a draft share. */
	public record DraftFacts(String title, int sections, int inputs, int missing, String earlierComment,
			String planPage) {
	}

	/** The facts of {@code writeDraft.form}. */
	public record WriteDraftFacts(DraftFacts draft, String missingPage) {
	}

	/** The facts of {@code reviewDraft.form}. */
	public record ReviewDraftFacts(DraftFacts draft, String draftPage) {
	}

	/**
	 * The answers of {@code startPlanDrafting.form}.
	 *
	 * @param caseId for which consultation
	 */
	public record StartPlanDrafting(CaseId caseId) {
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
