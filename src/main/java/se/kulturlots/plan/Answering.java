package se.kulturlots.plan;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.ReceivedInput.Addressed;
import se.kulturlots.consultation.ReceivedInput.Answered;
import se.kulturlots.core.AppClock;
import se.kulturlots.deadline.Sending;
import se.kulturlots.journal.Journal;

/** How those who gave input are answered. */
@Component
public class Answering {

	private final Plans plans;

	private final PlanInputs inputs;

	private final PlanAnswers answers;

	private final AnswerLetters letters;

	private final Consultations consultations;

	private final Cycle cycle;

	private final Journal journal;

	private final MessageSource messages;

	private final AppClock clock;

	Answering(Plans plans, PlanInputs inputs, PlanAnswers answers, AnswerLetters letters, Consultations consultations,
			Cycle cycle, Journal journal, MessageSource messages, AppClock clock) {
		this.plans = plans;
		this.inputs = inputs;
		this.answers = answers;
		this.letters = letters;
		this.consultations = consultations;
		this.cycle = cycle;
		this.journal = journal;
		this.messages = messages;
		this.clock = clock;
	}

	/** Writes an answer to each input from what was decided on it. */
	@Transactional
	public void write(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		Consultation consultation = this.consultations.get(plan.consultationId());
		if (consultation.endedAt() == null) {
			this.cycle.enter(consultation.id(), Phase.ANSWER);
		}
		this.inputs.forEachAnswered(plan, (said, decided) -> this.answers.write(plan,
				said.stream().map((one) -> answer(one, decided.get(one.inputId()))).toList()));
	}

	/* what came after the decision had no chance to lead to anything */
	private PlanAnswer answer(Answered said, @Nullable InputDisposition decided) {
		InputId id = said.inputId();
		if (decided == null) {
			Locale language = Locale.forLanguageTag(said.language());
			return new PlanAnswer(id, null, this.messages.getMessage("plan.answer.tooLate", null, language), 1);
		}
		return new PlanAnswer(id, decided.sectionId(), decided.comment(), 1);
	}

	/**
	 * Changes an answer.
	 * @param version the version that was seen
	 * @param text what was done, or why not; may be null if the input led to a section
	 * @throws PlanProblem if the answers are sent, or somebody has changed it meanwhile
	 */
	@Transactional
	public void edit(PlanId planId, InputId inputId, int version, @Nullable String text) {
		Plan plan = this.plans.findSharedById(planId).orElseThrow(PlanProblem::unknown);
		if (plan.answersSentAt() != null) {
			throw PlanProblem.answersSent();
		}
		PlanAnswer before = this.answers.of(planId, List.of(inputId)).get(inputId);
		if (before == null) {
			throw PlanProblem.unknownInput();
		}
		if (text == null && before.sectionId() == null) {
			throw PlanProblem.answerMissing().at("text");
		}
		if (!this.answers.edit(planId, inputId, version, text)) {
			throw PlanProblem.changedMeanwhile().at("text");
		}
	}

	/** Notes that somebody has read the answers through and lets them be sent. */
	@Transactional
	public void reviewed(PlanId planId) {
		Plan plan = this.plans.get(planId);
		this.journal.note(plan.authorityId(), plan.consultationId(), "journal.plan.answersReviewed");
	}

	/** Sends the answers, one mail to each who can be written to. */
	@Transactional
	public void send(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		if (plan.answersSentAt() != null) {
			return;
		}
		Sending sending = this.letters.send(plan, this.consultations.get(plan.consultationId()));
		plan.answersSent(sending.from());
		this.plans.save(plan);
		this.journal.note(plan.authorityId(), plan.consultationId(), sending.key("journal.plan.answersSent"),
				sending.mails(), sending.dayText());
	}

	/**
	 * Whether the answers are still to go out.
	 * @return false also before they have been read through
	 */
	public boolean areToGo(Plan plan) {
		return plan.answersSentAt() != null && plan.answersSentAt().isAfter(this.clock.instant());
	}

	/** Shows the public what each input led to. */
	@Transactional
	public void publish(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		plan.publishAnswers(this.clock.instant());
		this.plans.save(plan);
		this.journal.publish(plan.authorityId(), plan.consultationId(), "journal.plan.resultsPublished");
	}

	/**
	 * Whom the answers go to.
	 * @return counts
	 */
	public Recipients recipients(Plan plan) {
		Addressed addressed = this.inputs.addressed(plan);
		return new Recipients(this.answers.count(plan.id()), addressed.people(), addressed.withoutAddress());
	}

	/**
	 * Whom the answers go to.
	 *
	 * @param answers how many answers there are
	 * @param people how many people get a mail
	 * @param withoutAddress how many inputs came without an address to answer to
	 */
	public record Recipients(int answers, int people, int withoutAddress) {
	}

}
