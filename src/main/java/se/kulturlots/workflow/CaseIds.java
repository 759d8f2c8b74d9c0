package se.kulturlots.workflow;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Whose the things are that the engine's ids name. */
@Component
class CaseIds {

	/** What belongs to no authority, or hangs on something whose id stands before. */
	private static final Set<String> SHARED = Set.of("deployment", "resources", "filter", "process-definition",
			"decision-definition", "user", "group", "tenant", "comment", "attachment");

	private final Map<String, BiFunction<String, String, Query<?, ?>>> queries;

	private final AsApplication asApplication;

	CaseIds(RuntimeService runtime, TaskService tasks, ManagementService management, HistoryService history,
			AsApplication asApplication) {
		this.asApplication = asApplication;
		this.queries = Map.ofEntries(
				Map.entry("task", (id, whose) -> tasks.createTaskQuery().taskId(id).tenantIdIn(whose)),
				Map.entry("process-instance",
						(id, whose) -> runtime.createProcessInstanceQuery().processInstanceId(id).tenantIdIn(whose)),
				Map.entry("execution", (id, whose) -> runtime.createExecutionQuery().executionId(id).tenantIdIn(whose)),
				Map.entry("variable-instance",
						(id, whose) -> runtime.createVariableInstanceQuery().variableId(id).tenantIdIn(whose)),
				Map.entry("incident", (id, whose) -> runtime.createIncidentQuery().incidentId(id).tenantIdIn(whose)),
				Map.entry("job", (id, whose) -> management.createJobQuery().jobId(id).tenantIdIn(whose)),
				Map.entry("history/process-instance", (id,
						whose) -> history.createHistoricProcessInstanceQuery().processInstanceId(id).tenantIdIn(whose)),
				Map.entry("history/activity-instance",
						(id, whose) -> history.createHistoricActivityInstanceQuery()
							.activityInstanceId(id)
							.tenantIdIn(whose)),
				Map.entry("history/variable-instance",
						(id, whose) -> history.createHistoricVariableInstanceQuery().variableId(id).tenantIdIn(whose)),
				Map.entry("history/detail",
						(id, whose) -> history.createHistoricDetailQuery().detailId(id).tenantIdIn(whose)),
				Map.entry("history/job-log",
						(id, whose) -> history.createHistoricJobLogQuery().logId(id).tenantIdIn(whose)),
				Map.entry("history/decision-instance",
						(id, whose) -> history.createHistoricDecisionInstanceQuery()
							.decisionInstanceId(id)
							.tenantIdIn(whose)));
	}

	/**
	 * Whether an id may be spoken of.
	 * @param kind what it names, as addresses call it
	 * @param id the id
	 * @param authorityId who asks
	 * @return false alike for what is somebody else's and for what is not there
	 */
	boolean belongs(String kind, String id, @Nullable String authorityId) {
		if (SHARED.contains(kind)) {
			return true;
		}
		BiFunction<String, String, Query<?, ?>> query = this.queries.get(kind);
		return query != null && authorityId != null
				&& this.asApplication.call(() -> query.apply(id, authorityId).count() > 0);
	}

}
