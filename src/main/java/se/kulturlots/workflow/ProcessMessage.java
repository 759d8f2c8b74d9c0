package se.kulturlots.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A message that processes wait for. Modules keep theirs as constants, which the model
 * test compares with the diagrams.
 *
 * @param name its name in the diagrams
 * @param variable the variable that it brings along, null if none
 */
public record ProcessMessage(String name, @Nullable ProcessVariable variable) {

	public ProcessMessage(String name) {
		this(name, null);
	}

}
