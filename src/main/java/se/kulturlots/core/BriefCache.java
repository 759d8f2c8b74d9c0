package se.kulturlots.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what is asked for often and changes seldom, for a minute: so a change made on
 * another node is seen soon too.
 *
 * @param <K> what is asked with
 * @param <V> what is kept
 */
public class BriefCache<K, V> {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();

	private final Clock clock;

	private final Function<K, V> load;

	/**
	 * An empty one.
	 * @param load looks up what is not kept
	 */
	public BriefCache(Clock clock, Function<K, V> load) {
		this.clock = clock;
		this.load = load;
	}

	/**
	 * What there is under a key.
	 * @param key what is asked with
	 * @return what was loaded a minute ago at most
	 */
	public V get(K key) {
		Instant now = this.clock.instant();
		Entry<V> entry = this.entries.get(key);
		if (entry == null || !entry.isFresh(now)) {
			entry = new Entry<>(this.load.apply(key), now);
			this.entries.put(key, entry);
		}
		return entry.value;
	}

	/**
	 * Loads it again when it is asked for next.
	 * @param key what has changed
	 */
	public void forget(K key) {
		this.entries.remove(key);
	}

	private record Entry<V>(V value, Instant loadedAt) {

		/* the clock of the demo may have jumped, in both directions */
		boolean isFresh(Instant now) {
			return Duration.between(this.loadedAt, now).abs().compareTo(KEPT) < 0;
		}

	}

}
