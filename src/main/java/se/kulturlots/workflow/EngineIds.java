package se.kulturlots.workflow;

import java.util.Map;
import java.util.function.BiFunction;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Checks that what an id of the engine names belongs to an authority. */
@Component
class EngineIds {

	private final Map<String, BiFunction<String, String, Query<?, ?>>> queries;

	private final AsApplication asApplication;

	EngineIds(RuntimeService runtime, TaskService tasks, ManagementService management, HistoryService history,
			RepositoryService repository, AsApplication asApplication) {
		this.asApplication = asApplication;
		this.queries = Map.ofEntries(
				// diagrams belong to no authority
				Map.entry("processDefinition",
						(id, whose) -> repository.createProcessDefinitionQuery().processDefinitionId(id)),
				Map.entry("task", (id, whose) -> tasks.createTaskQuery().taskId(id).tenantIdIn(whose)),
				Map.entry("processInstance",
						(id, whose) -> runtime.createProcessInstanceQuery().processInstanceId(id).tenantIdIn(whose)),
				Map.entry("execution", (id, whose) -> runtime.createExecutionQuery().executionId(id).tenantIdIn(whose)),
				Map.entry("variable",
						(id, whose) -> runtime.createVariableInstanceQuery().variableId(id).tenantIdIn(whose)),
				Map.entry("incident", (id, whose) -> runtime.createIncidentQuery().incidentId(id).tenantIdIn(whose)),
				Map.entry("job", (id, whose) -> management.createJobQuery().jobId(id).tenantIdIn(whose)),
				Map.entry("historicProcessInstance", (id,
						whose) -> history.createHistoricProcessInstanceQuery().processInstanceId(id).tenantIdIn(whose)),
				Map.entry("historicActivityInstance",
						(id, whose) -> history.createHistoricActivityInstanceQuery()
							.activityInstanceId(id)
							.tenantIdIn(whose)),
				Map.entry("historicTask",
						(id, whose) -> history.createHistoricTaskInstanceQuery().taskId(id).tenantIdIn(whose)),
				Map.entry("historicVariable",
						(id, whose) -> history.createHistoricVariableInstanceQuery().variableId(id).tenantIdIn(whose)),
				Map.entry("historicDetail",
						(id, whose) -> history.createHistoricDetailQuery().detailId(id).tenantIdIn(whose)),
				Map.entry("historicJobLog",
						(id, whose) -> history.createHistoricJobLogQuery().logId(id).tenantIdIn(whose)),
				Map.entry("historicDecision",
						(id, whose) -> history.createHistoricDecisionInstanceQuery()
							.decisionInstanceId(id)
							.tenantIdIn(whose)));
	}

	/**
	 * Whether an id may be spoken of.
	 * @param kind what it names, as {@link OpenResources} calls it
	 * @param authorityId who asks
	 * @return false alike for what is somebody else's and for what is not there
	 * @throws IllegalArgumentException if there is no such kind
	 */
	boolean belongs(String kind, String id, @Nullable String authorityId) {
		BiFunction<String, String, Query<?, ?>> query = this.queries.get(kind);
		if (query == null) {
			throw new IllegalArgumentException("No kind of id: " + kind);
		}
		return authorityId != null && this.asApplication.call(() -> query.apply(id, authorityId).count() > 0);
	}

}
