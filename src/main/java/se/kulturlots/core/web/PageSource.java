package se.kulturlots.core.web;

import java.util.List;
import java.util.Optional;

import se.kulturlots.core.AccountInfo;

/** Tells pages of things that this package cannot know itself. */
public interface PageSource {

	/**
	 * An authority.
	 * @return nothing if there is none
	 */
	Optional<AuthorityInfo> authority(String id);

	/**
	 * An authority, without a question to the database.
	 * @return nothing if it is not known
	 */
	Optional<AuthorityInfo> known(String id);

	/**
	 * Who is signed in.
	 * @return nothing if nobody
	 */
	Optional<AccountInfo> account();

	/**
	 * What stands in all menus.
	 * @return in the order of each
	 */
	List<MenuEntry> menus();

}
