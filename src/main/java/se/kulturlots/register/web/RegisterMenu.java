package se.kulturlots.register.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.identity.Role;

/** What menus show of the register. */
@Configuration(proxyBeanMethods = false)
class RegisterMenu {

	@Bean
	@Order(10)
	static MenuEntry joinEntry() {
		return MenuEntry.part("/join", "site.front.join");
	}

	@Bean
	@Order(30)
	static MenuEntry registerEntry() {
		return MenuEntry.staff("/staff/register", "staff.nav.register", Role.groups(Role.STAFF));
	}

}
