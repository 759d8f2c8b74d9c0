package se.kulturlots.meeting.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.MeetingCalendar;
import se.kulturlots.meeting.MeetingId;

/** Calendars to subscribe to, and single meetings to put into one. */
@Controller
class CalendarController {

	private final MeetingCalendar calendar;

	private final PublicMeetings meetings;

	CalendarController(MeetingCalendar calendar, PublicMeetings meetings) {
		this.calendar = calendar;
		this.meetings = meetings;
	}

	@GetMapping("/{authority}/meetings.ics")
	ResponseEntity<byte[]> ofAuthority(@PathVariable String authority, Page page) {
		return file(this.calendar.of(authority, page.t("meeting.online"), page.locale()));
	}

	@GetMapping("/{authority}/{cases}/{slug}/meetings.ics")
	ResponseEntity<byte[]> ofCase(@PathVariable String authority, @PathVariable String cases, @PathVariable String slug,
			Page page) {
		return file(this.calendar.of(authority, PublicMeetings.casePath(authority, cases, slug),
				page.t("meeting.online"), page.locale()));
	}

	@GetMapping(PublicMeetings.MEETING + "/meeting.ics")
	ResponseEntity<byte[]> ofMeeting(@PathVariable String authority, @PathVariable String cases,
			@PathVariable String slug, @PathVariable MeetingId meetingId, Page page) {
		MeetingView view = this.meetings.find(page, authority, cases, slug, meetingId);
		return file(this.calendar.of(view.meeting(), view.of(), page.t("meeting.online"), page.locale()));
	}

	private static ResponseEntity<byte[]> file(byte[] content) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("meetings.ics").build().toString())
			.body(content);
	}

}
