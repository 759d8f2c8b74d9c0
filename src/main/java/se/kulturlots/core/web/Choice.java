package se.kulturlots.core.web;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose in a form.
 *
 * @param value what is sent
 * @param label what people read
 * @param hint more about it, null if nothing
 */
public record Choice(String value, String label, @Nullable String hint) {

	/**
	 * A choice without a hint.
	 * @param value what is sent
	 * @param label what people read
	 */
	public static Choice of(String value, String label) {
		return new Choice(value, label, null);
	}

}
