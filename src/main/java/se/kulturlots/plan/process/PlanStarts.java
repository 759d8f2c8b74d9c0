package se.kulturlots.plan.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.CycleProcess;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

/**
 * The processes of a plan that are started by hand: one at a time, and none beside a
 * cycle, which starts each of them when it is time. Without a cycle they move the
 * consultation on themselves.
 */
@Component
class PlanStarts {

	private static final ProcessKey DRAFTING = new ProcessKey("planDrafting");

	private static final ProcessKey APPROVAL = new ProcessKey("planApproval");

	private static final ProcessKey FEEDBACK = new ProcessKey("feedback");

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
		if (hasCycle(plan.authorityId(), plan.consultationId())) {
			throw PlanProblem.cycleRuns().at("consultation");
		}
		if (isUnderWay(plan)) {
			throw PlanProblem.alreadyRunning().at("consultation");
		}
		this.cycle.enter(plan.consultationId(), phase);
	}

	/** Whether one may begin, as far as other processes matter. */
	boolean mayBegin(Consultation consultation, Optional<Plan> plan) {
		return consultation.status() == Status.OPEN && !hasCycle(consultation.authorityId(), consultation.id())
				&& plan.filter(this::isUnderWay).isEmpty();
	}

	/** The consultations of plans whose next process may begin, to be chosen from. */
	List<Map<String, String>> options(List<Plan> plans) {
		if (plans.isEmpty()) {
			return List.of();
		}
		Map<UUID, Plan> byConsultation = plans.stream()
			.collect(Collectors.toMap(Plan::consultationId, Function.identity()));
		return PlanDraftingSteps.options(this.consultations.findAllById(byConsultation.keySet())
			.stream()
			.filter((consultation) -> mayBegin(consultation, Optional.of(byConsultation.get(consultation.id()))))
			.toList());
	}

	/** Ends the consultation, unless its cycle does. */
	void end(Plan plan, Status how) {
		if (!hasCycle(plan.authorityId(), plan.consultationId())) {
			this.cycle.end(plan.consultationId(), how);
		}
	}

	private boolean hasCycle(String authorityId, UUID consultationId) {
		return this.processes.isRunning(CycleProcess.KEY, consultationId, authorityId);
	}

	private boolean isUnderWay(Plan plan) {
		return Stream.of(DRAFTING, APPROVAL, FEEDBACK)
			.anyMatch((key) -> this.processes.isRunning(key, plan.id(), plan.authorityId()));
	}

}
