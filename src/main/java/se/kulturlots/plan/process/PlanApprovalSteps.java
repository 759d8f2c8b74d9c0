package se.kulturlots.plan.process;

import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.DateText;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.journal.Journal;
import se.kulturlots.plan.Approval;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanDecision.Body;
import se.kulturlots.plan.PlanDecision.Outcome;
import se.kulturlots.plan.PlanDecision;
import se.kulturlots.plan.PlanDecisions;
import se.kulturlots.plan.PlanId;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.Plans;
import se.kulturlots.workflow.CaseChoices;
import se.kulturlots.workflow.TaskContext;
import se.kulturlots.workflow.TaskDates;

/** The steps of {@code planApproval}. */
@Component
public class PlanApprovalSteps {

	private final Approval approval;

	private final Plans plans;

	private final PlanDecisions decisions;

	private final PlanInputs inputs;

	private final Consultations consultations;

	private final Deadlines deadlines;

	private final Authorities authorities;

	private final PlanStarts starts;

	private final MessageSource messages;

	PlanApprovalSteps(Approval approval, Plans plans, PlanDecisions decisions, PlanInputs inputs,
			Consultations consultations, Deadlines deadlines, Authorities authorities, PlanStarts starts,
			MessageSource messages) {
		this.approval = approval;
		this.plans = plans;
		this.decisions = decisions;
		this.inputs = inputs;
		this.consultations = consultations;
		this.deadlines = deadlines;
		this.authorities = authorities;
		this.starts = starts;
		this.messages = messages;
	}

	public PlanId startPlanApproval(String authorityId, StartPlanApproval answers) {
		Consultation consultation = this.consultations.get(authorityId, answers.caseId());
		Plan plan = this.plans.findByConsultationId(consultation.id())
			.filter((found) -> found.stage() == Plan.Stage.FIXED)
			.orElseThrow(() -> PlanProblem.notFixed().at("caseId"));
		this.starts.begin(plan, Phase.DECISION);
		return plan.id();
	}

	public CaseChoices startPlanApprovalFacts(String authorityId) {
		return this.starts.choices(authorityId, this.plans.findByAuthorityIdAndStage(authorityId, Plan.Stage.FIXED));
	}

	public void prepareDecision(PlanId id, PrepareDecision answers) {
		this.approval.propose(id, answers.proposal().strip());
	}

