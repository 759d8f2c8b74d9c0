package se.kulturlots.workflow;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;

/**
 * Gives a new task of somebody who is away to whoever works for them today, if they have
 * its role.
 */
@Component
class StandInListener extends AbstractBpmnParseListener implements TaskListener {

	private final Absences absences;

	private final ObjectProvider<Accounts> accounts;

	/* accounts are the engine's, which is not there yet */
	StandInListener(Absences absences, ObjectProvider<Accounts> accounts) {
		this.absences = absences;
		this.accounts = accounts;
	}

	@Override
	public void parseUserTask(Element userTaskElement, ScopeImpl scope, ActivityImpl activity) {
		((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
			.addBuiltInTaskListener(EVENTNAME_CREATE, this);
	}

	@Override
	public void notify(DelegateTask task) {
		String assignee = task.getAssignee();
		if (assignee != null && task.getTenantId() != null) {
			String worker = this.absences.today(task.getTenantId()).worker(assignee);
			if (!worker.equals(assignee) && mayDo(worker, task)) {
				task.setAssignee(worker);
			}
		}
	}

	private boolean mayDo(String accountId, DelegateTask task) {
		Set<String> groups = task.getCandidates()
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return this.accounts.getObject()
			.find(accountId)
			.filter((worker) -> groups.isEmpty() || !Collections.disjoint(groups, Role.groups(worker.roles())))
			.isPresent();
	}

}
