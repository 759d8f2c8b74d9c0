package se.kulturlots.demo.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import se.kulturlots.identity.PathRule;

/** Who reaches the demo's own pages. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoPathRules {

	@Bean
	static PathRule demoPaths() {
		return PathRule.open("/demo/**");
	}

}
