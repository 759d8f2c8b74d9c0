package se.kulturlots.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What people typed or a file held, as text that is safe to store, to show and to mail:
 * composed letters (NFC) and no characters that steer instead of being read. Whatever
 * comes in goes through {@link #line} or {@link #text}.
 */
public final class PlainText {

	/** Everything that ends a line; U+0085, U+2028 and U+2029 are among it. */
	private static final Pattern LINE_END = Pattern.compile("\\R");

	/**
	 * Marks that nobody sees: byte order marks, soft hyphens, spaces without width, marks
	 * that turn the direction of the text around them, code points that are no
	 * characters. Joiners stay where emoji and scripts that are written joined need them.
	 * (Only a pattern with a letter from beyond the first plane looks back at such ones.)
	 */
	private static final Pattern UNSEEN = Pattern.compile(
			"(?!(?<=[\uD83C\uDFFB\\p{M}\\p{S}[\\p{L}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]]])[\\u200C\\u200D]"
					+ "(?=[\\p{S}[\\p{L}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]]]))"
					+ "[\\p{Cf}\\p{Cs}\\p{IsNoncharacter_Code_Point}]");

	private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");

	/** PostgreSQL refuses the first of them. */
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

	private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private PlainText() {
	}

	/** One line, perhaps empty: single spaces between the words and none around them. */
	public static String line(String typed) {
		return isLine(typed) ? typed : SPACES.matcher(seen(typed)).replaceAll(" ").strip();
	}

	/** One line, or null if nothing is left. */
	public static @Nullable String lineOrNull(@Nullable String typed) {
		String line = (typed != null) ? line(typed) : "";
		return line.isEmpty() ? null : line;
	}

	/**
	 * Several lines, perhaps none: line ends as {@code \n}, no space around the whole.
	 */
	public static String text(String typed) {
		String lines = LINE_END.matcher(seen(typed)).replaceAll("\n");
		String text = CONTROL.matcher(lines).replaceAll("").strip();
		return line(text).isEmpty() ? "" : text;
	}

	/** Several lines, or null if nothing is left. */
	public static @Nullable String textOrNull(@Nullable String typed) {
		String text = (typed != null) ? text(typed) : "";
		return text.isEmpty() ? null : text;
	}

	/**
	 * Most texts are one line of plain letters already; the patterns take longer to say
	 * so.
	 */
	private static boolean isLine(String typed) {
		char before = ' ';
		for (int i = 0; i < typed.length(); i++) {
			char one = typed.charAt(i);
			if (!isSeen(one) || one < ' ' || one >= '\u007F' && one <= '\u00A0' || one == ' ' && before == ' ') {
				return false;
			}
			before = one;
		}
		return before != ' ' || typed.isEmpty();
	}

	/**
	 * Below the first mark that composes, NFC changes nothing; all but the soft hyphen
	 * are seen.
	 */
	private static boolean isSeen(char one) {
		return one < '\u0300' && one != '\u00AD';
	}

	private static String seen(String typed) {
		if (typed.chars().allMatch((one) -> isSeen((char) one))) {
			return typed;
		}
		return UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
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
