package se.kulturlots.phonecalls.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;

/** Where a case shows whom its mails have not reached. */
@Configuration(proxyBeanMethods = false)
class PhoneCallsTab {

	@Bean
	@Order(91)
	static CaseTab callsTabOfCase() {
		return CaseTab.ofAll("/phone-calls", "phonecalls.tab");
	}

}
