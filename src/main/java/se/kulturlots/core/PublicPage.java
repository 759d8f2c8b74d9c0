package se.kulturlots.core;

import java.time.Instant;

/**
 * A page that anyone may read, for lists of pages.
 *
 * @param path its address, without language
 * @param title what it is called, for whoever reads the list
 * @param edition since when it is there and when it last changed
 */
public record PublicPage(String path, String title, Edition edition) {

	/**
	 * A page.
	 * @param path its address, without language
	 * @param title what it is called
	 * @param published since when it is there
	 * @param changed when it last changed
	 */
	public static PublicPage of(String path, String title, Instant published, Instant changed) {
		return new PublicPage(path, title, Edition.of(published, changed));
	}

}
