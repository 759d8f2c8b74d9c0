package se.kulturlots.input.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;
import se.kulturlots.consultation.ConsultationKind;
import se.kulturlots.input.InputProcess;

/** The page of a consultation with the input to it. */
@Configuration(proxyBeanMethods = false)
class InputCaseTab {

	@Bean
	@Order(50)
	static CaseTab inputTab() {
		return CaseTab.of(ConsultationKind.KEY, "/input", "input.tab", InputProcess.KEY.value());
	}

}
