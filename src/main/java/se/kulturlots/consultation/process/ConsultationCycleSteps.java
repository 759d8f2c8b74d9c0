package se.kulturlots.consultation.process;

import java.time.LocalDate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.CycleLetters;
import se.kulturlots.consultation.CycleProcess;
import se.kulturlots.consultation.Question;
import se.kulturlots.consultation.Questions;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.CaseId;
import se.kulturlots.workflow.Processes;
import se.kulturlots.workflow.TaskContext;

/** The steps of {@code consultationCycle}. */
@Component
public class ConsultationCycleSteps {

	private static final int USUAL_MEETINGS = 3;

	private final Cycle cycle;

	private final CycleLetters letters;

	private final Consultations consultations;

	private final Questions questions;

	private final Processes processes;

	ConsultationCycleSteps(Cycle cycle, CycleLetters letters, Consultations consultations, Questions questions,
			Processes processes) {
		this.cycle = cycle;
		this.letters = letters;
		this.consultations = consultations;
		this.questions = questions;
		this.processes = processes;
	}

	public CaseId startConsultation(String authorityId, StartConsultation answers, TaskContext context) {
		return this.cycle
			.want(authorityId,
					new Wish(answers.title().strip(), answers.subject().strip(), answers.planFrom(), answers.planTo(),
							answers.decisionDate()),
					context.account())
			.id();
	}

	public void planCycle(CaseId id, PlanCycle answers) {
		boolean referral = Boolean.TRUE.equals(answers.referralWanted());
		this.cycle.plan(id,
				new Schedule(answers.inventoryLastDay(), answers.answerLastDay(), answers.inputOpens(),
						answers.inputLastDay(), referral ? answers.referralLastDay() : null, answers.decisionDate()),
				Questions.in(answers.questions()), answers.background(), answers.numberOfMeetings());
	}

	public PlanCycleFacts planCycleFacts(CaseId id) {
		Consultation consultation = this.consultations.get(id);
		Schedule proposed = proposed(consultation);
		Again again = again(consultation);
		return (proposed != null)
				? new PlanCycleFacts(consultation.title(), consultation.subject(), "/staff/consultations/" + id,
						consultation.decisionDate(), proposed.inventoryLastDay(), proposed.answerLastDay(),
						proposed.inputOpens(), proposed.inputLastDay(), proposed.referralLastDay() != null,
						proposed.referralLastDay(), proposed.referralLastDay() == null, again)
				: new PlanCycleFacts(consultation.title(), consultation.subject(), "/staff/consultations/" + id,
						consultation.decisionDate(), null, null, null, null, null, null, null, again);
	}

	private Again again(Consultation consultation) {
		CaseId from = consultation.beginsFrom();
		if (from == null) {
			return new Again(null, USUAL_MEETINGS, null, null);
		}
		Consultation earlier = this.consultations.get(from);
		return new Again(earlier.title(), earlier.numberOfMeetings(),
				this.questions.of(from).stream().map(Question::text).collect(Collectors.joining("\n")),
				earlier.background());
	}

	/**
	 * With so little time left that nothing can be proposed, the officer sets the dates.
	 */
	private @Nullable Schedule proposed(Consultation consultation) {
		try {
			return this.cycle.propose(consultation.authorityId(), consultation.decisionDate());
		}
		catch (ConsultationProblem ex) {
			return null;
		}
	}

	public void openConsultation(CaseId id) {
		this.cycle.open(id);
	}

	public boolean markDraftReady(CaseId id) {
		return this.cycle.beginReferral(id);
	}

	public void markSentBack(CaseId id) {
		this.cycle.enter(id, Phase.DRAFT);
	}

	/**
	 * Whether the decision has been taken, so that nobody is reminded of it.
	 * @return true once the plan is decided or the cycle has ended
	 */
	public boolean decisionTaken(CaseId id) {
		return this.consultations.get(id).phase().compareTo(Phase.DECISION) > 0;
	}

	public void remindDecision(CaseId id) {
		this.letters.remind(id, CycleDeadline.DECISION);
	}

	public void closeRejected(CaseId id) {
		this.cycle.end(id, Status.REJECTED);
	}

	public void closeConsultation(CaseId id) {
		this.cycle.end(id, Status.CLOSED);
	}

	public void cancelConsultation(CaseId id) {
		this.letters.tellCancelled(id);
		this.processes.endOthers(this.consultations.get(id).authorityId(), id, CycleProcess.KEY);
		this.cycle.end(id, Status.CANCELLED);
	}

	/**
	 * The answers of {@code startConsultation.form}.
	 *
	 * @param title the name of the consultation
	 * @param subject what is consulted on
	 * @param planFrom the first year of the plan
	 * @param planTo its last year
	 * @param decisionDate when the committee decides
	 */
	public record StartConsultation(String title, String subject, int planFrom, int planTo, LocalDate decisionDate) {
	}

	/** The facts of {@code planCycle.form}; what cannot be proposed is null. */
	public record PlanCycleFacts(String title, String subject, String staffPage, LocalDate decisionDate,
			@Nullable LocalDate inventoryLastDay, @Nullable LocalDate answerLastDay, @Nullable LocalDate inputOpens,
			@Nullable LocalDate inputLastDay, @Nullable Boolean referralWanted, @Nullable LocalDate referralLastDay,
			@Nullable Boolean tooShortForReferral, Again again) {
	}

	/**
	 * What is proposed as it was in an earlier consultation.
	 *
	 * @param earlierTitle what that is called, null if there is none
	 * @param questions one on each line
	 */
	public record Again(@Nullable String earlierTitle, int numberOfMeetings, @Nullable String questions,
			@Nullable String background) {
	}

	/**
	 * The answers of {@code planCycle.form}.
	 *
	 * @param decisionDate when the committee decides
	 * @param inventoryLastDay last day of the inventory
	 * @param answerLastDay last day to answer the invitation
	 * @param inputOpens first day to give input
	 * @param inputLastDay last day to give input
	 * @param referralWanted whether the draft is sent out for comments
	 * @param referralLastDay last day to comment
	 * @param numberOfMeetings how many meetings
	 * @param questions one on each line
	 * @param background what it builds on
	 */
	public record PlanCycle(LocalDate decisionDate, LocalDate inventoryLastDay, LocalDate answerLastDay,
			LocalDate inputOpens, LocalDate inputLastDay, @Nullable Boolean referralWanted,
			@Nullable LocalDate referralLastDay, int numberOfMeetings, String questions, @Nullable String background) {
	}

}
