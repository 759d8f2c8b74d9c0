package se.kulturlots.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows what is guessed first. A password is taken apart into what a guesser has lists
 * and rules for (common passwords and words, rows of keys, repetitions, years), each of
 * which counts little however long it is, and what is left, of which each character
 * counts. So a long sentence is fine and a word with the year after it is not.
 */
final class EasyPasswords {

	/** Four words, or ten characters that follow from nothing. */
	private static final int ENOUGH = 10;

	private static final int WORD = 3;

	private static final int SHORTEST_WORD = 4;

	private static final int LONGEST_WORD = 24;

	private static final int NUMBER = 2;

	private static final int LONGEST_NUMBER = 4;

	private static final int RUN = 1;

	private static final int SHORTEST_RUN = 3;

	private static final List<String> ROWS_OF_KEYS = List.of("qwertyuiopa", "asdfghjkloa", "zxcvbnm", "1234567890",
			"abcdefghijklmnopqrstuvwxyz");

	private static final String LOOKS_LIKE = "@a0o1i!i3e4a5s$s7t";

	private static final Set<String> COMMON = read("common.txt", "words.txt");

	private EasyPasswords() {
	}

	/**
	 * Whether a password is guessed early.
	 * @param about names that a guesser would try for this account
	 * @return whether it consists of little else than what everybody tries
	 */
	static boolean contain(String password, Collection<String> about) {
		String text = fold(password);
		String read = asRead(text);
		Set<String> names = about.stream()
			.flatMap((name) -> Arrays.stream(fold(name).split("[^\\p{L}\\p{N}]+")))
			.collect(Collectors.toSet());
		int length = text.length();
		int[] counts = new int[length + 1];
		Arrays.fill(counts, 1, length + 1, Integer.MAX_VALUE);
		int[] repeated = repeated(text);
		for (int from = 0; from < length; from++) {
			int before = counts[from];
			take(counts, from + 1, before + (isSeparator(text.charAt(from)) ? 0 : 1));
			for (int to = from + SHORTEST_WORD; to <= Math.min(length, from + LONGEST_WORD); to++) {
				if (isWord(text.substring(from, to), names) || isWord(read.substring(from, to), names)) {
					take(counts, to, before + WORD);
				}
			}
			for (int to = from + 1; to <= from + digits(text, from); to++) {
				take(counts, to, before + NUMBER);
			}
			for (int to = from + SHORTEST_RUN; to <= from + Math.max(run(text, from), repeated[from]); to++) {
				take(counts, to, before + RUN);
			}
		}
		return counts[length] < ENOUGH;
	}

	private static void take(int[] counts, int to, int count) {
		counts[to] = Math.min(counts[to], count);
	}

	private static boolean isWord(String part, Set<String> names) {
		return COMMON.contains(part) || names.contains(part);
	}

	private static boolean isSeparator(char character) {
		return character == ' ' || character == '-' || character == '_' || character == '.' || character == ',';
	}

	private static int digits(String text, int from) {
		int to = from;
		while (to < text.length() && to - from < LONGEST_NUMBER && Character.isDigit(text.charAt(to))) {
			to++;
		}
		return to - from;
	}

	/**
	 * How many characters from here are one and the same, or beside each other on a row.
	 */
	private static int run(String text, int from) {
		int longest = 1;
		for (int step : new int[] { -1, 0, 1 }) {
			int to = from + 1;
			while (to < text.length() && follows(text.charAt(to - 1), text.charAt(to), step)) {
				to++;
			}
			longest = Math.max(longest, to - from);
		}
		return longest;
	}

	private static boolean follows(char before, char character, int step) {
		if (step == 0) {
			return before == character;
		}
		return ROWS_OF_KEYS.stream().anyMatch((row) -> {
			int next = row.indexOf(before) + step;
			return row.indexOf(before) >= 0 && next >= 0 && next < row.length() && row.charAt(next) == character;
		});
	}

	/** For each place, how many characters from there have stood in this order before. */
	private static int[] repeated(String text) {
		int length = text.length();
		int[] longest = new int[length];
		int[] next = new int[length + 1];
		for (int place = length - 1; place >= 0; place--) {
			int[] common = new int[length + 1];
			for (int earlier = 0; earlier < place; earlier++) {
				if (text.charAt(earlier) == text.charAt(place)) {
					common[earlier] = next[earlier + 1] + 1;
					longest[place] = Math.max(longest[place], common[earlier]);
				}
			}
			next = common;
		}
		return longest;
	}

	private static String fold(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
	}

	private static String asRead(String text) {
		StringBuilder read = new StringBuilder(text);
		for (int place = 0; place < text.length(); place++) {
			int sign = LOOKS_LIKE.indexOf(text.charAt(place));
			if (sign >= 0 && sign % 2 == 0) {
				read.setCharAt(place, LOOKS_LIKE.charAt(sign + 1));
			}
		}
		return read.toString();
	}

	private static Set<String> read(String... files) {
		Set<String> words = new HashSet<>();
		for (String file : files) {
			InputStream list = Objects.requireNonNull(EasyPasswords.class.getResourceAsStream("/passwords/" + file));
			try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
				lines.lines().map(EasyPasswords::fold).forEach(words::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return words;
	}

}
