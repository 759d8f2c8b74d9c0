package se.kulturlots.consultation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import se.kulturlots.identity.PathRule;

/**
 * Who may reach the pages of consultations; those of their meetings, input and plans lie
 * below them.
 */
@Configuration(proxyBeanMethods = false)
class ConsultationPathRules {

	@Bean
	static PathRule consultationPaths() {
		return PathRule.open("/{authority}/consultations/**", "/{authority}/news.atom");
	}

}
