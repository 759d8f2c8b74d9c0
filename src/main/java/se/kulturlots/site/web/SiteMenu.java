package se.kulturlots.site.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.identity.Role;

/** What menus show of the site. */
@Configuration(proxyBeanMethods = false)
class SiteMenu {

	@Bean
	@Order(0)
	static MenuEntry frontEntry() {
		return MenuEntry.main("/", "site.nav.consultations", "/consultations/");
	}

	@Bean
	@Order(90)
	static MenuEntry contactEntry() {
		return MenuEntry.main("/contact", "site.nav.contact");
	}

	@Bean
	@Order(60)
	static MenuEntry opinionsEntry() {
		return MenuEntry.staff("/staff/opinions", "site.opinions.title", Role.groups(Role.STAFF));
	}

}
