package se.kulturlots.consultation.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.MenuEntry.Menu;
import se.kulturlots.identity.Role;

/** What menus show of consultations. */
@Configuration(proxyBeanMethods = false)
class ConsultationMenu {

	@Bean
	@Order(20)
	static MenuEntry consultationsEntry() {
		return MenuEntry.staff("/staff/consultations", "staff.nav.consultations", Role.groups(Role.STAFF));
	}

	@Bean
	@Order(30)
	static MenuEntry newsEntry() {
		return new MenuEntry(Menu.PART, "/news.atom", "consultation.news.subscribe", Set.of(), "application/atom+xml");
	}

}
