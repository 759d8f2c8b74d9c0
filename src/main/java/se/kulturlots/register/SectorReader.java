package se.kulturlots.register;

import java.util.HashMap;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the sector of each row of a file: what the authority has decided about its words
 * comes first, then the name of a sector, then what the words usually mean. Counts the
 * words from which none is read.
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
			known = ofDecided(words).or(() -> this.vocabulary.sector(activity))
				.orElseGet(() -> Classification.sector(type, activity, name));
			if (this.read.size() < MOST_KEPT) {
				this.read.put(words, known);
			}
		}
		if (known == Sector.OTHER && ofDecided(words).isEmpty() && this.vocabulary.sector(activity).isEmpty()) {
			words.forEach(this::count);
		}
		return known;
	}

	/** No sector is decided only if no other word says one. */
	private Optional<Sector> ofDecided(List<String> words) {
		if (this.decided.isEmpty()) {
			return Optional.empty();
		}
		List<Sector> found = Stream.of(words.get(1), words.get(0))
			.map((word) -> this.decided.get(SectorWord.key(word)))
			.flatMap(Stream::ofNullable)
			.toList();
		return found.stream()
			.filter((sector) -> sector != Sector.OTHER)
			.findFirst()
			.or(() -> found.stream().findFirst());
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
