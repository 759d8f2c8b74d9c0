package se.kulturlots.workflow;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

import se.kulturlots.identity.TooManyTries;

/** Asks a program for name and password, or to wait if it has been wrong too often. */
class BasicSignIn extends BasicAuthenticationEntryPoint {

	BasicSignIn() {
		setRealmName("Kulturlots");
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (reason instanceof TooManyTries tries) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
		}
		else {
			super.commence(request, response, reason);
		}
	}

}
