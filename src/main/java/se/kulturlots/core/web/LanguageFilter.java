package se.kulturlots.core.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Takes the language off the beginning of an address, before anything else reads it, so
 * that access rules and controllers know one address for each page. Whoever chooses a
 * language is remembered by a cookie, which counts where the address names none.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 10)
class LanguageFilter extends OncePerRequestFilter {

	/** What the links between languages end with. */
	static final String CHOICE = "choose-language=";

	private static final String ATTRIBUTE = LanguageFilter.class.getName();

	private static final String COOKIE = "KL-LANGUAGE";

	private static final int YEAR = 365 * 24 * 60 * 60;

	/**
	 * The language that the address asks for.
	 * @return null if it asks for none
	 */
	static @Nullable Locale chosen(HttpServletRequest request) {
		return (Locale) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * The language that the reader has chosen before.
	 * @return null if they have chosen none
	 */
	static @Nullable Locale remembered(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null) ? known(cookie.getValue()).orElse(null) : null;
	}

	private static Optional<Locale> known(String tag) {
		return Languages.ALL.stream().filter((language) -> language.getLanguage().equals(tag)).findFirst();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Locale> choice = choice(request);
		if (choice.isPresent()) {
			response.addCookie(cookie(choice.get(), request.isSecure()));
			response.sendRedirect(withoutChoice(request));
			return;
		}
		Optional<Locale> language = Languages.atStartOf(request.getRequestURI());
		if (language.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		request.setAttribute(ATTRIBUTE, language.get());
		chain.doFilter(new WithoutLanguage(request), response);
	}

	private static Optional<Locale> choice(HttpServletRequest request) {
		if (!"GET".equals(request.getMethod())) {
			return Optional.empty();
		}
		return query(request).filter((part) -> part.startsWith(CHOICE))
			.findFirst()
			.flatMap((part) -> known(part.substring(CHOICE.length())));
	}

	private static Stream<String> query(HttpServletRequest request) {
		return (request.getQueryString() != null) ? Stream.of(request.getQueryString().split("&")) : Stream.empty();
	}

	private static Cookie cookie(Locale language, boolean secure) {
		Cookie cookie = new Cookie(COOKIE, language.getLanguage());
		cookie.setPath("/");
		cookie.setMaxAge(YEAR);
		cookie.setHttpOnly(true);
		cookie.setSecure(secure);
		cookie.setAttribute("SameSite", "Lax");
		return cookie;
	}

	/* two slashes at its beginning would lead to another server */
	private static String withoutChoice(HttpServletRequest request) {
		String rest = query(request).filter((part) -> !part.startsWith(CHOICE)).collect(Collectors.joining("&"));
		String path = "/" + request.getRequestURI().replaceFirst("^[/\\\\]+", "");
		return rest.isEmpty() ? path : path + "?" + rest;
	}

	/** The same request to the address without the language. */
	private static final class WithoutLanguage extends HttpServletRequestWrapper {

		WithoutLanguage(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getRequestURI() {
			return Languages.withoutLanguage(super.getRequestURI());
		}

		@Override
		public String getServletPath() {
			return Languages.withoutLanguage(super.getServletPath());
		}

	}

}
