package se.kulturlots.core.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the language off the beginning of an address, before anything else reads it, so
 * that access rules and controllers know one address for each page.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 10)
class LanguageFilter extends OncePerRequestFilter {

	private static final String ATTRIBUTE = LanguageFilter.class.getName();

	/**
	 * The language that the address asks for.
	 * @param request the request
	 * @return null if it asks for none
	 */
	static @Nullable Locale chosen(HttpServletRequest request) {
		return (Locale) request.getAttribute(ATTRIBUTE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Locale> language = Languages.atStartOf(request.getRequestURI());
		if (language.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		request.setAttribute(ATTRIBUTE, language.get());
		chain.doFilter(new WithoutLanguage(request), response);
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
