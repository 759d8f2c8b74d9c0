package se.kulturlots.identity;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Somebody has typed wrong passwords too often and must wait. */
public class TooManyTries extends AuthenticationException {

	private final Duration wait;

	TooManyTries(Duration wait) {
		super("too many tries");
		this.wait = wait;
	}

	/**
	 * How long they must wait.
	 * @return at least a second
	 */
	public long seconds() {
		return Math.max(1, this.wait.toSeconds());
	}

}
