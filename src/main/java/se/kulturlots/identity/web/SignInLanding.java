package se.kulturlots.identity.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** Takes somebody who has signed in to where they were going, or to where they work. */
class SignInLanding implements AuthenticationSuccessHandler {

	/**
	 * What browsers take for a path here; of slashes and blanks they make other things.
	 */
	private static final Pattern HERE = Pattern.compile("/[a-z][!-~]*");

	private final RequestCache wanted;

	SignInLanding(RequestCache wanted) {
		this.wanted = wanted;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		SavedRequest before = this.wanted.getRequest(request, response);
		this.wanted.removeRequest(request, response);
		String path = (before != null) ? path(before) : "";
		response.sendRedirect(HERE.matcher(path).matches() ? path : workplace(authentication));
	}

	/* without the server's name: what came in a cookie may not lead to another one */
	private static String path(SavedRequest before) {
		return before.getRedirectUrl().replaceFirst("^[a-z]+://[^/]*", "");
	}

	private static String workplace(Authentication authentication) {
		boolean adminOnly = authentication.getPrincipal() instanceof Account account
				&& account.roles().stream().allMatch((role) -> role == Role.ADMIN);
		return adminOnly ? "/staff/accounts" : "/staff";
	}

}
