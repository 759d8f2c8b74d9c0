package se.kulturlots.identity.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

import se.kulturlots.identity.AccountAuthentication;

/**
 * Signs in with an identity provider. It only says who somebody is: the account must
 * exist here under the name they prefer there, and has its rights from here.
 */
@Component
class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService users = new OidcUserService();

	private final AccountAuthentication accounts;

	OidcAccounts(AccountAuthentication accounts) {
		this.accounts = accounts;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = this.users.loadUser(request);
		signedIn(user);
		return user;
	}

	private Authentication signedIn(OidcUser user) {
		String preferredName = user.getClaimAsString(StandardClaimNames.PREFERRED_USERNAME);
		if (preferredName == null) {
			throw new OAuth2AuthenticationException(new OAuth2Error("no_preferred_username"));
		}
		return this.accounts.vouchedFor(preferredName)
			.orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("no_account")));
	}

	/** Lets the session hold the account, as it does after a sign-in with a password. */
	AuthenticationSuccessHandler thenTo(AuthenticationSuccessHandler landing) {
		HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
		return (request, response, authentication) -> {
			Authentication signedIn = signedIn((OidcUser) authentication.getPrincipal());
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(signedIn);
			SecurityContextHolder.setContext(context);
			sessions.saveContext(context, request, response);
			landing.onAuthenticationSuccess(request, response, signedIn);
		};
	}

}
