package se.kulturlots.staff.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;
import se.kulturlots.consultation.ConsultationKind;

/** The page of a consultation with its numbers. */
@Configuration(proxyBeanMethods = false)
class NumbersCaseTab {

	@Bean
	@Order(70)
	static CaseTab numbersTab() {
		return CaseTab.of(ConsultationKind.KEY, "/numbers", "staff.numbers.tab");
	}

}
