package se.kulturlots.core.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Picture;
import se.kulturlots.core.Said;

/** What the front pages lead to; given by the modules that own it. */
public interface Teasers {

	/**
	 * Everything that the public may see of some authorities.
	 * @param page for texts and dates
	 * @return in the order in which it is shown within its state
	 */
	List<Teaser> of(List<AuthorityInfo> authorities, Page page);

	/**
	 * A link to something with a few words on it.
	 *
	 * @param authorityId whose it is
	 * @param state under which heading it stands
	 * @param title what it is called
	 * @param path where it leads, without language
	 * @param summary a sentence or two, null if there is none
	 * @param label how far it has come, in a word or two; null if its state says so
	 * @param when what is to happen or has happened, and when
	 * @param until until when, null if nothing hurries
	 * @param action the next thing to do, null if there is nothing
	 * @param picture what it looks like, null if it has no picture
	 */
	record Teaser(String authorityId, State state, Said title, String path, @Nullable Said summary,
			@Nullable String label, String when, @Nullable Until until, @Nullable Action action,
			@Nullable Picture picture) {
	}

	/**
	 * The last day of something.
	 *
	 * @param day the day with its weekday
	 * @param left how long there is left
	 */
	record Until(String day, String left) {
	}

	/**
	 * Something to do.
	 *
	 * @param text what
	 * @param path where, without language
	 */
	record Action(String text, String path) {
	}

	/** Where it stands. */
	enum State {

		/** There is something to answer or to register for now. */
		OPEN,
		/** The authority works on what was said, or waits for the decision. */
		WORKING,
		/** It is prepared. */
		COMING,
		/** It is decided. */
		DECIDED

	}

}
