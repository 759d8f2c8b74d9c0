package se.kulturlots.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps what public pages show until anything is written on this node, and for ten
 * seconds at most, since other nodes write too.
 *
 * @param <K> what is asked with
 * @param <V> what is kept; nobody changes it
 */
public class ReadCache<K, V> {

	private static final Duration KEPT = Duration.ofSeconds(10);

	private static final int MOST = 500;

	private final Cache<K, Entry<V>> entries = Caffeine.newBuilder().maximumSize(MOST).build();

	private final CommitCounter commits;

	private final Clock clock;

	private final Function<K, V> load;

	/**
	 * An empty one.
	 * @param commits what makes it forget
	 * @param load reads what is not kept; what it throws is thrown and not kept
	 */
	public ReadCache(CommitCounter commits, Clock clock, Function<K, V> load) {
		this.commits = commits;
		this.clock = clock;
		this.load = load;
	}

	/**
	 * What there is under a key.
	 * @param key what is asked with
	 * @return as it is in the database, but for what another node has just written
	 */
	public V get(K key) {
		// counted first: what is written while it is read makes it old at once
		long committed = this.commits.committed();
		Instant now = this.clock.instant();
		Entry<V> entry = this.entries.getIfPresent(key);
		if (entry == null || !entry.isFresh(committed, now)) {
			entry = new Entry<>(this.load.apply(key), committed, now);
			this.entries.put(key, entry);
		}
		return entry.value;
	}

	private record Entry<V>(V value, long committed, Instant loadedAt) {

		/* the clock of the demo may have jumped, in both directions */
		boolean isFresh(long current, Instant now) {
			return this.committed == current && Duration.between(this.loadedAt, now).abs().compareTo(KEPT) < 0;
		}

	}

}
