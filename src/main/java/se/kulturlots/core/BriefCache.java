package se.kulturlots.core;

import java.time.Duration;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Keeps what is asked for often and changes seldom, for a minute: so a change made on
 * another node is seen soon too. A minute of the machine, whatever the application's
 * clock says: that one may jump.
 *
 * @param <K> what is asked with
 * @param <V> what is kept
 */
public class BriefCache<K, V> {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final LoadingCache<K, V> entries;

	/**
	 * An empty one.
	 * @param load looks up what is not kept
	 */
	public BriefCache(Function<K, V> load) {
		this(load, Ticker.systemTicker());
	}

	BriefCache(Function<K, V> load, Ticker ticker) {
		this.entries = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(KEPT).build(load::apply);
	}

	/**
	 * What there is under a key.
	 * @param key what is asked with
	 * @return what was loaded a minute ago at most
	 */
	public V get(K key) {
		return this.entries.get(key);
	}

	/**
	 * Loads it again when it is asked for next.
	 * @param key what has changed
	 */
	public void forget(K key) {
		this.entries.invalidate(key);
	}

}
