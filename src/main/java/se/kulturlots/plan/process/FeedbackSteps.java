package se.kulturlots.plan.process;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.plan.Answering;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanId;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.Plans;
import se.kulturlots.workflow.CaseChoices;

/** The steps of {@code feedback}. */
@Component
public class FeedbackSteps {

	private final Answering answering;

	private final Plans plans;

	private final Consultations consultations;

	private final PlanStarts starts;

	FeedbackSteps(Answering answering, Plans plans, Consultations consultations, PlanStarts starts) {
		this.answering = answering;
		this.plans = plans;
		this.consultations = consultations;
		this.starts = starts;
	}

	public PlanId startFeedback(String authorityId, StartFeedback answers) {
		Consultation consultation = this.consultations.get(authorityId, answers.caseId());
		Plan plan = this.plans.findByConsultationId(consultation.id())
			.filter((found) -> found.stage() == Plan.Stage.DECIDED)
			.orElseThrow(() -> PlanProblem.notDecided().at("caseId"));
		if (plan.answersSentAt() != null) {
			throw PlanProblem.answersSent().at("caseId");
		}
		this.starts.begin(plan, Phase.ANSWER);
		return plan.id();
	}

	public CaseChoices startFeedbackFacts(String authorityId) {
		return this.starts.choices(authorityId,
				this.plans.findByAuthorityIdAndStage(authorityId, Plan.Stage.DECIDED)
					.stream()
					.filter((plan) -> plan.answersSentAt() == null)
					.toList());
	}

	public void writeAnswers(PlanId id) {
		this.answering.write(id);
	}

	public void reviewAnswers(PlanId id) {
		this.answering.reviewed(id);
	}

	public ReviewAnswersFacts reviewAnswersFacts(PlanId id) {
		Plan plan = this.plans.get(id);
		Answering.Recipients recipients = this.answering.recipients(plan);
		return new ReviewAnswersFacts(this.consultations.get(plan.consultationId()).title(), recipients.answers(),
				recipients.people(), recipients.withoutAddress(),
				"/staff/consultations/" + plan.consultationId() + "/plan/answers");
	}

	public void sendAnswers(PlanId id) {
		this.answering.send(id);
	}

	public void publishResults(PlanId id) {
		this.answering.publish(id);
		this.starts.end(this.plans.get(id), Status.CLOSED);
	}

	/** The facts of {@code reviewAnswers.form}. */
	public record ReviewAnswersFacts(String title, int answers, int people, int withoutAddress, String answersPage) {
	}

	/**
	 * The answers of {@code startFeedback.form}.
	 *
	 * @param caseId for which consultation
	 */
	public record StartFeedback(CaseId caseId) {
	}

}
