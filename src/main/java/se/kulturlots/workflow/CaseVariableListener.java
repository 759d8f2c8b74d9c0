package se.kulturlots.workflow;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.workflow.FormGate.StartAnswers;

/**
 * Sets the variables of {@link CaseVariables} when a process starts: from its caller, its
 * start form, or who starts it.
 */
@Component
class CaseVariableListener extends AbstractBpmnParseListener implements ExecutionListener {

	/** The answer of a start form that names the case that is to go on. */
	static final String CASE_ANSWER = "caseId";

	private final ThreadLocal<StartAnswers> answers = new ThreadLocal<>();

	void give(@Nullable StartAnswers answers) {
		if (answers == null) {
			this.answers.remove();
		}
		else {
			this.answers.set(answers);
		}
	}

	@Override
	public void parseProcess(Element processElement, ProcessDefinitionEntity processDefinition) {
		processDefinition.addListener(EVENTNAME_START, this);
	}

	@Override
	public void notify(DelegateExecution execution) {
		StartAnswers given = this.answers.get();
		// only this instance is made from the answers, not the ones it calls
		this.answers.remove();
		DelegateExecution caller = execution.getSuperExecution();
		for (ProcessVariable variable : List.of(CaseVariables.RESPONSIBLE_OFFICER, CaseVariables.CASE)) {
			if (!execution.hasVariable(variable.name())) {
				execution.setVariable(variable.name(),
						(caller != null) ? variable.in(caller) : fromStart(variable, given, execution));
			}
		}
	}

	private static @Nullable Object fromStart(ProcessVariable variable, @Nullable StartAnswers given,
			DelegateExecution execution) {
		if (variable.equals(CaseVariables.RESPONSIBLE_OFFICER)) {
			return (given != null) ? given.account() : null;
		}
		return (given != null) ? given.values().getOrDefault(CASE_ANSWER, execution.getProcessBusinessKey())
				: execution.getProcessBusinessKey();
	}

}
