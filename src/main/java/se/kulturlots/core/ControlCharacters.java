package se.kulturlots.core;

/** Characters that steer instead of being read: line ends and the like. */
public final class ControlCharacters {

	private ControlCharacters() {
	}

	/**
	 * Whether a text for one line holds any.
	 * @param line the text
	 * @return true if it may not stand in a header
	 */
	public static boolean in(String line) {
		return line.codePoints().anyMatch(ControlCharacters::is);
	}

	/**
	 * A text of several lines without them, but for line ends and tabs.
	 * @param text the text
	 * @return the same with line ends as {@code \n}
	 */
	public static String removedFrom(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		text.replace("\r\n", "\n")
			.replace('\r', '\n')
			.codePoints()
			.filter((character) -> character == '\n' || character == '\t' || !is(character))
			.forEach(kept::appendCodePoint);
		return kept.toString();
	}

	private static boolean is(int character) {
		int type = Character.getType(character);
		return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
				|| type == Character.SURROGATE;
	}

}
