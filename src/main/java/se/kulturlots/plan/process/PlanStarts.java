package se.kulturlots.plan.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleProcess;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanProcess;
import se.kulturlots.workflow.CaseChoices;
import se.kulturlots.workflow.Processes;

/**
 * The processes of a plan that are started by hand: one at a time, and none beside a
 * cycle, which starts each of them when it is time. Without a cycle they move the
 * consultation on themselves.
 */
@Component
class PlanStarts {

	private final Processes processes;

	private final Consultations consultations;

	private final Cycle cycle;

	PlanStarts(Processes processes, Consultations consultations, Cycle cycle) {
		this.processes = processes;
		this.consultations = consultations;
		this.cycle = cycle;
	}

	/** Begins one and moves the consultation to its phase. */
	void begin(Plan plan, Phase phase) {
		if (hasCycle(plan)) {
			throw PlanProblem.cycleRuns().at("caseId");
		}
		if (this.processes.running(plan.authorityId(), PlanProcess.DRAFTING, PlanProcess.APPROVAL, PlanProcess.FEEDBACK)
			.contains(plan.id())) {
			throw PlanProblem.alreadyRunning().at("caseId");
		}
		this.cycle.enter(plan.consultationId(), phase);
	}

	/** The consultations of plans whose next process may begin, to be chosen from. */
	CaseChoices choices(String authorityId, List<Plan> plans) {
		return plans.isEmpty() ? CaseChoices.NONE
				: choices(authorityId,
						this.consultations.findAllById(plans.stream().map(Plan::consultationId).toList()), plans,
						(plan) -> true);
	}

	/**
	 * The consultations for which one may begin, to be chosen from.
	 * @param plans the plans of those that have one
	 * @param fits what such a plan has to be
	 */
	CaseChoices choices(String authorityId, List<Consultation> consultations, List<Plan> plans, Predicate<Plan> fits) {
		Map<CaseId, Plan> byConsultation = plans.stream()
			.collect(Collectors.toMap(Plan::consultationId, Function.identity()));
		Set<Id> withCycle = this.processes.running(authorityId, CycleProcess.KEY);
		Set<Id> underWay = this.processes.running(authorityId, PlanProcess.DRAFTING, PlanProcess.APPROVAL,
				PlanProcess.FEEDBACK);
		return CaseChoices.of(consultations.stream()
			.filter((consultation) -> consultation.status() == Status.OPEN && !withCycle.contains(consultation.id()))
			.filter((consultation) -> Optional.ofNullable(byConsultation.get(consultation.id()))
				.map((plan) -> fits.test(plan) && !underWay.contains(plan.id()))
				.orElse(true)), Consultation::id, Consultation::title);
	}

	/** Ends the consultation, unless its cycle does. */
	void end(Plan plan, Status how) {
		if (!hasCycle(plan)) {
			this.cycle.end(plan.consultationId(), how);
		}
	}

	private boolean hasCycle(Plan plan) {
		return this.processes.running(plan.authorityId(), CycleProcess.KEY).contains(plan.consultationId());
	}

}
