package se.kulturlots.identity.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import se.kulturlots.core.web.Refusal;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.AccountStates;
import se.kulturlots.identity.SignInMark;

/**
 * Ends a session whose account has been closed, got other roles or a new password, at its
 * next request. Our pages and the engine's share the session, so it ends for all of them.
 */
class EndedSessions extends OncePerRequestFilter {

	private final AccountStates states;

	EndedSessions(AccountStates states) {
		this.states = states;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null) {
			try {
				if (hasEnded(SecurityContextHolder.getContext().getAuthentication())) {
					SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
					session.invalidate();
				}
			}
			catch (DataAccessResourceFailureException | TransientDataAccessException ex) {
				Refusal.send(request, response, HttpStatus.SERVICE_UNAVAILABLE.value());
				return;
			}
		}
		chain.doFilter(request, response);
	}

	private boolean hasEnded(Authentication authentication) {
		return authentication != null && authentication.getPrincipal() instanceof Account account
				&& !new SignInMark(this.states.sessions(account.id())).equals(authentication.getDetails());
	}

}
