package se.kulturlots.workflow;

import org.jspecify.annotations.Nullable;

import se.kulturlots.identity.Role;

/**
 * That work came back to whoever does it.
 *
 * @param by the name of who sent it back, or null if nobody did it by name
 * @param role the role in which they did it, or null
 * @param comment what is to be changed
 */
public record SentBack(@Nullable String by, @Nullable String role, String comment) {

	private static final int SHORT = 160;

	/** The key of the sentence that says so, with name and comment. */
	public String messageKey() {
		if (this.by == null) {
			return "workflow.sentBack";
		}
		// the registrar records what others have decided
		return Role.REGISTRAR.group().equals(this.role) ? "workflow.sentBack.decided" : "workflow.sentBack.by";
	}

	/** The comment, as much of it as fits in a list. */
	public String shortComment() {
		return (this.comment.length() <= SHORT) ? this.comment
				: this.comment.substring(0, this.comment.offsetByCodePoints(0, SHORT - 1)) + "…";
	}

}
