package se.kulturlots.register.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import se.kulturlots.identity.PathRule;

/** Who may reach the form with which an organisation registers itself. */
@Configuration(proxyBeanMethods = false)
class RegisterPathRules {

	@Bean
	static PathRule joinPaths() {
		return PathRule.open("/{authority}/join", "/{authority}/join/**");
	}

}
