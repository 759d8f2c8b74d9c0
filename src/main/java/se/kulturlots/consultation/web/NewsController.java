package se.kulturlots.consultation.web;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.web.Page;
import se.kulturlots.journal.Journal;

/** What the public may read of the journal, for those who subscribe to it. */
@Controller
class NewsController {

	private static final int LINES = 50;

	private final Consultations consultations;

	private final Journal journal;

	private final PublicAddress address;

	NewsController(Consultations consultations, Journal journal, PublicAddress address) {
		this.consultations = consultations;
		this.journal = journal;
		this.address = address;
	}

	@GetMapping(path = "/{authority}/news.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
	@ResponseBody
	Feed ofAuthority(@PathVariable String authority, Page page) {
		return feed(page, "/" + authority, null, this.consultations.published(authority),
				this.journal.published(authority, LINES));
	}

	@GetMapping(path = "/{authority}/consultations/{slug}/news.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
	@ResponseBody
	Feed ofConsultation(@PathVariable String authority, @PathVariable String slug, Page page) {
		Consultation consultation = this.consultations.published(authority, slug);
		return feed(page, consultation.path(), consultation, List.of(consultation),
				this.journal.of(authority, consultation.id(), true, LINES));
	}

	private Feed feed(Page page, String path, @Nullable Consultation about, List<Consultation> published,
			List<Journal.Entry> lines) {
		Map<CaseId, Consultation> byId = published.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		List<Entry> entries = lines.stream()
			.filter((line) -> byId.containsKey(line.caseId()))
			.map((line) -> entry(page, line, Objects.requireNonNull(byId.get(line.caseId()))))
			.toList();
		Feed feed = new Feed("atom_1.0");
		feed.setId(url(page, path));
		feed.setTitle((about != null) ? titleIn(page, about) : page.t("consultation.news.title", name(page)));
		feed.setUpdated(entries.isEmpty() ? Date.from(Instant.EPOCH) : entries.get(0).getUpdated());
		SyndPerson author = new SyndPersonImpl();
		author.setName(name(page));
		feed.setAuthors(List.of(author));
		feed.setAlternateLinks(List.of(link("alternate", "text/html", url(page, path))));
		feed.setOtherLinks(List.of(link("self", MediaType.APPLICATION_ATOM_XML_VALUE, url(page, path + "/news.atom"))));
		feed.setEntries(entries);
		return feed;
	}

	private static String titleIn(Page page, Consultation consultation) {
		return consultation.titleIn(page.locale(), page.ownLang()).text();
	}

	private Entry entry(Page page, Journal.Entry line, Consultation consultation) {
		String url = url(page, consultation.path());
		Entry entry = new Entry();
		entry.setId(url + "#journal-" + line.id());
		entry.setTitle(titleIn(page, consultation) + ": " + page.t(line.textKey(), line.arguments()));
		entry.setPublished(Date.from(line.at()));
		entry.setUpdated(Date.from(line.at()));
		entry.setAlternateLinks(List.of(link("alternate", "text/html", url)));
		return entry;
	}

	private static Link link(String rel, String type, String href) {
		Link link = new Link();
		link.setRel(rel);
		link.setType(type);
		link.setHref(href);
		return link;
	}

	private static String name(Page page) {
		return (page.authority() != null) ? page.authority().name() : page.t("site.product");
	}

	private String url(Page page, String path) {
		return this.address.url(page.url(path));
	}

}
