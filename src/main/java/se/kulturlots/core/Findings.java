package se.kulturlots.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What staff can search for; given by the module that owns it, which shows nothing that
 * the account of the page may not see.
 */
public interface Findings {

	/**
	 * What is found here.
	 * @return a word that no other bean has
	 */
	String kind();

	/** The key of what it is called, {@code <module>.findings.<kind>}. */
	String messageKey();

	/**
	 * Searches among what belongs to the authority of the reader.
	 * @param words what to look for
	 * @param reader who asks, of an authority
	 * @param skip how many to leave out
	 * @param most how many to give
	 * @return some of it, and how many there are in all
	 */
	Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most);

	/**
	 * Some of what there is.
	 *
	 * @param total how many there are in all
	 * @param findings some of them
	 */
	record Found(int total, List<Finding> findings) {
	}

	/**
	 * Something found.
	 *
	 * @param title what it is called
	 * @param path where it leads
	 * @param about what it belongs to, or null
	 * @param excerpt where in it the words stand, or null
	 */
	record Finding(String title, String path, @Nullable String about, @Nullable Excerpt excerpt) {
	}

}
