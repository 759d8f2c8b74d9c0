package se.kulturlots.meeting.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.MenuEntry.Menu;
import se.kulturlots.identity.PathRule;

/** The calendar of meetings. */
@Configuration(proxyBeanMethods = false)
class MeetingMenu {

	@Bean
	static PathRule calendarPath() {
		return PathRule.open("/{authority}/meetings.ics");
	}

	@Bean
	@Order(40)
	static MenuEntry calendarEntry() {
		return new MenuEntry(Menu.PART, "/meetings.ics", "consultation.news.calendar", Set.of(), "text/calendar");
	}

}
