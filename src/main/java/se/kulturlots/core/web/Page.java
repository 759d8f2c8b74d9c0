package se.kulturlots.core.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriUtils;

import se.kulturlots.core.DateText;
import se.kulturlots.core.Problem;
import se.kulturlots.core.PublicAddress;

/**
 * What a template asks for while a page is written: texts and dates in its language,
 * addresses, whose page it is and who reads it. One for each request, in every model as
 * {@code page}; controllers take it as a parameter.
 */
public class Page {

	private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Stockholm");

	private final HttpServletRequest request;

	private final MessageSource messages;

	private final PageSource source;

	private final Assets assets;

	private final PublicAddress address;

	private @Nullable AuthorityInfo authority;

	private @Nullable Form form;

	private @Nullable Edition edition;

	private boolean failed;

	Page(HttpServletRequest request, MessageSource messages, PageSource source, Assets assets, PublicAddress address) {
		this.request = request;
		this.messages = messages;
		this.source = source;
		this.assets = assets;
		this.address = address;
	}

	/**
	 * A text in the page's language.
	 * @param key its key in the message files
	 * @param arguments its arguments; numbers are written with separators, so years and
	 * references are given as strings
	 * @return the text
	 */
	public String t(String key, @Nullable Object... arguments) {
		return this.messages.getMessage(key, (arguments.length != 0) ? arguments : null, locale());
	}

