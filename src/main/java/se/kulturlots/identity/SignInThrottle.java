package se.kulturlots.identity;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;

/**
 * Slows down whoever guesses passwords, and lets no flood of guesses have the whole
 * machine. Nobody can lock somebody else out from outside, and asking for a new password
 * has nothing to do with signing in.
 */
@Component
public class SignInThrottle {

	private final Tries signIns;

	private final Tries asked;

	/** A check is made to take long: half of the machine stays for everything else. */
	private final Semaphore checks = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

	SignInThrottle(AppClock clock) {
		this.signIns = new Tries(clock);
		this.asked = new Tries(clock);
	}

	/**
	 * Begins a try to sign in, which is to be closed.
	 * @param account what was typed
	 * @param address where from
	 * @throws TooManyTries if it is to be done later
	 */
	Tries.Try signIn(String account, String address) {
		return this.signIns.begin(account, address);
	}

	/**
	 * Checks a password when it is its turn: those who wait are served in their order,
	 * and {@link Tries} bounds how many they are from one network and in all.
	 * @param <T> what comes of it
	 * @param check what takes long
	 * @return what came of it
	 */
	<T> T inTurn(Supplier<T> check) {
		this.checks.acquireUninterruptibly();
		try {
			return check.get();
		}
		finally {
			this.checks.release();
		}
	}

	/**
	 * Does something that anybody may ask for about an account, but not often, such as a
	 * new password.
	 * @param account what was typed
	 * @param address where from
	 * @param work what is asked for
	 * @throws TooManyTries if it is to be asked for later
	 */
	public void ask(String account, String address, Runnable work) {
		try (Tries.Try asking = this.asked.begin(account, address)) {
			asking.failed();
			work.run();
		}
	}

}
