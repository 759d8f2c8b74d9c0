package se.kulturlots.testing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How easy some texts are to read. By LIX, for Swedish: the words in a sentence and the
 * share of those with more than six letters. Finnish words are long by their endings, so
 * that LIX tells nothing of them; there, and in English, only sentences are measured.
 *
 * @param sentences how many there are
 * @param words how many words they have
 * @param longWords how many of these are long
 */
public record Readability(int sentences, int words, int longWords) {

	private static final double MOST_LIX = 40;

	private static final double MOST_WORDS = 14;

	private static final int LONG = 6;

	/** Figures, dates and addresses are no words. */
	private static final Pattern NO_WORD = Pattern.compile("\\S*[@\\d/]\\S*|\\{[^}]*\\}+");

	private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}-]*");

	/**
	 * Reads some paragraphs; those that end with no full stop are labels, and left out.
	 */
	public static Readability of(Collection<String> paragraphs) {
		List<List<String>> sentences = paragraphs.stream()
			.map(String::strip)
			.filter((text) -> text.matches("(?s).*[.!?:]"))
			.flatMap((text) -> List.of(text.split("[.!?:]+(\\s|$)")).stream())
			.map((sentence) -> WORD.matcher(NO_WORD.matcher(sentence).replaceAll(" "))
				.results()
				.map(MatchResult::group)
				.toList())
			.filter((words) -> !words.isEmpty())
			.toList();
		List<String> words = sentences.stream().flatMap(List::stream).toList();
		return new Readability(sentences.size(), words.size(),
				(int) words.stream().filter((word) -> word.length() > LONG).count());
	}

	/**
	 * What is hard to read about it.
	 * @param language in which it is written
	 * @return nothing if it is easy
	 */
	public Optional<String> fault(String language) {
		if (this.sentences == 0) {
			return Optional.empty();
		}
		double inSentence = this.words / (double) this.sentences;
		double lix = inSentence + 100.0 * this.longWords / this.words;
		boolean hard = language.equals("sv") ? lix >= MOST_LIX : inSentence > MOST_WORDS;
		return hard ? Optional.of("LIX %.0f, %.1f words in a sentence".formatted(lix, inSentence)) : Optional.empty();
	}

}
