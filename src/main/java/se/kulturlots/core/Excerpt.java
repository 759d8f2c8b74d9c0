package se.kulturlots.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A few words around a place in a text.
 *
 * @param labelKey the key of the name of the text
 * @param before what stands before it
 * @param hit what was found
 * @param after what stands after it
 */
public record Excerpt(String labelKey, String before, String hit, String after) {

	private static final int BEFORE = 60;

	private static final int AFTER = 120;

	/**
	 * The first text that has one of the words.
	 * @param texts by the keys of their names, in the order in which to look
	 * @return null if none has
	 */
	public static @Nullable Excerpt of(SearchWords words, Map<String, String> texts) {
		for (Map.Entry<String, String> text : texts.entrySet()) {
			int[] found = words.find(text.getValue());
			if (found != null) {
				return around(text.getKey(), text.getValue(), found[0], found[1]);
			}
		}
		return null;
	}

	private static Excerpt around(String key, String text, int start, int end) {
		int from = Math.max(0, start - BEFORE);
		int to = Math.min(text.length(), end + AFTER);
		int word = text.indexOf(' ', from);
		String before = (from == 0) ? text.substring(0, start)
				: "… " + text.substring((word >= 0 && word < start) ? word + 1 : start, start);
		int last = text.lastIndexOf(' ', to);
		String after = (to == text.length()) ? text.substring(end) : text.substring(end, Math.max(end, last)) + " …";
		return new Excerpt(key, before, text.substring(start, end), after);
	}

}
