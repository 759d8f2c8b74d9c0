package se.kulturlots.site;

import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;

/** All pages that anyone may read, whichever module owns them. */
@Component
public class SiteMap {

	private final ObjectProvider<PublicPages> parts;

	SiteMap(ObjectProvider<PublicPages> parts) {
		this.parts = parts;
	}

	/**
	 * The pages of an authority.
	 * @return in reading order
	 */
	public List<PublicPage> of(String authorityId, Texts texts) {
		return this.parts.orderedStream().flatMap((part) -> part.of(authorityId, texts).stream()).toList();
	}

	/**
	 * One of them.
	 * @param path its address, without language
	 * @return nothing if there is none such
	 */
	public Optional<PublicPage> find(String authorityId, String path, Texts texts) {
		return of(authorityId, texts).stream().filter((each) -> each.path().equals(path)).findFirst();
	}

}
