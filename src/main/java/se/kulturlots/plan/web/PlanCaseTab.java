package se.kulturlots.plan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;
import se.kulturlots.consultation.ConsultationKind;
import se.kulturlots.plan.PlanProcess;

/** The page of a consultation with its plan. */
@Configuration(proxyBeanMethods = false)
class PlanCaseTab {

	@Bean
	@Order(60)
	static CaseTab planTab() {
		return CaseTab.of(ConsultationKind.KEY, "/plan", "plan.tab", PlanProcess.DRAFTING.value(),
				PlanProcess.APPROVAL.value(), PlanProcess.FEEDBACK.value());
	}

}
