package se.kulturlots.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.ClientNetwork;

/**
 * Counts tries that have failed, by name and network together and by network alone. A
 * network with many failures makes those names wait that have failed from there, and no
 * other: who has done nothing wrong does not wait for a neighbour. Tries under way count
 * too, so that many at once are no more than many in turn.
 */
final class Tries {

	private static final int REMEMBERED = 20_000;

	/** No account has a longer name. */
	private static final int LONGEST_NAME = 64;

	private static final int FREE = 5;

	private static final int FREE_OF_NETWORK = 100;

	private static final int AT_ONCE = 50;

	private static final int AT_ONCE_OF_NETWORK = 10;

	private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

	private static final String ALL = "";

	private final AppClock clock;

	/** What was seen once only is dropped first, so names cannot push each other out. */
	private final Cache<String, Failures> failures;

	private final Map<String, Integer> underWay = new HashMap<>();

	Tries(AppClock clock) {
		this.clock = clock;
		this.failures = Caffeine.newBuilder()
			.maximumSize(REMEMBERED)
			.expireAfterWrite(LONGEST_WAIT.multipliedBy(2))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/**
	 * Begins a try, which is to be closed.
	 * @param name what was typed
	 * @param address where from
	 * @throws TooManyTries if it is to be done later
	 */
	synchronized Try begin(String name, String address) {
		String network = ClientNetwork.of(address);
		String own = network + ' ' + name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
		Failures known = this.failures.getIfPresent(own);
		if (known != null) {
			refuseUntilOver(known);
			refuseUntilOver(this.failures.getIfPresent(network));
		}
		int free = Math.max(1, FREE - ((known != null) ? known.number() : 0));
		if (underWay(own) >= free || underWay(network) >= AT_ONCE_OF_NETWORK || underWay(ALL) >= AT_ONCE) {
			throw new TooManyTries(Duration.ofSeconds(1));
		}
		return new Try(own, network);
	}

	private void refuseUntilOver(@Nullable Failures known) {
		Instant now = this.clock.instant();
		if (known != null && now.isBefore(known.until())) {
			throw new TooManyTries(Duration.between(now, known.until()));
		}
	}

	private int underWay(String key) {
		return this.underWay.getOrDefault(key, 0);
	}

	private void count(String key, int free) {
		Failures before = this.failures.getIfPresent(key);
		int number = (before != null) ? before.number() + 1 : 1;
		Duration wait = Duration.ZERO;
		if (number >= free) {
			wait = FIRST_WAIT.multipliedBy(1L << Math.min(number - free, 10));
			wait = (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
		}
		this.failures.put(key, new Failures(number, this.clock.instant().plus(wait)));
	}

	private void enter(String key) {
		this.underWay.merge(key, 1, Integer::sum);
	}

	private void leave(String key) {
		this.underWay.computeIfPresent(key, (which, number) -> (number > 1) ? number - 1 : null);
	}

	/** One try, under way until it is closed. */
	final class Try implements AutoCloseable {

		private final String own;

		private final String network;

		private boolean decided;

		private Try(String own, String network) {
			this.own = own;
			this.network = network;
			enter(own);
			enter(network);
			enter(ALL);
		}

		/** Counts it. */
		void failed() {
			synchronized (Tries.this) {
				decide();
				count(this.own, FREE);
				count(this.network, FREE_OF_NETWORK);
			}
		}

		/** Takes back what this name has counted from here. */
		void succeeded() {
			synchronized (Tries.this) {
				decide();
				Failures mine = Tries.this.failures.asMap().remove(this.own);
				if (mine != null) {
					Tries.this.failures.asMap()
						.computeIfPresent(this.network, (key, all) -> all.without(mine.number()));
				}
			}
		}

		private void decide() {
			if (!this.decided) {
				this.decided = true;
				leave(this.own);
			}
		}

		@Override
		public void close() {
			synchronized (Tries.this) {
				decide();
				leave(this.network);
				leave(ALL);
			}
		}

	}

	private record Failures(int number, Instant until) {

		private @Nullable Failures without(int taken) {
			int left = this.number - taken;
			return (left > 0) ? new Failures(left, (left < FREE_OF_NETWORK) ? Instant.MIN : this.until) : null;
		}

	}

}
