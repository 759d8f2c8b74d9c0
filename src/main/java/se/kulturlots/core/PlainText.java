package se.kulturlots.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people typed or a file held, as text that is safe to store and to show. */
public final class PlainText {

	// NUL and its kin, line and paragraph separators, marks that turn the direction of
	// the text around them, byte order marks
	private static final Pattern UNWANTED = Pattern
		.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private PlainText() {
	}

	/**
	 * One line: no control characters, single spaces, composed letters.
	 * @param typed anything
	 * @return the line, perhaps empty
	 */
	public static String line(String typed) {
		String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
		return SPACES.matcher(UNWANTED.matcher(composed).replaceAll(" ")).replaceAll(" ").strip();
	}

	/**
	 * The same for two texts that people would call the same: small letters, words only.
	 * @param text anything
	 * @return empty only if the text is blank
	 */
	public static String key(String text) {
		String line = line(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
		String words = NOT_IN_WORDS.matcher(line.replace("&", " och ")).replaceAll(" ").strip();
		return words.isEmpty() ? line : words;
	}

}
