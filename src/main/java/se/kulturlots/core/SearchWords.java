package se.kulturlots.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The words somebody looks for: as parts of words, and in other forms of the same word.
 * Whatever was typed reaches the database as parameters only.
 */
public final class SearchWords {

	private static final int MOST = 8;

	private static final int LONGEST = 60;

	/** With less than this everything would be found. */
	private static final int SHORTEST = 2;

	/** What two forms of a word have in common at least. */
	private static final int STEM = 4;

	private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final List<String> words;

	private SearchWords(List<String> words) {
		this.words = words;
	}

	/**
	 * The words in what was typed.
	 * @param typed anything, null for nothing
	 * @return at most eight
	 */
	public static SearchWords of(@Nullable String typed) {
		String line = PlainText.line((typed != null) ? typed : "").toLowerCase(Locale.ROOT);
		return new SearchWords(Arrays.stream(line.split(" "))
			.filter((word) -> !word.isEmpty())
			.limit(MOST)
			.map((word) -> word.substring(0,
					word.offsetByCodePoints(0, Math.min(LONGEST, word.codePointCount(0, word.length())))))
			.toList());
	}

	/**
	 * Whether there is enough to look for.
	 * @return false for a single letter
	 */
	public boolean enough() {
		return this.words.stream().mapToInt(String::length).max().orElse(0) >= SHORTEST;
	}

	/**
	 * A condition: each word is part of a text.
	 * @param text an expression of SQL, a text in small letters
	 * @return SQL with {@link #parameters}
	 */
	public String in(String text) {
		return IntStream.range(0, this.words.size())
			.mapToObj((i) -> text + " like :word" + i)
			.collect(Collectors.joining(" and ", "(", ")"));
	}

	/**
	 * A condition: each word is part of a text, or all words are in it in some form.
	 * @param text an expression of SQL, a text in small letters
	 * @return SQL with {@link #parameters}
	 */
	public String inSomeFormIn(String text) {
		return "(" + in(text) + " or words_of(" + text + ") @@ looked_for(:words))";
	}

	/**
	 * What the conditions take.
	 * @return by name
	 */
	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		for (int i = 0; i < this.words.size(); i++) {
			parameters.put("word" + i, "%" + this.words.get(i).replaceAll("[\\\\%_]", "\\\\$0") + "%");
		}
		parameters.put("words",
				this.words.stream()
					.flatMap(NOT_IN_WORDS::splitAsStream)
					.filter((part) -> !part.isEmpty())
					.map((part) -> part + ":*")
					.collect(Collectors.joining(" & ")));
		return parameters;
	}

	/**
	 * Whether each word is part of a text.
	 * @return true if nothing is missing
	 */
	public boolean allIn(String text) {
		String small = text.toLowerCase(Locale.ROOT);
		return this.words.stream().allMatch(small::contains);
	}

	/**
	 * Where the first of the words stands in a text, in any form.
	 * @return its start and end, or null
	 */
	public int @Nullable [] find(String text) {
		for (String word : this.words) {
			int[] found = find(Pattern.quote(word), text);
			if (found != null) {
				return found;
			}
		}
		for (String word : this.words) {
			for (int length = word.length() - 1; length >= STEM; length--) {
				int[] found = find("\\b" + Pattern.quote(word.substring(0, length)) + "\\w*", text);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static int @Nullable [] find(String expression, String text) {
		Matcher matcher = Pattern
			.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
			.matcher(text);
		return matcher.find() ? new int[] { matcher.start(), matcher.end() } : null;
	}

}