	public ProposalFacts prepareDecisionFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		Consultation consultation = this.consultations.get(plan.consultationId());
		String proposal = Objects.requireNonNullElseGet(plan.proposal(),
				() -> text("plan.proposal", locale(plan), consultation.title(), String.valueOf(consultation.planFrom()),
						String.valueOf(consultation.planTo()), this.inputs.progress(plan).total()));
		return new ProposalFacts(facts(plan, consultation), proposal, text(plan.proposalComment()));
	}

	public void signOff(PlanId id, SignOff answers) {
		this.approval.signOff(id, (answers.decision() == Decision.sentBack) ? answers.comment() : null);
	}

	public ProposalFacts signOffFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		return new ProposalFacts(facts(plan), text(plan.proposal()), text(plan.proposalComment()));
	}

	public void recordCommitteeDecision(PlanId id, RecordDecision answers, TaskContext context) {
		record(id, Body.COMMITTEE, answers, context);
	}

	public CommitteeFacts recordCommitteeDecisionFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		return new CommitteeFacts(facts(plan), text(plan.proposal()));
	}

	public void recordFullCouncilDecision(PlanId id, RecordDecision answers, TaskContext context) {
		record(id, Body.COUNCIL, answers, context);
	}

	public FullCouncilFacts recordFullCouncilDecisionFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		return new FullCouncilFacts(facts(plan), decided(plan, Body.COMMITTEE));
	}

	private void record(PlanId id, Body body, RecordDecision answers, TaskContext context) {
		Outcome outcome = switch (answers.decision()) {
			case approved -> Outcome.APPROVED;
			case sentBack -> Outcome.SENT_BACK;
			case rejected -> Outcome.REJECTED;
		};
		this.approval.record(id, body, new Approval.Record(outcome, answers.decidedOn(), answers.paragraph().strip(),
				answers.reference().strip(), answers.comment()), actor(context));
	}

	public void submitToArtsCouncil(PlanId id, SubmitToArtsCouncil answers) {
		this.approval.submit(id, answers.submittedOn(), answers.reference().strip());
	}

	public SubmitFacts submitToArtsCouncilFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		return new SubmitFacts(facts(plan), decided(plan, Body.COUNCIL));
	}

	private String decided(Plan plan, Body body) {
		return this.decisions.latest(plan, body).map((decision) -> sentence(decision, locale(plan))).orElse("–");
	}

	private String sentence(PlanDecision decision, Locale locale) {
		return text("plan.decisionLine", locale, text(decision.body().messageKey(), locale),
				text(decision.outcome().messageKey(), locale), DateText.date(decision.decidedOn(), locale),
				decision.paragraph(), decision.reference());
	}

	private PlanFacts facts(Plan plan) {
		return facts(plan, this.consultations.get(plan.consultationId()));
	}

	private PlanFacts facts(Plan plan, Consultation consultation) {
		String page = "/staff/consultations/" + consultation.id() + "/plan";
		return new PlanFacts(consultation.title(), plan.fixedVersion(),
				DateText.date(consultation.decisionDate(), locale(plan)), page,
				page + "/versions/" + plan.fixedVersion());
	}

	private static String text(@Nullable String written) {
		return Objects.requireNonNullElse(written, "");
	}

	private Locale locale(Plan plan) {
		return this.authorities.get(plan.authorityId()).locale();
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/**
	 * When the decision is due.
	 * @return the last minute of the day of the decision
	 */
	public Date decisionDue(PlanId id) {
		Plan plan = this.plans.get(id);
		return TaskDates.lastMinute(this.deadlines.get(plan.consultationId(), CycleDeadline.DECISION).dueAt());
	}

	/** Answers with the outcome that the cycle reads as {@code decision}. */
	public String publishPlan(PlanId id) {
		this.approval.publish(id);
		return Decision.approved.name();
	}

	/** Answers with the outcome that the cycle reads as {@code decision}. */
	public String markSentBack(PlanId id) {
		this.approval.sendBack(id);
		return Decision.sentBack.name();
	}

	public void markRejected(PlanId id) {
		this.approval.reject(id);
		this.starts.end(this.plans.get(id), Status.REJECTED);
	}

	private static String actor(TaskContext context) {
		return Objects.requireNonNullElse(context.account(), Journal.SYSTEM);
	}

	/** The facts that the forms of a decision share. */
	public record PlanFacts(String title, @Nullable Integer number, String decisionDate, String planPage,
			String versionPage) {
	}

	/** The facts of {@code prepareDecision.form} and {@code signOff.form}. */
	public record ProposalFacts(PlanFacts plan, String proposal, String earlierComment) {
	}

	/** The facts of {@code recordCommitteeDecision.form}. */
	public record CommitteeFacts(PlanFacts plan, String proposal) {
	}

	/** The facts of {@code recordFullCouncilDecision.form}. */
	public record FullCouncilFacts(PlanFacts plan, String committee) {
	}

	/** The facts of {@code submitToArtsCouncil.form}. */
	public record SubmitFacts(PlanFacts plan, String council) {
	}

	/**
	 * The answers of {@code startPlanApproval.form}.
	 *
	 * @param caseId for which consultation
	 */
	public record StartPlanApproval(CaseId caseId) {
	}

	/**
	 * The answers of {@code prepareDecision.form}.
	 *
	 * @param proposal what the committee is asked to decide
	 */
	public record PrepareDecision(String proposal) {
	}

	/**
	 * The answers of {@code signOff.form}.
	 *
	 * @param decision approved or sent back
	 * @param comment what to change
	 */
	public record SignOff(Decision decision, @Nullable String comment) {
	}

	/**
	 * The answers of {@code recordCommitteeDecision.form} and
	 * {@code recordFullCouncilDecision.form}.
	 *
	 * @param decision approved, sent back or rejected
	 * @param decidedOn when
	 * @param paragraph the paragraph of the minutes
	 * @param reference the number in the public record
	 * @param comment what is to be changed, or why it was rejected
	 */
	public record RecordDecision(Decision decision, LocalDate decidedOn, String paragraph, String reference,
			@Nullable String comment) {
	}

	/**
	 * The answers of {@code submitToArtsCouncil.form}.
	 *
	 * @param submittedOn when
	 * @param reference the number it got
	 */
	public record SubmitToArtsCouncil(LocalDate submittedOn, String reference) {
	}

	/** What is decided. */
	public enum Decision {

		approved, sentBack, rejected

	}

}
