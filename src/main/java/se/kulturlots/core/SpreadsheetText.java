package se.kulturlots.core;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Texts for files that are opened in spreadsheets. */
public final class SpreadsheetText {

	private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@|%\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*",
			Pattern.DOTALL);

	private SpreadsheetText() {
	}

	/**
	 * A value with an apostrophe before what a spreadsheet would compute.
	 * @return an empty text for null
	 */
	public static String harmless(@Nullable String value) {
		if (value == null) {
			return "";
		}
		return FORMULA.matcher(value).matches() ? "'" + value : value;
	}

}
