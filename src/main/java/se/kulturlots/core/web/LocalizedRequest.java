package se.kulturlots.core.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.web.util.UriUtils;

import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.Texts;

/**
 * A request and the language in which it is answered: texts in that language, and
 * addresses that lead on in it.
 */
abstract class LocalizedRequest implements Texts {

	private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Stockholm");

	private final HttpServletRequest request;

	private final MessageSource messages;

	private final PublicAddress address;

	private @Nullable AuthorityInfo authority;

	LocalizedRequest(HttpServletRequest request, MessageSource messages, PublicAddress address) {
		this.request = request;
		this.messages = messages;
		this.address = address;
	}

	HttpServletRequest request() {
		return this.request;
	}

	void setAuthority(@Nullable AuthorityInfo authority) {
		this.authority = authority;
	}

	@Override
	public String t(String key, @Nullable Object... arguments) {
		return this.messages.getMessage(key, (arguments.length != 0) ? arguments : null, locale());
	}

	/**
	 * The first of some texts that there is.
	 * @param keys the keys to try
	 * @param otherwise the key of a text that there is
	 * @return the text
	 */
	String firstOf(String[] keys, String otherwise) {
		for (String key : keys) {
			String text = this.messages.getMessage(key, null, null, locale());
			if (text != null) {
				return text;
			}
		}
		return t(otherwise);
	}

	/**
	 * The language of the page.
	 * @return what the address asks for, else what the reader has chosen before, else the
	 * authority's own, else Swedish
	 */
	@Override
	public Locale locale() {
		Locale chosen = LanguageFilter.chosen(this.request);
		if (chosen != null) {
			return chosen;
		}
		Locale remembered = LanguageFilter.remembered(this.request);
		return (remembered != null && offered().contains(remembered)) ? remembered : ownLanguage();
	}

	@Override
	public @Nullable String ownLang() {
		return locale().equals(ownLanguage()) ? null : ownLanguage().getLanguage();
	}

	private List<Locale> offered() {
		return (this.authority != null) ? this.authority.languages() : Languages.ALL;
	}

	private Locale ownLanguage() {
		return (this.authority != null) ? this.authority.languages().get(0) : Languages.SWEDISH;
	}

	@Override
	public ZoneId zone() {
		return (this.authority != null) ? this.authority.zone() : DEFAULT_ZONE;
	}

	/**
	 * An address on this site in the page's language.
	 * @param path the path without language, encoded already
	 * @return the path to link to
	 */
	public String url(String path) {
		boolean inOwn = LanguageFilter.chosen(this.request) == null && locale().equals(ownLanguage());
		return inOwn ? path : localized(path, locale());
	}

	/**
	 * The whole address of something on this site, as others need it.
	 * @return with scheme and host
	 */
	public String absolute(String path) {
		return this.address.url(path);
	}

	private static String localized(String path, Locale language) {
		return Languages.prefix(language) + ("/".equals(path) ? "" : path);
	}

	/**
	 * An address of the authority's, in the page's language.
	 * @param path the path after the authority's id, for example {@code /join}, or
	 * {@code /} for its front page
	 * @return the path to link to; the installation's if the page is nobody's
	 */
	public String home(String path) {
		if (this.authority == null) {
			return url(path);
		}
		return url("/" + this.authority.id() + ("/".equals(path) ? "" : path));
	}

	/**
	 * Makes a text fit to be a part of an address.
	 * @param part for example a search text
	 * @return encoded
	 */
	public String encode(String part) {
		return UriUtils.encode(part, "UTF-8");
	}

	/**
	 * The whole address of this page in its language.
	 * @return never with a query
	 */
	public String address() {
		return this.address.url(locale().equals(ownLanguage()) ? path() : localized(path(), locale()));
	}

	/**
	 * The path of this page without its language.
	 * @return never with a query
	 */
	public String path() {
		Object failed = this.request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		Object forwarded = this.request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
		Object original = (failed != null) ? failed : forwarded;
		String path = (original != null) ? original.toString() : this.request.getRequestURI();
		return Languages.withoutLanguage(path);
	}

	/**
	 * This page in each language it has.
	 * @return links; empty if there is one language only
	 */
	public List<LanguageLink> languages() {
		List<Locale> offered = offered();
		if (offered.size() < 2) {
			return List.of();
		}
		String query = query();
		return offered.stream().map((language) -> {
			String address = language.equals(ownLanguage()) ? path() : localized(path(), language);
			String choice = LanguageFilter.CHOICE + language.getLanguage();
			return new LanguageLink(language.getLanguage(), this.messages.getMessage("core.language", null, language),
					address + query, address + (query.isEmpty() ? "?" : query + "&") + choice,
					language.equals(locale()));
		}).toList();
	}

	/**
	 * Whether the page's authority has pages in the language that the address asks for.
	 * @return true too if the address asks for none
	 */
	public boolean isOffered() {
		return this.authority == null || LanguageFilter.chosen(this.request) == null
				|| this.authority.languages().contains(locale());
	}

	/**
	 * The address of this page in the authority's own language.
	 * @return with the same query
	 */
	public String inOwnLanguage() {
		return path() + query();
	}

	private String query() {
		boolean there = "GET".equals(this.request.getMethod()) && this.request.getQueryString() != null;
		return there ? "?" + this.request.getQueryString() : "";
	}

	/**
	 * Whose page it is.
	 * @return null if it is nobody's
	 */
	public @Nullable AuthorityInfo authority() {
		return this.authority;
	}

	/**
	 * Whether the page stands behind somebody's personal link, and is nothing to share.
	 * @return true for what must not be found or shown elsewhere
	 */
	public boolean isPersonal() {
		return path().startsWith("/my/") || path().startsWith("/login/password/");
	}

}
