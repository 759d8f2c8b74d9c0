package se.kulturlots.meeting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import se.kulturlots.identity.PathRule;

/** Who may reach the list of meetings, and their calendar. */
@Configuration(proxyBeanMethods = false)
class MeetingPathRules {

	@Bean
	static PathRule meetingPaths() {
		return PathRule.open("/{authority}/meetings", "/{authority}/meetings.ics");
	}

}
