package se.kulturlots.core.web;

import org.jspecify.annotations.Nullable;

/**
 * A line of a summary list: what it is and what it says.
 *
 * @param label what it is
 * @param value what it says
 * @param href where the value leads, null if nowhere
 */
public record Fact(String label, String value, @Nullable String href) {

	/**
	 * A fact without a link.
	 * @param label what it is
	 * @param value what it says
	 * @return the fact
	 */
	public static Fact of(String label, String value) {
		return new Fact(label, value, null);
	}

}
