package se.kulturlots.core;

import java.util.List;

/**
 * The pages of an authority that anyone may read; given by the modules that own them. The
 * map for search engines and the answers to whether a page helped are built on it.
 */
public interface PublicPages {

	/**
	 * The pages.
	 * @return in reading order
	 */
	List<PublicPage> of(String authorityId, Texts texts);

}
