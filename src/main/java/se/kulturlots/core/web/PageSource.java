package se.kulturlots.core.web;

import java.util.Optional;

import se.kulturlots.core.AccountInfo;

/** Tells pages of things that this package cannot know itself. */
public interface PageSource {

	/**
	 * An authority.
	 * @param id its id
	 * @return nothing if there is none
	 */
	Optional<AuthorityInfo> authority(String id);

	/**
	 * Who is signed in.
	 * @return nothing if nobody
	 */
	Optional<AccountInfo> account();

	/**
	 * A page that explains this installation.
	 * @return nothing in production
	 */
	Optional<Guide> guide();

}
