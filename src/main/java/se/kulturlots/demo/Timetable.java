package se.kulturlots.demo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.workflow.CaseVariables;

/** What the engine will do by itself, and when. */
@Component
@Profile("demo")
class Timetable {

	private static final int MOST = 1000;

	private final ManagementService management;

	private final RepositoryService repository;

	private final RuntimeService runtime;

	Timetable(ManagementService management, RepositoryService repository, RuntimeService runtime) {
		this.management = management;
		this.repository = repository;
		this.runtime = runtime;
	}

	/**
	 * The next timer.
	 * @param now what is due by then is not counted
	 * @return when it fires, or nothing if none waits
	 */
	Optional<Instant> next(Instant now) {
		return waiting().timers()
			.duedateHigherThan(Date.from(now))
			.duedateLowerThan(Date.from(Deadlines.NEVER))
			.orderByJobDuedate()
			.asc()
			.listPage(0, 1)
			.stream()
			.map((job) -> job.getDuedate().toInstant())
			.findFirst();
	}

	/**
	 * The timers that fire between two instants.
	 * @param now what is due by then is not counted
	 * @param until the last instant that counts
	 * @param titles what consultations are called
	 * @return process and event as the diagrams name them
	 */
	List<DemoPage.Timer> between(Instant now, Instant until, Function<@Nullable CaseId, @Nullable String> titles) {
		return waiting().timers()
			.duedateHigherThan(Date.from(now))
			.duedateLowerThan(Date.from(until.plusMillis(1)))
			.orderByJobDuedate()
			.asc()
			.listPage(0, MOST)
			.stream()
			.map((job) -> timer(job, titles))
			.toList();
	}

	/** Whether nothing is left that the engine should have done by now. */
	boolean isQuiet() {
		return this.management.createJobQuery().active().executable().count() == 0;
	}

	private JobQuery waiting() {
		return this.management.createJobQuery().active().withRetriesLeft();
	}

	private DemoPage.Timer timer(Job job, Function<@Nullable CaseId, @Nullable String> titles) {
		JobDefinition definition = this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult();
		String process = this.repository.getProcessDefinition(definition.getProcessDefinitionId()).getName();
		FlowElement event = this.repository.getBpmnModelInstance(definition.getProcessDefinitionId())
			.getModelElementById(definition.getActivityId());
		return new DemoPage.Timer(process, event.getName(), titles.apply(consultation(job)));
	}

	private @Nullable CaseId consultation(Job job) {
		Object id = this.runtime.getVariable(job.getProcessInstanceId(), CaseVariables.CASE.name());
		return (id != null) ? CaseId.of(id.toString()) : null;
	}

}
