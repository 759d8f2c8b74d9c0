package se.kulturlots.core;

import java.time.Instant;

/**
 * Since when a page is there and when it last changed.
 *
 * @param published when it was published
 * @param changed when it last changed, never earlier
 */
public record Edition(Instant published, Instant changed) {

	/**
	 * The dates of a page.
	 * @param published when it was published
	 * @param changed when something on it changed, perhaps before it was published
	 */
	public static Edition of(Instant published, Instant changed) {
		return new Edition(published, changed.isAfter(published) ? changed : published);
	}

}
