package se.kulturlots.meeting.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.cases.CaseTab;
import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.MenuEntry.Menu;
import se.kulturlots.meeting.MeetingProcess;

/** What menus and cases show of meetings. */
@Configuration(proxyBeanMethods = false)
class MeetingMenu {

	@Bean
	@Order(10)
	static MenuEntry meetingsEntry() {
		return MenuEntry.main("/meetings", "meeting.list.title");
	}

	@Bean
	@Order(40)
	static MenuEntry calendarEntry() {
		return new MenuEntry(Menu.PART, "/meetings.ics", "consultation.news.calendar", Set.of(), "text/calendar");
	}

	@Bean
	@Order(40)
	static CaseTab meetingsTab() {
		return CaseTab.ofAll("/meetings", "meeting.tab", MeetingProcess.KEY.value());
	}

}
