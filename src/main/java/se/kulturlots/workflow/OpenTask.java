package se.kulturlots.workflow;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;

/**
 * A task that waits for somebody.
 *
 * @param id the engine's id
 * @param key its id in the diagram
 * @param name its Swedish name
 * @param process the key of its process
 * @param authorityId whose case
 * @param subjectId what its process works on, the business key
 * @param execution the engine's id of where it stands in its process
 * @param assignee the account it lies on, or null
 * @param role the group that may do it, or null
 * @param createdAt since when it waits
 * @param due the first instant that is too late, or null
 */
public record OpenTask(String id, String key, String name, String process, String authorityId, @Nullable CaseId caseId,
		@Nullable Id subjectId, String execution, @Nullable String assignee, @Nullable String role, Instant createdAt,
		@Nullable Instant due) {

	/** Where tasks are done, by their ids. */
	public static final String ADDRESS = "/staff/tasks/";

	/**
	 * Where it is done, also from a mail by somebody who has to sign in first.
	 * @return a path
	 */
	public String address() {
		return ADDRESS + this.id;
	}

	/**
	 * Where it is done in Tasklist.
	 * @return a path
	 */
	public String tasklistPath() {
		return "/camunda/app/tasklist/default/#/?task=" + this.id;
	}

	/**
	 * Whether its day has passed.
	 * @return false for a task without a due date
	 */
	public boolean late(Instant now) {
		return this.due != null && !now.isBefore(this.due);
	}

	/**
	 * Whether somebody may do it.
	 * @return true if it lies on them, or on nobody and is for a role of theirs
	 */
	public boolean isFor(AccountInfo account) {
		return (this.assignee != null) ? this.assignee.equals(account.id())
				: this.role != null && account.has(this.role);
	}

}
