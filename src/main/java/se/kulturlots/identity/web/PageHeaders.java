package se.kulturlots.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What browsers may do with our pages. The engine's own pages set theirs; a page that has
 * set one already keeps it.
 */
class PageHeaders implements HeaderWriter {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	/** What is one person's, or staff's. */
	private static final RequestMatcher NOT_FOR_SEARCH = new OrRequestMatcher(anyOf("/my/**"), anyOf("/staff/**"),
			anyOf("/login"), anyOf("/demo/**"), anyOf("/{authority}/my"), anyOf("/{authority}/opinion/**"));

	private final RequestMatcher notOurs;

	PageHeaders(RequestMatcher notOurs) {
		this.notOurs = notOurs;
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (this.notOurs.matches(request)) {
			return;
		}
		write(response, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
		write(response, "Referrer-Policy", "same-origin");
		if (NOT_FOR_SEARCH.matches(request)) {
			write(response, "X-Robots-Tag", "noindex, nofollow");
		}
		write(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
		write(response, "Cross-Origin-Opener-Policy", "same-origin");
	}

	private static RequestMatcher anyOf(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(pattern);
	}

	private static void write(HttpServletResponse response, String name, String value) {
		if (!response.containsHeader(name)) {
			response.setHeader(name, value);
		}
	}

}
