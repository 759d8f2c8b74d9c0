package se.kulturlots.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.stereotype.Component;

import se.kulturlots.identity.Absences;

/** Gives a new task of somebody who is away to whoever works for them today. */
@Component
class StandInListener extends AbstractBpmnParseListener implements TaskListener {

	private final Absences absences;

	StandInListener(Absences absences) {
		this.absences = absences;
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
			if (!worker.equals(assignee)) {
				task.setAssignee(worker);
			}
		}
	}

}