	/**
	 * The text that tells somebody of a problem.
	 * @param problem the problem
	 * @return never a technical text
	 */
	public String t(Problem problem) {
		return t(problem.messageKey(), problem.arguments());
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
	 * The word for a constant.
	 * @param prefix what the key begins with, for example {@code meeting.status.}
	 * @param constant the constant, whose name is the rest of the key
	 * @return the word
	 */
	public String word(String prefix, Enum<?> constant) {
		return t(prefix + constant.name());
	}

	/**
	 * A date as people say it: torsdag 30 oktober 2026.
	 * @param date the date
	 * @return weekday, day, month and year
	 */
	public String date(LocalDate date) {
		return DateText.date(date, locale());
	}

	/**
	 * The day of a moment in the authority's zone, as people say it.
	 * @param instant the moment
	 * @return weekday, day, month and year
	 */
	public String day(Instant instant) {
		return date(LocalDate.ofInstant(instant, zone()));
	}

	/**
	 * A date for tables: 30 okt. 2026.
	 * @param date the date
	 * @return day, short month and year
	 */
	public String shortDate(LocalDate date) {
		return format("core.format.shortDate", date);
	}

	/**
	 * A month for the scales of charts: okt 2026.
	 * @param day a day of the month
	 * @return short month and year
	 */
	public String month(LocalDate day) {
		return DateTimeFormatter.ofPattern("LLL yyyy", locale()).format(day);
	}

	/**
	 * A date and a time in the authority's zone: torsdag 30 oktober 2026 kl. 18:00.
	 * @param instant the moment
	 * @return date and time
	 */
	public String dateTime(Instant instant) {
		return dateTime(instant, zone());
	}

	/**
	 * A date and a time in a zone.
	 * @param instant the moment
	 * @param zone the zone of those who read it
	 * @return date and time
	 */
	public String dateTime(Instant instant, ZoneId zone) {
		return DateText.dateTime(instant, zone, locale());
	}

	/**
	 * A date and a time for tables: 30 okt. 2026 18:00.
	 * @param instant the moment
	 * @return short date and time in the authority's zone
	 */
	public String shortDateTime(Instant instant) {
		return format("core.format.shortDateTime", instant.atZone(zone()));
	}

	/**
	 * A time of day: 18:00.
	 * @param time the time
	 * @return hours and minutes
	 */
	public String time(LocalTime time) {
		return DateText.time(time, locale());
	}

	/**
	 * The time of day of a moment in a zone: 18:00.
	 * @param instant the moment
	 * @param zone the zone of those who read it
	 * @return hours and minutes
	 */
	public String time(Instant instant, ZoneId zone) {
		return time(instant.atZone(zone).toLocalTime());
	}

	/**
	 * For the {@code datetime} attribute of {@code time} elements.
	 * @param moment the moment
	 * @return ISO 8601, to the second
	 */
	public String iso(Instant moment) {
		return moment.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private String format(String patternKey, TemporalAccessor moment) {
		return DateTimeFormatter.ofPattern(t(patternKey), locale()).format(moment);
	}

	/**
	 * The language of the page.
	 * @return what the address asks for, else what the reader has chosen before, else the
	 * authority's own, else Swedish
	 */
	public Locale locale() {
		Locale chosen = LanguageFilter.chosen(this.request);
		if (chosen != null) {
			return chosen;
		}
		Locale remembered = LanguageFilter.remembered(this.request);
		return (remembered != null && offered().contains(remembered)) ? remembered : ownLanguage();
	}

	/**
	 * The language of what the authority has written itself, where it is another than the
	 * page's.
	 * @return for the {@code lang} attribute; null where the page's own counts
	 */
	public @Nullable String ownLang() {
		return locale().equals(ownLanguage()) ? null : ownLanguage().getLanguage();
	}

	private List<Locale> offered() {
		return (this.authority != null) ? this.authority.languages() : Languages.ALL;
	}

	private Locale ownLanguage() {
		return (this.authority != null) ? this.authority.languages().get(0) : Languages.SWEDISH;
	}

	/**
	 * The zone in which times are shown.
	 * @return the authority's
	 */
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
	 * @param path its path
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
	 * The address of one of our style sheets or scripts.
	 * @param path its path, for example {@code /kulturlots.css}
	 * @return an address that changes with the content
	 */
	public String asset(String path) {
		return this.assets.address(path);
	}

	/**
	 * The whole address of one of our pictures, as others need it who show a link to us.
	 * @param path its path, for example {@code /kulturlots-card.png}
	 * @return an address that changes with the content
	 */
	public String address(String path) {
		return this.address.url(asset(path));
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
	 * A page that explains this installation.
	 * @return null in production
	 */
	public @Nullable Guide guide() {
		return this.source.guide().orElse(null);
	}

	/**
	 * Whose page it is.
	 * @return null if it is nobody's
	 */
	public @Nullable AuthorityInfo authority() {
		return this.authority;
	}

	/**
	 * Makes the page an authority's. Pages with {@code authority} in their address, and
	 * those of staff, are so already; others, such as those behind personal links, say
	 * it.
	 * @param id the authority's id
	 * @return this page
	 */
	public Page of(String id) {
		if (this.authority == null || !this.authority.id().equals(id)) {
			this.authority = this.source.authority(id).orElse(null);
		}
		return this;
	}

	/**
	 * Who is signed in.
	 * @return null if nobody
	 */
	public @Nullable AccountInfo account() {
		return this.source.account().orElse(null);
	}

	/**
	 * The whole title of the page: what is wrong, what it is, where it stands, whose it
	 * is.
	 * @param title what it is
	 * @param within what it is a part of, null if of nothing
	 * @return for the {@code title} element
	 */
	public String title(String title, @Nullable String within) {
		String whose = (this.authority != null) ? this.authority.name() : t("site.product");
		return (hasErrors() ? t("core.form.errorPrefix") + " " : "") + title + ((within != null) ? " – " + within : "")
				+ " – " + whose;
	}

	/**
	 * Whether the page stands behind somebody's personal link, and is nothing to share.
	 * @return true for what must not be found or shown elsewhere
	 */
	public boolean isPersonal() {
		return path().startsWith("/my/") || path().startsWith("/login/password/");
	}

	/**
	 * Whether others may be shown what the page is about.
	 * @return false for what is one person's, and when something went wrong
	 */
	public boolean isShared() {
		return !this.failed && !isPersonal();
	}

	/**
	 * Whether the page is one for staff, and somebody of the staff reads it.
	 * @return true for the staff's layout
	 */
	public boolean isForStaff() {
		return path().startsWith("/staff") && account() != null;
	}

	/**
	 * The name of the hidden field against forged requests.
	 * @return the field's name
	 */
	public String csrfName() {
		CsrfToken token = csrf();
		return (token != null) ? token.getParameterName() : "_csrf";
	}

	/**
	 * The value of the hidden field against forged requests.
	 * @return the field's value
	 */
	public String csrfToken() {
		CsrfToken token = csrf();
		return (token != null) ? token.getToken() : "";
	}

	private @Nullable CsrfToken csrf() {
		return (CsrfToken) this.request.getAttribute(CsrfToken.class.getName());
	}

	/**
	 * An empty form, to be shown for the first time.
	 * @return the form for the model
	 */
	public Form form() {
		return remember(Form.of(this, Map.of()));
	}

	/**
	 * A form with values in it, to be shown for the first time.
	 * @param values a record, or a map from field names
	 * @return the form for the model
	 */
	public Form form(Object values) {
		return remember(Form.of(this, FormValues.of(values)));
	}

	/**
	 * A form that was sent, with what was typed and what was wrong about it.
	 * @param binding the parameter after the validated one
	 * @return the form for the model
	 */
	public Form submitted(BindingResult binding) {
		return submitted().take(binding);
	}

	/**
	 * A form that was sent, with what was typed.
	 * @return the form for the model
	 */
	public Form submitted() {
		return remember(Form.submitted(this, this.request.getParameterMap()));
	}

	private Form remember(Form made) {
		this.form = made;
		return made;
	}

	/**
	 * Lets the page tell how old it is, and ask whether it helped.
	 * @param dates since when it is there and when it last changed
	 */
	public void show(Edition dates) {
		this.edition = dates;
	}

	/**
	 * Lets the page be nothing to keep, to share or to ask about: something went wrong.
	 */
	public void fail() {
		this.failed = true;
		this.edition = null;
	}

	/**
	 * How old the page is.
	 * @return null for forms, receipts and whatever is one person's
	 */
	public @Nullable Edition edition() {
		return this.edition;
	}

	/**
	 * Whether a form on this page was refused.
	 * @return true if the title says so
	 */
	public boolean hasErrors() {
		return this.form != null && this.form.hasErrors();
	}

	/**
	 * The status of the answer.
	 * @return 200, or that of the problem for which a form was refused
	 */
	public int status() {
		return (this.form != null) ? this.form.status() : 200;
	}

}
