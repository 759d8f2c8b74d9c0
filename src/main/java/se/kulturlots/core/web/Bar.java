package se.kulturlots.core.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line of a chart that is a table too.
 *
 * @param name what is counted
 * @param lang the language of the name, null for the page's own
 * @param href where it leads, null if nowhere
 * @param number how many, null where that is too few to be shown
 */
public record Bar(String name, @Nullable String lang, @Nullable String href, @Nullable Integer number) {

	/**
	 * The longest of some bars.
	 * @return 0 if none has a number that may be shown: then there is nothing to draw
	 */
	public static int longest(List<Bar> bars) {
		return bars.stream().mapToInt((bar) -> (bar.number != null) ? bar.number : 0).max().orElse(0);
	}

}
