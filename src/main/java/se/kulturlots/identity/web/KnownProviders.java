package se.kulturlots.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Sends on to identity providers that are set up. What names another one is an address
 * like any that there is not, and no fault of ours.
 */
class KnownProviders implements OAuth2AuthorizationRequestResolver {

	private static final String START = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;

	private final ClientRegistrationRepository providers;

	private final OAuth2AuthorizationRequestResolver requests;

	KnownProviders(ClientRegistrationRepository providers) {
		this.providers = providers;
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers, START);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		String path = request.getServletPath();
		boolean known = path.startsWith(START + "/")
				&& this.providers.findByRegistrationId(path.substring(START.length() + 1)) != null;
		return known ? this.requests.resolve(request) : null;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
		return this.requests.resolve(request, provider);
	}

}
