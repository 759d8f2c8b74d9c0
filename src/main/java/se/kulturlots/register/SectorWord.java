package se.kulturlots.register;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import se.kulturlots.core.PlainText;

/**
 * What a file says that an organisation is, its type or activity.
 *
 * @param word as it was written first
 * @param count of how many rows or organisations it is said
 */
public record SectorWord(String word, int count) {

	/** The longest that is one; a longer text is a description. */
	public static final int LONGEST = 100;

	private static final Pattern FINNISH_KSET = Pattern.compile("kset$");

	private static final Pattern FINNISH_PLURAL = Pattern.compile("(?<=[aeiouyäö])t$");

	private static final Pattern ENDING = Pattern.compile("(?<=.{3})(?:rar|ar|or|er|um|[ae])$");

	/** The same for singular and plural, small letters and capitals. */
	String key() {
		return key(this.word);
	}

	static String key(String word) {
		return Arrays.stream(PlainText.key(word).split(" ")).map(SectorWord::stem).collect(Collectors.joining(" "));
	}

	private static String stem(String word) {
		String singular = FINNISH_PLURAL.matcher(FINNISH_KSET.matcher(word).replaceFirst("s")).replaceFirst("");
		return ENDING.matcher(singular).replaceFirst("");
	}

}
