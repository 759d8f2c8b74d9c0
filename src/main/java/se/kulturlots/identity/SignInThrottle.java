package se.kulturlots.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.ClientNetwork;

/**
 * Slows down whoever guesses passwords. It counts for an account together with the
 * address that tries, and for the address alone, but never for the account alone: nobody
 * can lock somebody else out from outside.
 */
@Component
public class SignInThrottle {

	private static final int REMEMBERED = 20_000;

	private static final int FREE_TRIES = 5;

	private static final int FREE_TRIES_OF_ADDRESS = 100;

	private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

	private final AppClock clock;

	private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > REMEMBERED;
		}

	};

	SignInThrottle(AppClock clock) {
		this.clock = clock;
	}

	/**
	 * Counts a try of something that must not be done often, such as asking for a new
	 * password, and refuses it after too many.
	 * @param account what was typed
	 * @param address where from
	 * @throws TooManyTries if it is to be done later
	 */
	public void count(String account, String address) {
		String what = "asked for " + account;
		check(what, address);
		failed(what, address);
	}

	synchronized void check(String account, String address) {
		Instant now = this.clock.instant();
		for (String key : new String[] { key(account, address), ClientNetwork.of(address) }) {
			Failures known = this.failures.get(key);
			if (known != null && now.isBefore(known.until())) {
				throw new TooManyTries(Duration.between(now, known.until()));
			}
		}
	}

	synchronized void failed(String account, String address) {
		count(key(account, address), FREE_TRIES);
		count(ClientNetwork.of(address), FREE_TRIES_OF_ADDRESS);
	}

	synchronized void succeeded(String account, String address) {
		this.failures.remove(key(account, address));
	}

	private void count(String key, int free) {
		Instant now = this.clock.instant();
		Failures before = fresh(this.failures.get(key), now);
		int number = (before != null) ? before.number() + 1 : 1;
		Duration wait = Duration.ZERO;
		if (number >= free) {
			wait = FIRST_WAIT.multipliedBy(1L << Math.min(number - free, 10));
			wait = (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
		}
		this.failures.put(key, new Failures(number, now, now.plus(wait)));
	}

	private static @Nullable Failures fresh(@Nullable Failures known, Instant now) {
		return (known != null && now.isBefore(known.last().plus(LONGEST_WAIT.multipliedBy(2)))) ? known : null;
	}

	private static String key(String account, String address) {
		return ClientNetwork.of(address) + " " + account.toLowerCase(Locale.ROOT);
	}

	private record Failures(int number, Instant last, Instant until) {
	}

}
