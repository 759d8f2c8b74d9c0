package se.kulturlots.workflow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;

/** The tasks that somebody has done, for whoever comes to them afterwards. */
@Component
public class DoneTasks {

	private final HistoryService history;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final CaseDiagrams cases;

	private final AsApplication asApplication;

	DoneTasks(HistoryService history, RuntimeService runtime, ManagementService management, CaseDiagrams cases,
			AsApplication asApplication) {
		this.history = history;
		this.runtime = runtime;
		this.management = management;
		this.cases = cases;
		this.asApplication = asApplication;
	}

	/**
	 * A task that was done.
	 * @param id the engine's id
	 * @return nothing if it is another authority's, still open, or ended undone
	 */
	public Optional<DoneTask> find(String authorityId, String id) {
		return this.asApplication.call(() -> Optional
			.ofNullable(this.history.createHistoricTaskInstanceQuery()
				.taskId(id)
				.tenantIdIn(authorityId)
				.finished()
				.singleResult())
			.filter((task) -> TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason()))
			.map((task) -> new DoneTask(task.getName(), caseOf(authorityId, task), task.getAssignee(),
					task.getEndTime().toInstant())));
	}

	private @Nullable CaseId caseOf(String authorityId, HistoricTaskInstance task) {
		return this.cases.caseOf(authorityId, task.getProcessInstanceId()).orElse(null);
	}

	/**
	 * Whether the application is at work in a case, so that more tasks may come any
	 * moment.
	 */
	public boolean goesOn(String authorityId, CaseId caseId) {
		return this.asApplication.call(() -> {
			Set<String> running = CaseInstances.ids(this.runtime, authorityId, caseId);
			return !running.isEmpty() && this.management.createJobQuery()
				.processInstanceIds(running)
				.messages()
				.withRetriesLeft()
				.list()
				.stream()
				.anyMatch((job) -> job.getExceptionMessage() == null);
		});
	}

	/**
	 * A task that was done.
	 *
	 * @param name its Swedish name
	 * @param caseId the case it belongs to, or null
	 * @param by the account that had it, or null
	 * @param at when it was done
	 */
	public record DoneTask(String name, @Nullable CaseId caseId, @Nullable String by, Instant at) {
	}

}
