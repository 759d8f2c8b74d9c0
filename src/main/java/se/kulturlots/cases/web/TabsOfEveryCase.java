package se.kulturlots.cases.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;

/** The pages that cases of every kind have. */
@Configuration(proxyBeanMethods = false)
class TabsOfEveryCase {

	@Bean
	@Order(0)
	static CaseTab overviewTab() {
		return CaseTab.ofAll("", "cases.tab.overview");
	}

	@Bean
	@Order(80)
	static CaseTab documentsTab() {
		return CaseTab.ofAll("/documents", "cases.tab.documents");
	}

	@Bean
	@Order(85)
	static CaseTab notesTab() {
		return CaseTab.ofAll("/notes", "cases.tab.notes");
	}

	@Bean
	@Order(90)
	static CaseTab mailTab() {
		return CaseTab.ofAll("/mail", "cases.tab.mail");
	}

	@Bean
	@Order(100)
	static CaseTab journalTab() {
		return CaseTab.ofAll("/journal", "cases.tab.journal");
	}

}
