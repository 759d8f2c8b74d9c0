package se.kulturlots.identity.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

import se.kulturlots.core.web.BodyLimit;
import se.kulturlots.core.web.Refusal;

/**
 * Answers what the rules refuse. Where there is nothing for anybody, the answer is that
 * there is nothing; a form without its hidden field is told so.
 */
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final RequestMatcher known;

	RefusedRequests(RequestMatcher known) {
		this.known = known;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		Refusal.send(request, response, HttpStatus.NOT_FOUND.value());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		if (denied instanceof CsrfException) {
			if (BodyLimit.wasExceeded(request)) {
				Refusal.send(request, response, HttpStatus.PAYLOAD_TOO_LARGE.value());
			}
			else {
				Refusal.send(request, response, HttpStatus.FORBIDDEN.value(), Refusal.UNCHECKED_FORM);
			}
			return;
		}
		HttpStatus status = this.known.matches(request) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
		Refusal.send(request, response, status.value());
	}

}
