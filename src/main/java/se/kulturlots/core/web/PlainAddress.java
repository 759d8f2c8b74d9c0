package se.kulturlots.core.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address in which a servlet's own part is written in another way, with two
 * slashes, dots or codes. The server straightens it out to find the servlet; whoever
 * reads it as it was sent does not find that part, and fails.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 20)
class PlainAddress extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean below = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
		if (below && !(request.getRequestURI() + "/").startsWith(request.getServletPath() + "/")) {
			Refusal.send(request, response, HttpStatus.BAD_REQUEST.value());
			return;
		}
		chain.doFilter(request, response);
	}

}
