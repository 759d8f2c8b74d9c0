package se.kulturlots.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A line of a summary list: what it is and what it says.
 *
 * @param label what it is
 * @param value what it says
 * @param href where the value leads, null if nowhere
 * @param lang the tag of the language of the value, empty if nobody knows it, null if it
 * is the page's
 */
public record Fact(String label, String value, @Nullable String href, @Nullable String lang) {

	public Fact(String label, String value, @Nullable String href) {
		this(label, value, href, null);
	}

	/**
	 * A fact without a link.
	 * @param label what it is
	 * @param value what it says
	 */
	public static Fact of(String label, String value) {
		return new Fact(label, value, null);
	}

	/**
	 * A fact in somebody's own words, in a language that nobody knows.
	 * @param label what it is
	 * @param value what they wrote
	 */
	public static Fact written(String label, String value) {
		return new Fact(label, value, null, "");
	}

	/** A fact that the authority has written. */
	public static Fact said(String label, Said value) {
		return new Fact(label, value.text(), null, value.lang());
	}

	/**
	 * The facts by their labels: a list has each label once.
	 * @return in their order, those of one label together
	 */
	public static Collection<List<Fact>> byLabel(List<Fact> facts) {
		return facts.stream()
			.collect(Collectors.groupingBy(Fact::label, LinkedHashMap::new, Collectors.toList()))
			.values();
	}

}
