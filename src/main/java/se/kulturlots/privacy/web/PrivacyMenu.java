package se.kulturlots.privacy.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;

/** What menus show of personal data. */
@Configuration(proxyBeanMethods = false)
class PrivacyMenu {

	@Bean
	@Order(20)
	static MenuEntry askEntry() {
		return MenuEntry.main("/my", "privacy.ask.title");
	}

}
