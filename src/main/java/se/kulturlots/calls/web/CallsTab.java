package se.kulturlots.calls.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;

/** Where a case shows whom its mails have not reached. */
@Configuration(proxyBeanMethods = false)
class CallsTab {

	@Bean
	@Order(91)
	static CaseTab callsTabOfCase() {
		return CaseTab.ofAll("/calls", "calls.tab");
	}

}
