package se.kulturlots.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Uid;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.PublicAddress;
import se.kulturlots.mail.Attachment;

/** A meeting as calendars read it, for those who have a seat. */
@Component
class CalendarFile {

	private final PublicAddress address;

	private final AppClock clock;

	CalendarFile(PublicAddress address, AppClock clock) {
		this.address = address;
		this.clock = clock;
	}

	/** Puts the meeting in the calendar, or moves what stands there already. */
	Attachment of(Meeting meeting, Consultation consultation, Authority authority) {
		return file(meeting, consultation, authority, Method.publish(), Status.confirmed(), meeting.sequence());
	}

	/** Takes the meeting out of the calendar of somebody who does not come. */
	Attachment withdrawn(Meeting meeting, Consultation consultation, Authority authority) {
		return file(meeting, consultation, authority, Method.cancel(), Status.cancelled(), meeting.sequence() + 1);
	}

	/** Takes a meeting that is called off out of the calendar. */
	Attachment cancelled(Meeting meeting, Consultation consultation, Authority authority) {
		return file(meeting, consultation, authority, Method.cancel(), Status.cancelled(), meeting.sequence());
	}

	private Attachment file(Meeting meeting, Consultation consultation, Authority authority, Method method,
			Status status, int sequence) {
		Instant now = this.clock.instant();
		VEvent event = new VEvent();
		event.setUid(new Uid("meeting-" + meeting.id() + "@kulturlots"));
		event.setDateTimeStamp(Date.from(now));
		event.setLastModified(Date.from(now));
		event.setSequence(sequence);
		event.setStatus(status);
		event.setDateStart(Date.from(meeting.startsAt()));
		event.setDateEnd(Date.from(meeting.endsAt()));
		event.setSummary(meeting.title());
		event.setLocation((meeting.place() != null) ? meeting.place() : meeting.onlineLink());
		String page = this.address.url(MeetingPath.of(consultation, meeting));
		event.setUrl(page);
		event.setDescription((meeting.onlineLink() != null) ? meeting.onlineLink() + "\n\n" + page : page);
		event.setOrganizer(new Organizer(authority.name(), authority.contactEmail()));
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Kulturlots//Kulturlots//SV");
		calendar.setMethod(method);
		calendar.addEvent(event);
		calendar.getTimezoneInfo()
			.setDefaultTimezone(TimezoneComponent.of(authority.zone(), meeting.day(authority.zone()).getYear()));
		return new Attachment("kalender.ics", "text/calendar; charset=UTF-8; method=" + method.getValue(),
				Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8));
	}

}
