package se.kulturlots.site.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CommitCounter;
import se.kulturlots.core.Edition;
import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.ReadCache;
import se.kulturlots.core.Texts;
import se.kulturlots.journal.Journal;

/** The front page of an authority, and the pages that every site must have. */
@Component
@Order(0)
class SitePages implements PublicPages {

	private final ReadCache<String, Edition> fronts;

	SitePages(Journal journal, CommitCounter commits, AppClock clock) {
		this.fronts = new ReadCache<>(commits, clock,
				(authorityId) -> journal.edition(authorityId).orElseGet(SiteText.CONTACT::edition));
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		List<PublicPage> pages = new ArrayList<>();
		pages.add(new PublicPage("/" + authorityId, texts.t("site.front.title"), front(authorityId)));
		for (SiteText text : SiteText.values()) {
			pages.add(new PublicPage("/" + authorityId + text.path(), texts.t(text.titleKey()), text.edition()));
		}
		return pages;
	}

	/** It changes with whatever the public is told. */
	Edition front(String authorityId) {
		return this.fronts.get(authorityId);
	}

}
