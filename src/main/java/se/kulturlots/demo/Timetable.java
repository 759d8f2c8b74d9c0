package se.kulturlots.demo;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the engine will do by itself, and when. */
@Component
@Profile("demo")
class Timetable {

	private static final int MOST = 1000;

	private final ManagementService management;

	private final RepositoryService repository;

	Timetable(ManagementService management, RepositoryService repository) {
		this.management = management;
		this.repository = repository;
	}

	/**
	 * The next timer.
	 * @param now what is due by then is not counted
	 * @return when it fires, or nothing if none waits
	 */
	Optional<Instant> next(Instant now) {
		return waiting().timers()
			.duedateHigherThan(Date.from(now))
			.orderByJobDuedate()
			.asc()
			.listPage(0, 1)
			.stream()
			.map((job) -> job.getDuedate().toInstant())
			.findFirst();
	}

	/**
	 * The timers that fire between two instants, gathered by what they are.
	 * @param now what is due by then is not counted
	 * @param until the last instant that counts
	 * @return process and event as the diagrams name them, and how many
	 */
	List<DemoPage.Happening> between(Instant now, Instant until) {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		waiting().timers()
			.duedateHigherThan(Date.from(now))
			.duedateLowerThan(Date.from(until.plusMillis(1)))
			.orderByJobDuedate()
			.asc()
			.listPage(0, MOST)
			.forEach((job) -> numbers.merge(job.getJobDefinitionId(), 1, Integer::sum));
		return numbers.entrySet().stream().map((entry) -> happening(entry.getKey(), entry.getValue())).toList();
	}

	/** Whether nothing is left that the engine should have done by now. */
	boolean isQuiet() {
		return this.management.createJobQuery().active().executable().count() == 0;
	}

	private JobQuery waiting() {
		return this.management.createJobQuery().active().withRetriesLeft();
	}

	private DemoPage.Happening happening(String jobDefinitionId, int number) {
		JobDefinition definition = this.management.createJobDefinitionQuery()
			.jobDefinitionId(jobDefinitionId)
			.singleResult();
		String process = this.repository.getProcessDefinition(definition.getProcessDefinitionId()).getName();
		FlowElement event = this.repository.getBpmnModelInstance(definition.getProcessDefinitionId())
			.getModelElementById(definition.getActivityId());
		return new DemoPage.Happening(process, event.getName(), number);
	}

}
