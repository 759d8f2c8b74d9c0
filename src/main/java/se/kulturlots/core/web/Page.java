package se.kulturlots.core.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.BindingResult;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Edition;
import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.web.MenuEntry.Menu;

/**
 * What a template asks for while a page is written: texts and dates in its language,
 * addresses, whose page it is and who reads it. One for each request, in every model as
 * {@code page}; controllers take it as a parameter.
 */
public class Page extends LocalizedRequest {

	private static final String CAME_BY = "by";

	private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{64}");

	private final PageSource source;

	private final Assets assets;

	private @Nullable Form form;

	private @Nullable Edition edition;

	private boolean failed;

	Page(HttpServletRequest request, MessageSource messages, PageSource source, Assets assets, PublicAddress address) {
		super(request, messages, address);
		this.source = source;
		this.assets = assets;
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
		return absolute(asset(path));
	}

	/**
	 * By which personal link the reader came, as {@code PersonalLinks} refers to it.
	 * @return null if by none
	 */
	public @Nullable String cameBy() {
		String reference = request().getParameter(CAME_BY);
		return (reference != null && REFERENCE.matcher(reference).matches()) ? reference : null;
	}

	/**
	 * An address in the page's language that takes along by which personal link the
	 * reader came.
	 * @param path the path without language and query
	 */
	public String onward(String path) {
		return (cameBy() != null) ? url(cameBy(path, cameBy())) : url(path);
	}

	/**
	 * An address that says by which personal link somebody comes.
	 * @param path the path without query
	 * @param reference how the link is referred to
	 */
	public static String cameBy(String path, String reference) {
		int end = (path.indexOf('#') < 0) ? path.length() : path.indexOf('#');
		return path.substring(0, end) + "?" + CAME_BY + "=" + reference + path.substring(end);
	}

	/**
	 * What a menu shows to whoever reads the page.
	 * @return in its order
	 */
	public List<MenuEntry> menu(Menu menu) {
		AccountInfo reader = account();
		return this.source.menus().stream().filter((each) -> each.menu() == menu && each.isFor(reader)).toList();
	}

	/**
	 * Whether this page is the one that a line of {@link Menu#MAIN} leads to, or in its
	 * section.
	 * @return for {@code aria-current}; null if it is neither
	 */
	public @Nullable String current(MenuEntry entry) {
		AuthorityInfo whose = authority();
		String home = (whose != null) ? "/" + whose.id() : "";
		String path = path();
		return entry
			.current(path.equals(home) ? "/" : path.startsWith(home + "/") ? path.substring(home.length()) : path);
	}

	/**
	 * Makes the page an authority's. Pages with {@code authority} in their address, and
	 * those of staff, are so already; others, such as those behind personal links, say
	 * it.
	 * @param id the authority's id
	 * @return this page
	 */
	public Page of(String id) {
		AuthorityInfo known = authority();
		if (known == null || !known.id().equals(id)) {
			setAuthority(this.source.authority(id).orElse(null));
		}
		return this;
	}

	/**
	 * Makes a page on which something went wrong that of the authority in its address.
	 * @param asking whether the database can be asked
	 */
	public void ofItsAddress(boolean asking) {
		if (authority() == null) {
			String id = path().replaceFirst("^/([^/]*).*", "$1");
			setAuthority((asking ? this.source.authority(id) : this.source.known(id)).orElse(null));
		}
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
		String whose = (authority() != null) ? authority().name() : t("site.product");
		return (hasErrors() ? t("core.form.errorPrefix") + " " : "") + title + ((within != null) ? " – " + within : "")
				+ " – " + whose;
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
		return (CsrfToken) request().getAttribute(CsrfToken.class.getName());
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
		return remember(Form.submitted(this, request().getParameterMap()));
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
