package se.kulturlots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the viewer of diagrams breaks a name into lines: bpmn-js guesses from the width of
 * a line how many letters fit, takes whole words if one fits, and else cuts a word.
 */
final class Lettering {

	private static final String SOFT_HYPHEN = "\u00AD";

	/** Widths of Arial in thousandths of its size; anything else is as wide as an m. */
	private static final Map<Integer, Integer> WIDTHS = widths("191 '", "222 ijl’", "278  !,./:;Ift", "333 ()-r”",
			"355 \"", "500 Jcksvxyz", "556 0123456789?Labdeghnopquåäöéü–", "611 FTZ", "667 ABEKPSVXYÅÄÉ", "722 CDHNRUw",
			"778 GOQÖ", "833 Mm", "944 W", "0 " + SOFT_HYPHEN);

	private Lettering() {
	}

	private static Map<Integer, Integer> widths(String... groups) {
		Map<Integer, Integer> widths = new TreeMap<>();
		for (String group : groups) {
			int space = group.indexOf(' ');
			group.substring(space + 1)
				.chars()
				.forEach((c) -> widths.put(c, Integer.valueOf(group.substring(0, space))));
		}
		return widths;
	}

	/** The width of a text in pixels. */
	static double width(String text, int size) {
		return text.chars().map((c) -> WIDTHS.getOrDefault(c, 833)).sum() * size / 1000.0;
	}

	/** The lines of a text that is set in a width. */
	static List<String> lines(String text, double width, int size) {
		List<String> lines = new ArrayList<>();
		for (String rest = text; !rest.isEmpty();) {
			String line = rest;
			while (line.length() > 1 && width(line.stripTrailing(), size) > width) {
				line = shorter(line, width(line.stripTrailing(), size), width);
			}
			lines.add(line);
			rest = rest.substring(line.length()).strip();
		}
		return lines;
	}

	private static String shorter(String line, double width, double most) {
		double letters = Math.max(line.length() * (most / width), 1);
		int end = 0;
		for (String part : line.split("(?<=[\\s\\-\u00AD])|(?=[\\s\\-\u00AD])")) {
			if (part.length() + end >= letters) {
				break;
			}
			end += part.length();
		}
		return (end > 0) ? line.substring(0, end) : line.substring(0, (int) Math.max(Math.round(letters - 1), 1));
	}

	/** Whether a word is cut where it has no place to be cut. */
	static boolean cutsAWord(String text, double width, int size) {
		int end = 0;
		for (String line : lines(text, width, size)) {
			end = text.indexOf(line, end) + line.length();
			boolean cut = end < text.length() && !Character.isWhitespace(text.charAt(end))
					&& " -\u00AD".indexOf(text.charAt(end - 1)) < 0;
			if (cut) {
				return true;
			}
		}
		return false;
	}

}
