package se.kulturlots.identity.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the sign-in page again, with what was typed and what was wrong. */
class SignInFailure implements AuthenticationFailureHandler {

	static final String PATH = "/login/failed";

	static final String REASON = "signInFailure";

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException reason) throws IOException, ServletException {
		if (reason instanceof InternalAuthenticationServiceException) {
			throw reason;
		}
		request.setAttribute(REASON, reason);
		request.getRequestDispatcher(PATH).forward(request, response);
	}

}
