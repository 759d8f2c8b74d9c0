package se.kulturlots.workflow;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/**
 * The engine's doors: its web applications share our session, its REST API has HTTP
 * Basic.
 */
@Configuration(proxyBeanMethods = false)
class EngineSecurity {

	@Bean
	FilterRegistrationBean<ContainerBasedAuthenticationFilter> webApplications() {
		var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
		registration.addInitParameter("authentication-provider", ContainerSignIn.class.getName());
		registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
		registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
		return registration;
	}

	@Bean
	FilterRegistrationBean<PageNonces> pageNonces() {
		var registration = new FilterRegistrationBean<>(new PageNonces());
		registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
		registration.addUrlPatterns("/camunda/app/*");
		return registration;
	}

	@Bean
	FilterRegistrationBean<EngineGate> engineGate(EngineIds ids, CalledDefinitions called, EngineTexts texts,
			ObjectMapper json) {
		var registration = new FilterRegistrationBean<>(new EngineGate(ids, called, texts, json));
		registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
		registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
		return registration;
	}

	@Bean
	@Order(1)
	SecurityFilterChain restApi(HttpSecurity http, IdentityService identity) throws Exception {
		return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.httpBasic((basic) -> basic.authenticationEntryPoint(new BasicSignIn()))
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.addFilterAfter(new EngineAuthentication(identity), AuthorizationFilter.class)
			.build();
	}

	/** Tells the engine who calls, for the length of one request. */
	private static final class EngineAuthentication extends OncePerRequestFilter {

		private final IdentityService identity;

		private EngineAuthentication(IdentityService identity) {
			this.identity = identity;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
			Account account = (Account) authentication.getPrincipal();
			this.identity.setAuthentication(account.id(), account.roles().stream().map(Role::group).toList(),
					(account.authorityId() != null) ? List.of(account.authorityId()) : List.of());
			try {
				chain.doFilter(request, response);
			}
			finally {
				this.identity.clearAuthentication();
			}
		}

	}

}
