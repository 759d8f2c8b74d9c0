package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;

import se.kulturlots.identity.Account;

/**
 * Which processes others are called from, as Cockpit shows it. Its own query looks at the
 * instances of all authorities; this one at what the caller may read.
 */
@Component
class CalledDefinitions {

	/** As many as the engine lets anybody ask for. */
	private static final int MOST = 2000;

	private final HistoryService history;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final AsApplication asApplication;

	CalledDefinitions(HistoryService history, RuntimeService runtime, RepositoryService repository,
			AsApplication asApplication) {
		this.history = history;
		this.runtime = runtime;
		this.repository = repository;
		this.asApplication = asApplication;
	}

	/**
	 * Which processes running instances of a diagram have called, and from which
	 * activities.
	 * @param account who asks
	 * @param definitionId the diagram
	 * @param activities only from these, from all if there are none
	 * @return the called diagrams, as Cockpit reads them
	 */
	List<Map<String, Object>> of(Account account, String definitionId, Set<String> activities) {
		return this.asApplication.as(account, () -> {
			Map<String, String> called = this.history.createHistoricActivityInstanceQuery()
				.processDefinitionId(definitionId)
				.activityType("callActivity")
				.unfinished()
				.listPage(0, MOST)
				.stream()
				.filter((activity) -> activity.getCalledProcessInstanceId() != null
						&& (activities.isEmpty() || activities.contains(activity.getActivityId())))
				.collect(Collectors.toMap(HistoricActivityInstance::getCalledProcessInstanceId,
						HistoricActivityInstance::getActivityId));
			return called.isEmpty() ? List.of() : describe(from(called));
		});
	}

	/** Activities by the diagrams that they have called. */
	private Map<String, Set<String>> from(Map<String, String> called) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceIds(called.keySet())
			.listPage(0, MOST)
			.stream()
			.collect(Collectors.groupingBy(ProcessInstance::getProcessDefinitionId, TreeMap::new, Collectors
				.mapping((instance) -> called.get(instance.getId()), Collectors.toCollection(TreeSet::new))));
	}

	private List<Map<String, Object>> describe(Map<String, Set<String>> from) {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionIdIn(from.keySet().toArray(String[]::new))
			.orderByProcessDefinitionKey()
			.asc()
			.listPage(0, MOST)
			.stream()
			.map((definition) -> Map.<String, Object>of("id", definition.getId(), "key", definition.getKey(), "name",
					definition.getName(), "version", definition.getVersion(), "calledFromActivityIds",
					from.get(definition.getId())))
			.toList();
	}

}
