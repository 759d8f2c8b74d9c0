package se.kulturlots.workflow;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Why a step could not be done, as staff may read it: the first line of what the engine
 * was told, without anything that may be about a person. Values stand in quotes or
 * parentheses, or look like an address or a number.
 */
final class FailureCause {

	private static final int LONGEST = 200;

	private static final String LEFT_OUT = "…";

	private static final Pattern VALUE = Pattern
		.compile("\\S+@\\S+|\\(([^()]|\\([^()]*\\))*\\)|[\"'“”«][^\"'“”»]*[\"'“”»]|\\+?\\d[\\d :-]{4,}\\d");

	private FailureCause() {
	}

	static @Nullable String of(@Nullable String message) {
		if (message == null) {
			return null;
		}
		String line = message.lines().map(String::strip).filter((each) -> !each.isEmpty()).findFirst().orElse("");
		String told = VALUE.matcher(line).replaceAll(LEFT_OUT);
		return told.isEmpty() ? null : (told.length() > LONGEST) ? told.substring(0, LONGEST) + LEFT_OUT : told;
	}

}
