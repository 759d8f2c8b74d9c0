package se.kulturlots.demo.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.MenuEntry.Menu;

/** Leads from every page back to the demo's first, to be somebody else. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMenu {

	@Bean
	@Order(1000)
	static MenuEntry backFromStaffToDemo() {
		return MenuEntry.staff("/demo", "demo.back", Set.of());
	}

	@Bean
	@Order(1000)
	static MenuEntry backToDemo() {
		return new MenuEntry(Menu.ABOUT, "/demo", "demo.back", Set.of(), null);
	}

}
