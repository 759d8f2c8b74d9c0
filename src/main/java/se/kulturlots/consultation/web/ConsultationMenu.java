package se.kulturlots.consultation.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;
import se.kulturlots.consultation.ConsultationKind;
import se.kulturlots.consultation.CycleProcess;
import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.MenuEntry.Menu;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.ProcessKey;

/** What menus show of consultations, and the pages that they alone have. */
@Configuration(proxyBeanMethods = false)
class ConsultationMenu {

	private static final ProcessKey INVITATION = new ProcessKey("invitation");

	@Bean
	@Order(20)
	static MenuEntry consultationsEntry() {
		return MenuEntry.staff("/staff/consultations", "staff.nav.consultations", Role.groups(Role.STAFF));
	}

	@Bean
	@Order(30)
	static MenuEntry newsEntry() {
		return new MenuEntry(Menu.PART, "/news.atom", "consultation.news.subscribe", Set.of(), "application/atom+xml");
	}

	@Bean
	@Order(20)
	static CaseTab inviteesTab() {
		return CaseTab.of(ConsultationKind.KEY, "/invitees", "consultation.tab.invitees",
				CycleProcess.INVENTORY.value(), INVITATION.value());
	}

	@Bean
	@Order(75)
	static CaseTab wordsTab() {
		return CaseTab.of(ConsultationKind.KEY, "/words", "consultation.tab.words");
	}

	@Bean
	@Order(30)
	static CaseTab coverageTab() {
		return CaseTab.of(ConsultationKind.KEY, "/coverage", "consultation.tab.coverage");
	}

}
