package se.kulturlots.workflow;

import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;

import se.kulturlots.core.CaseId;

/** The processes that are under way in a case. */
final class CaseInstances {

	private CaseInstances() {
	}

	static ProcessInstanceQuery query(RuntimeService runtime, String authorityId, CaseId caseId) {
		return runtime.createProcessInstanceQuery()
			.tenantIdIn(authorityId)
			.variableValueEquals(CaseVariables.CASE.name(), caseId.toString());
	}

	/** Their ids in the engine, those of the processes that they have called included. */
	static Set<String> ids(RuntimeService runtime, String authorityId, CaseId caseId) {
		return query(runtime, authorityId, caseId).list()
			.stream()
			.map(ProcessInstance::getId)
			.collect(Collectors.toSet());
	}

}
