package se.kulturlots.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.journal.Journal;
import se.kulturlots.plan.PlanDecision.Body;
import se.kulturlots.plan.PlanDecision.Outcome;

/**
 * How a plan is decided: proposed, signed off, decided by political bodies, handed in.
 */
@Component
public class Approval {

	private final Plans plans;

	private final PlanDecisions decisions;

	private final WorkingCalendars calendars;

	private final Journal journal;

	private final AppClock clock;

	Approval(Plans plans, PlanDecisions decisions, WorkingCalendars calendars, Journal journal, AppClock clock) {
		this.plans = plans;
		this.decisions = decisions;
		this.calendars = calendars;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Writes what the committee is asked to decide.
	 * @param proposal plain text
	 */
	@Transactional
	public void propose(PlanId planId, String proposal) {
		Plan plan = this.plans.lock(planId);
		plan.propose(proposal);
		this.plans.save(plan);
	}

	/**
	 * Signs the proposal off, or sends it back.
	 * @param comment what to change, null if it is signed off
	 */
	@Transactional
	public void signOff(PlanId planId, @Nullable String comment) {
		Plan plan = this.plans.lock(planId);
		plan.commentProposal(comment);
		this.plans.save(plan);
		this.journal.note(plan.authorityId(), plan.consultationId(),
				(comment == null) ? "journal.plan.signedOff" : "journal.plan.proposalSentBack");
	}

	/**
	 * Records what a political body decided on the latest version.
	 * @param body who decided
	 * @param record what
	 * @param actor the account that records it
	 * @throws PlanProblem if the date cannot be
	 */
	@Transactional
	public void record(PlanId planId, Body body, Record record, String actor) {
		Plan plan = this.plans.lock(planId);
		plan.requireUndecided();
		requireNotInTheFuture(plan, record.decidedOn(), "decidedOn");
		if (body == Body.COUNCIL) {
			this.decisions.latest(plan, Body.COMMITTEE)
				.filter((committee) -> record.decidedOn().isBefore(committee.decidedOn()))
				.ifPresent((committee) -> {
					throw PlanProblem.councilBeforeCommittee().at("decidedOn");
				});
		}
		this.decisions.add(plan, new PlanDecision(plan.fixedVersion(), body, record.outcome(), record.decidedOn(),
				record.paragraph(), record.reference(), record.comment()), actor);
		this.journal.publish(plan.authorityId(), plan.consultationId(), "journal.plan." + body + "." + record.outcome(),
				record.decidedOn().toString(), record.paragraph());
	}

	/**
	 * Records that the plan was handed in to the arts council.
	 * @param day when
	 * @param reference the number it got
	 * @throws PlanProblem if the date cannot be
	 */
	@Transactional
	public void submit(PlanId planId, LocalDate day, String reference) {
		Plan plan = this.plans.lock(planId);
		requireNotInTheFuture(plan, day, "submittedOn");
		this.decisions.latest(plan, Body.COUNCIL)
			.filter((council) -> day.isBefore(council.decidedOn()))
			.ifPresent((council) -> {
				throw PlanProblem.submittedBeforeDecision().at("submittedOn");
			});
		plan.submit(day, reference);
		this.plans.save(plan);
		this.journal.publish(plan.authorityId(), plan.consultationId(), "journal.plan.submitted", day.toString());
	}

	private void requireNotInTheFuture(Plan plan, LocalDate day, String field) {
		if (day.isAfter(this.clock.today(this.calendars.of(plan.authorityId()).zone()))) {
			throw PlanProblem.futureDate().at(field);
		}
	}

	/** Publishes the decided plan. */
	@Transactional
	public void publish(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		plan.publish(this.clock.instant());
		this.plans.save(plan);
		this.journal.publish(plan.authorityId(), plan.consultationId(), "journal.plan.published");
	}

	/** Goes back to the draft with what a political body wants changed. */
	@Transactional
	public void sendBack(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		plan.sendBack(this.decisions.of(planId)
			.stream()
			.filter((decision) -> decision.number() == plan.fixedVersion() && decision.outcome() == Outcome.SENT_BACK)
			.reduce((first, second) -> second)
			.map(PlanDecision::comment)
			.orElse(null));
		this.plans.save(plan);
	}

	/** Ends the work on a plan that was rejected. */
	@Transactional
	public void reject(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		plan.reject();
		this.plans.save(plan);
	}

	/**
	 * What is recorded of a decision.
	 *
	 * @param outcome what was decided
	 * @param decidedOn when
	 * @param paragraph the paragraph of the minutes
	 * @param reference the number in the public record
	 * @param comment what is to be changed, or why it was rejected
	 */
	public record Record(Outcome outcome, LocalDate decidedOn, String paragraph, String reference,
			@Nullable String comment) {
	}

}
