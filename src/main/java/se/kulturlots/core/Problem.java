package se.kulturlots.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something a person asked for that cannot be done, with the key of the text that tells
 * them so. Each module has one subclass with a static factory per reason. The texts carry
 * no personal data, so problems may be logged.
 */
public abstract class Problem extends RuntimeException {

	private final Kind kind;

	private final String messageKey;

	private final transient List<Object> arguments;

	private @Nullable String field;

	private @Nullable String authorityId;

	/**
	 * A problem.
	 * @param kind what sort of problem, which decides the status of a page
	 * @param messageKey the key in the message files
	 * @param arguments the text's arguments
	 */
	protected Problem(Kind kind, String messageKey, Object... arguments) {
		super(messageKey + List.of(arguments));
		this.kind = kind;
		this.messageKey = messageKey;
		this.arguments = List.of(arguments);
	}

	/**
	 * Says which field of a form caused the problem.
	 * @param field the name of the field
	 * @return this problem
	 */
	public Problem at(String field) {
		this.field = field;
		return this;
	}

	/**
	 * Says whose pages it happened on, where the address does not tell.
	 * @return this problem
	 */
	public Problem on(String authority) {
		this.authorityId = authority;
		return this;
	}

	public Kind kind() {
		return this.kind;
	}

	public String messageKey() {
		return this.messageKey;
	}

	public Object[] arguments() {
		return this.arguments.toArray();
	}

	public @Nullable String field() {
		return this.field;
	}

	public @Nullable String authorityId() {
		return this.authorityId;
	}

	/** What sort of problem it is. */
	public enum Kind {

		/** What was sent is not right: 400. */
		INVALID(400),
		/** The person may not do this: 403. */
		FORBIDDEN(403),
		/** It does not exist, or not for this person: 404. */
		NOT_FOUND(404),
		/** It was right once, but something has changed: 409. */
		CONFLICT(409),
		/** It existed and is closed: 410. */
		GONE(410),
		/** Too much of it in a short time: 429. */
		TOO_MANY(429);

		private final int status;

		Kind(int status) {
			this.status = status;
		}

		public int status() {
			return this.status;
		}

	}

}
