package se.kulturlots.privacy.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.identity.PathRule;

/** The page that sends people a link to what is stored about them. */
@Configuration(proxyBeanMethods = false)
class PrivacyMenu {

	@Bean
	static PathRule askPath() {
		return PathRule.open("/{authority}/my");
	}

	@Bean
	@Order(20)
	static MenuEntry askEntry() {
		return MenuEntry.main("/my", "privacy.ask.title");
	}

}
