package se.kulturlots.site.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import se.kulturlots.identity.PathRule;

/** Who may reach the pages that belong to no module. */
@Configuration(proxyBeanMethods = false)
class SitePathRules {

	@Bean
	static PathRule sitePaths() {
		return PathRule.open("/", "/accessibility", "/personal-data", "/cookies", "/my/**", "/robots.txt",
				"/sitemap.xml", "/{authority}", "/{authority}/accessibility", "/{authority}/personal-data",
				"/{authority}/cookies", "/{authority}/contact", "/{authority}/opinion", "/{authority}/opinion/**",
				"/{authority}/sitemap.xml");
	}

}
