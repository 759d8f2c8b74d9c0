package se.kulturlots.staff.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.MenuEntry.Menu;
import se.kulturlots.identity.Role;

/** What menus show staff. */
@Configuration(proxyBeanMethods = false)
class StaffMenu {

	@Bean
	@Order(10)
	static MenuEntry startEntry() {
		return MenuEntry.staff("/staff", "staff.nav.start", Role.groups(Role.STAFF));
	}

	@Bean
	@Order(40)
	static MenuEntry tasksEntry() {
		return MenuEntry.staff("/camunda/app/tasklist/default/", "staff.nav.tasks", Role.groups(Role.STAFF));
	}

	@Bean
	@Order(50)
	static MenuEntry progressEntry() {
		return MenuEntry.staff("/staff/progress", "staff.nav.progress", Role.groups(Role.STAFF));
	}

	@Bean
	@Order(70)
	static MenuEntry cockpitEntry() {
		return MenuEntry.staff("/camunda/app/cockpit/default/", "staff.nav.cockpit", Set.of(Role.MANAGER.group()));
	}

	@Bean
	@Order(80)
	static MenuEntry accountsEntry() {
		return MenuEntry.staff("/staff/accounts", "staff.nav.accounts", Set.of(Role.ADMIN.group()));
	}

	@Bean
	@Order(90)
	static MenuEntry settingsEntry() {
		return new MenuEntry(Menu.STAFF, "/staff/settings", "staff.nav.settings",
				Role.groups(Set.of(Role.ADMIN, Role.MANAGER)), null, true);
	}

	@Bean
	@Order(100)
	static MenuEntry handbookEntry() {
		return MenuEntry.staff("/staff/handbook", "staff.nav.handbook", Set.of());
	}

}
