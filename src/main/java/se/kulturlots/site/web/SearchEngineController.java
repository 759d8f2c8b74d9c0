package se.kulturlots.site.web;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.PublicPage;
import se.kulturlots.core.web.Page;
import se.kulturlots.site.SiteMap;

/** What search engines ask for before they read the pages. */
@Controller
class SearchEngineController {

	private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private static final String XHTML = "http://www.w3.org/1999/xhtml";

	private final Authorities authorities;

	private final SiteMap pages;

	private final PublicAddress address;

	SearchEngineController(Authorities authorities, SiteMap pages, PublicAddress address) {
		this.authorities = authorities;
		this.pages = pages;
		this.address = address;
	}

	@GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
	@ResponseBody
	String robots() {
		// what is disallowed with /*/ is the same in every language
		return """
				User-agent: *
				Disallow: /my/
				Disallow: /*/my
				Disallow: /staff
				Disallow: /*/staff
				Disallow: /camunda
				Disallow: /login
				Disallow: /demo
				Disallow: /*/opinion
				Sitemap: %s
				""".formatted(this.address.url("/sitemap.xml"));
	}

	@GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
	@ResponseBody
	String index() throws XMLStreamException {
		List<Authority> all = this.authorities.findAllByOrderByName();
		return document("sitemapindex", (xml) -> {
			for (Authority authority : all) {
				xml.writeStartElement("sitemap");
				element(xml, "loc", this.address.url("/" + authority.id() + "/sitemap.xml"));
				xml.writeEndElement();
			}
		});
	}

	@GetMapping(path = "/{authority}/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
	@ResponseBody
	String pages(@PathVariable String authority, Page page) throws XMLStreamException {
		List<Locale> languages = this.authorities.get(authority).locales();
		List<PublicPage> all = this.pages.of(authority, page);
		return document("urlset", (xml) -> {
			for (PublicPage each : all) {
				for (Locale language : languages) {
					url(xml, each, language, languages);
				}
			}
		});
	}

	private void url(XMLStreamWriter xml, PublicPage page, Locale language, List<Locale> languages)
			throws XMLStreamException {
		xml.writeStartElement("url");
		element(xml, "loc", address(page, language, languages));
		element(xml, "lastmod", page.edition().changed().toString());
		for (Locale other : (languages.size() > 1) ? languages : List.<Locale>of()) {
			xml.writeEmptyElement("xhtml", "link", XHTML);
			xml.writeAttribute("rel", "alternate");
			xml.writeAttribute("hreflang", other.getLanguage());
			xml.writeAttribute("href", address(page, other, languages));
		}
		xml.writeEndElement();
	}

	/* the authority's own language has no prefix */
	private String address(PublicPage page, Locale language, List<Locale> languages) {
		boolean own = language.equals(languages.get(0));
		return this.address.url(own ? page.path() : "/" + language.getLanguage() + page.path());
	}

	private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private static String document(String root, Content content) throws XMLStreamException {
		StringWriter text = new StringWriter();
		XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
		xml.writeStartDocument("UTF-8", "1.0");
		xml.writeStartElement(root);
		xml.writeDefaultNamespace(SITEMAP);
		xml.writeNamespace("xhtml", XHTML);
		content.write(xml);
		xml.writeEndDocument();
		xml.flush();
		return text.toString();
	}

	/** What stands within a document. */
	private interface Content {

		void write(XMLStreamWriter xml) throws XMLStreamException;

	}

}
