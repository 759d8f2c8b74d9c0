package se.kulturlots.workflow;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** What a step may want to know about the task that is being done. */
public final class TaskContext {

	private final String authorityId;

	private final @Nullable String account;

	private final Function<ProcessVariable, @Nullable String> variables;

	TaskContext(String authorityId, @Nullable String account, Function<ProcessVariable, @Nullable String> variables) {
		this.authorityId = authorityId;
		this.account = account;
		this.variables = variables;
	}

	public String authorityId() {
		return this.authorityId;
	}

	/**
	 * Who does the task.
	 * @return the id of the account, null when the application itself does it
	 */
	public @Nullable String account() {
		return this.account;
	}

	/**
	 * What the message that set the task off brought along.
	 * @param message the message, with a variable
	 * @return the variable's value as text
	 * @throws NullPointerException if the task was not set off by it
	 */
	public String broughtBy(ProcessMessage message) {
		return Objects.requireNonNull(this.variables.apply(Objects.requireNonNull(message.variable())));
	}

}
