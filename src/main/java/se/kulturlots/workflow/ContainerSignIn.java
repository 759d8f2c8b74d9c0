package se.kulturlots.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import se.kulturlots.identity.Account;

/**
 * Tells the engine's web applications who is signed in to ours. Public and with a public
 * constructor, since they make it by its name.
 */
public class ContainerSignIn extends ContainerBasedAuthenticationProvider implements AuthenticationProvider {

	@Override
	public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		boolean staff = authentication != null && authentication.isAuthenticated()
				&& authentication.getPrincipal() instanceof Account;
		return staff ? AuthenticationResult.successful(authentication.getName()) : AuthenticationResult.unsuccessful();
	}

	@Override
	public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
		// the filter chain in front has already sent the person to the sign-in page
	}

}
