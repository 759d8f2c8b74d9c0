package se.kulturlots.core.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads people who end an address with a slash to the page they mean, with what they ask
 * it. The engine's pages need theirs; what begins with two slashes would lead elsewhere.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 15)
class TrailingSlash extends OncePerRequestFilter {

	private static final Pattern TOO_MUCH = Pattern.compile("(/(?!camunda/|engine-rest/)[^/\\\\].*?)/+");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var address = TOO_MUCH.matcher(request.getRequestURI());
		if (!address.matches()) {
			chain.doFilter(request, response);
			return;
		}
		String query = request.getQueryString();
		response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
		response.setHeader(HttpHeaders.LOCATION, address.group(1) + ((query != null) ? "?" + query : ""));
	}

}
