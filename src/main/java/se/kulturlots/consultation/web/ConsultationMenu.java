package se.kulturlots.consultation.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.MenuEntry.Menu;
import se.kulturlots.identity.PathRule;
import se.kulturlots.identity.Role;

/**
 * The pages of consultations; those of their meetings, input and plans lie below them.
 */
@Configuration(proxyBeanMethods = false)
class ConsultationMenu {

	@Bean
	static PathRule consultationPaths() {
		return PathRule.open("/{authority}/consultations/**", "/{authority}/news.atom");
	}

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
