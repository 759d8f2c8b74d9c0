package se.kulturlots.register;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the sector of each row of a file: what the authority has decided about its words
 * comes first, then the name of a sector, then what the words usually mean. A word that
 * is decided to say none takes nothing from the other one. Counts the words from which
 * none is read.
 */
class SectorReader {

	private static final int MOST_KEPT = 20_000;

	private static final int MOST_WORDS = 1000;

	private final Map<String, Sector> decided;

	private final Vocabulary vocabulary;

	private final Map<List<String>, Sector> read = new HashMap<>();

	private final Map<String, SectorWord> unknown = new LinkedHashMap<>();

	/**
	 * @param decided the sectors by the keys of words
	 */
	SectorReader(Map<String, Sector> decided, Vocabulary vocabulary) {
		this.decided = decided;
		this.vocabulary = vocabulary;
	}

	/** The sector; the name is asked only where the register says nothing else. */
	Sector read(String type, String activity, String name) {
		if (type.isEmpty() && activity.isEmpty()) {
			return Classification.sector(type, activity, name);
		}
		List<String> words = List.of(type, activity);
		Sector known = this.read.get(words);
		if (known == null) {
			known = ofDecided(words).orElseGet(() -> ofMeaning(told(type), told(activity)));
			if (this.read.size() < MOST_KEPT) {
				this.read.put(words, known);
			}
		}
		if (known == Sector.OTHER && this.vocabulary.sector(activity).isEmpty()) {
			words.stream().filter((word) -> decided(word).isEmpty()).forEach(this::count);
		}
		return known;
	}

	private Optional<Sector> ofDecided(List<String> words) {
		return Stream.of(words.get(1), words.get(0))
			.flatMap((word) -> decided(word).stream())
			.filter((sector) -> sector != Sector.OTHER)
			.findFirst();
	}

	private Optional<Sector> decided(String word) {
		return this.decided.isEmpty() ? Optional.empty() : Optional.ofNullable(this.decided.get(SectorWord.key(word)));
	}

	/** Empty for a word of which it is decided that it says no sector. */
	private String told(String word) {
		return decided(word).isPresent() ? "" : word;
	}

	private Sector ofMeaning(String type, String activity) {
		return this.vocabulary.sector(activity).orElseGet(() -> Classification.sector(type, activity, ""));
	}

	private void count(String word) {
		if (word.isEmpty() || word.length() > SectorWord.LONGEST) {
			return;
		}
		String key = SectorWord.key(word);
		if (this.unknown.size() < MOST_WORDS || this.unknown.containsKey(key)) {
			this.unknown.merge(key, new SectorWord(word, 1),
					(before, now) -> new SectorWord(before.word(), before.count() + now.count()));
		}
	}

	/** The words from which no sector is read, each once. */
	List<SectorWord> unknown() {
		return List.copyOf(this.unknown.values());
	}

}
