package se.kulturlots.plan.process;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.workflow.Processes;

/**
 * Whether a process of a plan may be started by hand: one at a time, and none beside a
 * cycle, which starts each of them when it is time.
 */
@Component
class PlanStarts {

	private final Processes processes;

	PlanStarts(Processes processes) {
		this.processes = processes;
	}

	void check(Plan plan) {
		if (this.processes.isRunning("consultationCycle", plan.consultationId(), plan.authorityId())) {
			throw PlanProblem.cycleRuns().at("consultation");
		}
		if (Stream.of("planDrafting", "planApproval", "feedback")
			.anyMatch((key) -> this.processes.isRunning(key, plan.id(), plan.authorityId()))) {
			throw PlanProblem.alreadyRunning().at("consultation");
		}
	}

}
