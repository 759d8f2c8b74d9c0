package se.kulturlots.core.web;

import java.util.List;

/**
 * The pages of an authority that anyone may read; given by the modules that own them. The
 * map for search engines and the answers to whether a page helped are built on it.
 */
public interface PublicPages {

	/**
	 * The pages.
	 * @param authorityId whose
	 * @param page for texts
	 * @return in reading order
	 */
	List<PublicPage> of(String authorityId, Page page);

}
