package se.kulturlots.input;

import org.jspecify.annotations.Nullable;

/**
 * Which inputs somebody wants to see.
 *
 * @param show which of all
 * @param field the key of a field, null for every one
 * @param theme a theme, null for every one
 * @param text words that they or who sent them hold, or their number; null for any
 */
public record InputFilter(Show show, @Nullable String field, @Nullable String theme, @Nullable String text) {

	/** Everything that counts. */
	public static final InputFilter ALL = new InputFilter(Show.ALL, null, null, null);

	/** Which of all. */
	public enum Show {

		/** What has not been withdrawn. */
		ALL("i.withdrawn_at is null"),
		/** What has neither a theme, nor is joined or hidden. */
		UNTRIAGED("i.withdrawn_at is null and i.theme is null and i.duplicate_of is null and not i.hidden"),
		/** What came after the last day. */
		LATE("i.withdrawn_at is null and s.late"),
		/** What the public may not see. */
		HIDDEN("i.withdrawn_at is null and i.hidden"),
		/** What says the same as another. */
		JOINED("i.withdrawn_at is null and i.duplicate_of is not null"),
		/** What was withdrawn. */
		WITHDRAWN("i.withdrawn_at is not null");

		private final String condition;

		Show(String condition) {
			this.condition = condition;
		}

		String condition() {
			return this.condition;
		}

		/** The key of its name. */
		public String messageKey() {
			return "input.show." + name();
		}

	}

}
