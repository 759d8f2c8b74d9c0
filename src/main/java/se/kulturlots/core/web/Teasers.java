package se.kulturlots.core.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the front page of an authority leads to; given by the module that owns it. */
public interface Teasers {

	/**
	 * Everything that the public may see of an authority.
	 * @param authorityId the authority
	 * @param page for texts and dates
	 * @return in the order in which it is shown within its state
	 */
	List<Teaser> of(String authorityId, Page page);

	/**
	 * A link to something with a few words on it.
	 *
	 * @param state under which heading it stands
	 * @param title what it is called
	 * @param path where it leads, without language
	 * @param summary a sentence or two, null if there is none
	 * @param when what is to happen and when, null if nothing is known
	 */
	record Teaser(State state, String title, String path, @Nullable String summary, @Nullable String when) {
	}

	/** Where it stands. */
	enum State {

		/** People may take part now. */
		OPEN,
		/** It is prepared. */
		COMING,
		/** It is decided. */
		DECIDED

	}

}
