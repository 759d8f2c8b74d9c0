package se.kulturlots.subscription.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.identity.PathRule;

/** The pages of news by mail. */
@Configuration(proxyBeanMethods = false)
class SubscriptionPaths {

	@Bean
	static PathRule followPaths() {
		return PathRule.open("/{authority}/follow", "/my/news/**");
	}

	@Bean
	@Order(25)
	static MenuEntry followEntry() {
		return MenuEntry.part("/follow", "subscription.follow.title");
	}

}
