package se.kulturlots.core.web;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/** Leads people who end an address with a slash to the page they mean. */
@Configuration(proxyBeanMethods = false)
class TrailingSlash {

	@Bean
	FilterRegistrationBean<UrlHandlerFilter> withoutTrailingSlash() {
		// the engine's pages need theirs
		var registration = new FilterRegistrationBean<>(
				UrlHandlerFilter.trailingSlashHandler("/{first:(?!camunda$|engine-rest$).+}/**")
					.redirect(HttpStatus.PERMANENT_REDIRECT)
					.build());
		registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 15);
		return registration;
	}

}
