package se.kulturlots.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A variable of processes that code reads or sets: an id. Modules keep theirs as
 * constants, which the model test compares with the diagrams; what only diagrams read and
 * set needs none.
 */
public record ProcessVariable(String name) {

	@Nullable String in(VariableScope scope) {
		Object value = scope.getVariable(this.name);
		return (value != null) ? value.toString() : null;
	}

}
