package se.kulturlots.privacy.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import se.kulturlots.identity.PathRule;

/** Who may ask for the pages with what is kept about them. */
@Configuration(proxyBeanMethods = false)
class PrivacyPathRules {

	@Bean
	static PathRule askPath() {
		return PathRule.open("/{authority}/my");
	}

}
