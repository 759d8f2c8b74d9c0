package se.kulturlots.testing.sample;

import java.util.EnumSet;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.identity.PathRule;
import se.kulturlots.identity.Role;

/** The pages of circles: for some roles, and for everybody. */
@Configuration(proxyBeanMethods = false)
class SampleMenu {

	private static final Set<Role> ROLES = EnumSet.of(Role.OFFICER, Role.MANAGER);

	@Bean
	static PathRule circlesOfStaff() {
		return PathRule.of(ROLES, "/staff/samples/**");
	}

	@Bean
	static PathRule publicCircles() {
		return PathRule.open("/{authority}/samples/**");
	}

	@Bean
	@Order(900)
	static MenuEntry circlesOfStaffEntry() {
		return MenuEntry.staff("/staff/samples", "sample.circles", Role.groups(ROLES));
	}

	@Bean
	@Order(900)
	static MenuEntry publicCirclesEntry() {
		return MenuEntry.part("/samples", "sample.circles");
	}

}
