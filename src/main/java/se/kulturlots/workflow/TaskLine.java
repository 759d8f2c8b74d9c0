package se.kulturlots.workflow;

import org.jspecify.annotations.Nullable;

import se.kulturlots.deadline.TimeLeft;

/**
 * A task as staff read of it.
 *
 * @param task the task
 * @param title the consultation it belongs to, or null
 * @param about which of several things of its kind there it is about, or null
 * @param assignee the name of whom it lies on, or null if it is free
 * @param left how long is left, or null if it has no last day
 */
public record TaskLine(OpenTask task, @Nullable String title, @Nullable String about, @Nullable String assignee,
		@Nullable TimeLeft left) {

	public boolean late() {
		return this.left != null && this.left.late();
	}

}
