package se.kulturlots.plan.process;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.plan.Answering;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.Plans;

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

	public UUID startFeedback(String authorityId, StartFeedback answers) {
		Consultation consultation = this.consultations.get(authorityId, answers.consultation());
		Plan plan = this.plans.findByConsultationId(consultation.id())
			.filter((found) -> found.stage() == Plan.Stage.DECIDED)
			.orElseThrow(() -> PlanProblem.notDecided().at("consultation"));
		if (plan.answersSentAt() != null) {
			throw PlanProblem.answersSent().at("consultation");
		}
		this.starts.begin(plan, Phase.ANSWER);
		return plan.id();
	}

	public Map<String, Object> startFeedbackFacts(String authorityId) {
		return Map.of("consultations",
				this.starts.options(this.plans.findByAuthorityIdAndStage(authorityId, Plan.Stage.DECIDED)
					.stream()
					.filter((plan) -> plan.answersSentAt() == null)
					.toList()));
	}

	public void writeAnswers(UUID id) {
		this.answering.write(id);
	}

	public void reviewAnswers(UUID id) {
		this.answering.reviewed(id);
	}

	public Map<String, Object> reviewAnswersFacts(UUID id) {
		Plan plan = this.plans.get(id);
		Answering.Recipients recipients = this.answering.recipients(plan);
		return Map.of("title", this.consultations.get(plan.consultationId()).title(), "answers", recipients.answers(),
				"people", recipients.people(), "withoutAddress", recipients.withoutAddress(), "answersPage",
				"/staff/consultations/" + plan.consultationId() + "/plan/answers");
	}

	public void sendAnswers(UUID id) {
		this.answering.send(id);
	}

	public void publishResults(UUID id) {
		this.answering.publish(id);
		this.starts.end(this.plans.get(id), Status.CLOSED);
	}

	/**
	 * The answers of {@code startFeedback.form}.
	 *
	 * @param consultation for which consultation
	 */
	public record StartFeedback(UUID consultation) {
	}

}
