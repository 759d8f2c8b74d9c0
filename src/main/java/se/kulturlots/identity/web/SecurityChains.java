package se.kulturlots.identity.web;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import se.kulturlots.identity.AccountStates;
import se.kulturlots.identity.PathRule;
import se.kulturlots.identity.PathRule.Who;
import se.kulturlots.identity.Role;

/**
 * Who may reach which address, by the rules of the modules. What none of them names is
 * refused, so that a new page cannot be open by mistake.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

	/** Forms that stand on every page, and harm nobody if sent by somebody else. */
	private static final RequestMatcher ASKED_EVERYWHERE = post("/{authority}/opinion");

	/** What mail programs post to, with the token of the mail (RFC 8058). */
	private static final RequestMatcher ONE_CLICK = post("/my/news/{token}/one-click");

	private static final String[] ASSETS = { "/favicon.ico", "/kulturlots.css", "/kulturlots.js",
			"/kulturlots-diagram.js", "/kulturlots-task.js", "/kulturlots-task.css", "/kulturlots.svg",
			"/kulturlots-180.png", "/kulturlots-card.png", "/vendor/**", "/theme/{authority}.css",
			"/theme/{authority}.png", "/theme/{authority}/{picture}" };

	private static final RequestMatcher STAFF_PAGES = anyOf("/staff/**");

	private static final RequestMatcher ENGINE_PAGES = anyOf("/camunda/**");

	private static final RequestMatcher ENGINE_API = anyOf("/camunda/api/**");

	private static final RequestMatcher SIGN_OUT = new OrRequestMatcher(post("/logout"),
			post("/camunda/api/admin/auth/user/*/logout"));

	private final AccountStates states;

	private final List<PathRule> rules;

	private final boolean https;

	SecurityChains(AccountStates states, List<PathRule> rules,
			@Value("${kulturlots.public-url:http://localhost}") String publicUrl) {
		this.states = states;
		this.rules = rules;
		this.https = publicUrl.startsWith("https:");
	}

	@Bean
	@Order(2)
	SecurityFilterChain pageSecurity(HttpSecurity http, ObjectProvider<ClientRegistrationRepository> identityProviders,
			OidcAccounts oidc) throws Exception {
		SignInLanding landing = new SignInLanding(wanted());
		RefusedRequests refused = new RefusedRequests(new OrRequestMatcher(STAFF_PAGES, ENGINE_PAGES));
		http.authorizeHttpRequests(this::rules);
		http.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens())
			.ignoringRequestMatchers(ENGINE_API, ASKED_EVERYWHERE, ONE_CLICK));
		http.requestCache((cache) -> cache.requestCache(wanted()));
		http.exceptionHandling((handling) -> handling
			.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), ENGINE_API)
			.defaultAuthenticationEntryPointFor(signIn(), new OrRequestMatcher(STAFF_PAGES, ENGINE_PAGES))
			.defaultAuthenticationEntryPointFor(refused, AnyRequestMatcher.INSTANCE)
			.accessDeniedHandler(refused));
		http.formLogin((form) -> form.loginPage("/login")
			.usernameParameter("account")
			.successHandler(landing)
			.failureHandler(new SignInFailure()));
		http.logout((logout) -> logout.logoutRequestMatcher(SIGN_OUT).logoutSuccessHandler(signedOut()));
		ClientRegistrationRepository providers = identityProviders.getIfAvailable();
		if (providers != null) {
			http.oauth2Login((login) -> login.loginPage("/login")
				.authorizationEndpoint((start) -> start.authorizationRequestResolver(new KnownProviders(providers)))
				.userInfoEndpoint((user) -> user.oidcUserService(oidc))
				.successHandler(oidc.thenTo(landing))
				.failureHandler(new SignInFailure()));
		}
		http.addFilterBefore(new EndedSessions(this.states), LogoutFilter.class);
		http.headers((all) -> all.frameOptions((frame) -> frame.sameOrigin())
			.addHeaderWriter(new PageHeaders(ENGINE_PAGES)));
		return http.build();
	}

	/**
	 * Addresses are matched as they came, without asking each time who would answer them.
	 */
	@Bean
	static PathPatternRequestMatcherBuilderFactoryBean requestMatcherBuilder() {
		return new PathPatternRequestMatcherBuilderFactoryBean();
	}

	private void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
		// what is dispatched again was let in by these rules the first time
		rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
		rules.requestMatchers(HttpMethod.GET, ASSETS).permitAll();
		rules.requestMatchers("/login").permitAll();
		each(Who.ROLES, (rule) -> rules.requestMatchers(patterns(rule)).hasAnyRole(names(rule.roles())));
		each(Who.ANY_ACCOUNT, (rule) -> rules.requestMatchers(patterns(rule)).authenticated());
		rules.requestMatchers("/staff/**").hasAnyRole(names(Role.STAFF));
		// what of it is open says the engine's gate
		rules.requestMatchers("/camunda/**").authenticated();
		rules.requestMatchers("/error").denyAll();
		// the last, so that no module can open what is staff's
		each(Who.ANYONE, (rule) -> rules.requestMatchers(patterns(rule)).permitAll());
		rules.anyRequest().denyAll();
	}

	private void each(Who who, Consumer<PathRule> rule) {
		this.rules.stream().filter((each) -> each.who() == who).forEach(rule);
	}

	private static String[] patterns(PathRule rule) {
		return rule.patterns().toArray(String[]::new);
	}

	private static String[] names(Set<Role> roles) {
		return roles.stream().map(Role::name).toArray(String[]::new);
	}

	private CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("KL-CSRF");
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(this.https).sameSite("Lax").path("/"));
		return tokens;
	}

	/**
	 * Where somebody was going is kept in a cookie, so that strangers make no sessions.
	 */
	private CookieRequestCache wanted() {
		CookieRequestCache wanted = new CookieRequestCache();
		wanted.setRequestMatcher(new OrRequestMatcher(get("/staff/**"), get("/camunda/app/*/*/")));
		wanted.setCookieCustomizer((cookie) -> {
			cookie.setSecure(this.https);
			cookie.setAttribute("SameSite", "Lax");
		});
		return wanted;
	}

	private static LoginUrlAuthenticationEntryPoint signIn() {
		LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/login");
		signIn.setFavorRelativeUris(true);
		return signIn;
	}

	private static LogoutSuccessHandler signedOut() {
		return (request, response, authentication) -> {
			if (ENGINE_API.matches(request)) {
				response.setStatus(HttpStatus.OK.value());
			}
			else {
				response.sendRedirect("/login?signedOut");
			}
		};
	}

	/** The session's cookie travels encrypted wherever the public address does. */
	@Bean
	ServletContextInitializer secureSessionCookie() {
		return (context) -> {
			if (this.https) {
				context.getSessionCookieConfig().setSecure(true);
			}
		};
	}

	private static RequestMatcher anyOf(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(pattern);
	}

	private static RequestMatcher get(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
	}

	private static RequestMatcher post(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
	}

}
