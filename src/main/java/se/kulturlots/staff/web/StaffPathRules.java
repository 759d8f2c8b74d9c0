package se.kulturlots.staff.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import se.kulturlots.identity.PathRule;
import se.kulturlots.identity.Role;

/** Who may reach accounts, settings and the handbook. */
@Configuration(proxyBeanMethods = false)
class StaffPathRules {

	@Bean
	static PathRule accountsOfOthers() {
		return PathRule.of(Set.of(Role.ADMIN), "/staff/accounts/**");
	}

	@Bean
	static PathRule settings() {
		return PathRule.of(Set.of(Role.ADMIN, Role.MANAGER), "/staff/settings/**");
	}

	@Bean
	static PathRule absencesOfOthers() {
		return PathRule.of(Set.of(Role.MANAGER), "/staff/absences/**");
	}

	@Bean
	static PathRule ownAccountAndHandbook() {
		return PathRule.signedIn("/staff/account/**", "/staff/handbook/**");
	}

	@Bean
	static PathRule passwords() {
		return PathRule.open("/login/forgot", "/login/password/*");
	}

}
