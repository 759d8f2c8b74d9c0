package se.kulturlots.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Uid;
import biweekly.util.Duration;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PlainText;
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
	Attachment of(Meeting meeting, CaseLink of, Authority authority, Locale locale) {
		return file(meeting, of, authority, locale, Method.publish(), Status.confirmed(), meeting.sequence());
	}

	/** Takes the meeting out of the calendar of somebody who does not come. */
	Attachment withdrawn(Meeting meeting, CaseLink of, Authority authority, Locale locale) {
		return file(meeting, of, authority, locale, Method.cancel(), Status.cancelled(), meeting.sequence() + 1);
	}

	/** Takes a meeting that is called off out of the calendar. */
	Attachment cancelled(Meeting meeting, CaseLink of, Authority authority, Locale locale) {
		return file(meeting, of, authority, locale, Method.cancel(), Status.cancelled(), meeting.sequence());
	}

	/**
	 * The published meetings of an authority, for calendars that ask again and again.
	 * Where one takes part on line is for those with a seat alone.
	 * @param name what the calendar is called
	 * @param authority whose it is
	 * @param meetings published ones, those called off too
	 * @param cases their cases by id
	 * @param online what stands instead of a place
	 * @param locale the language of those who ask
	 */
	byte[] feed(String name, Authority authority, List<Meeting> meetings, Map<CaseId, CaseLink> cases, String online,
			Locale locale) {
		ICalendar calendar = empty(Method.publish(), locale);
		calendar.setName(name);
		calendar.setRefreshInterval(Duration.builder().hours(6).build());
		for (Meeting meeting : meetings) {
			CaseLink of = Objects.requireNonNull(cases.get(meeting.caseId()));
			boolean off = meeting.status() == Meeting.Status.CANCELLED;
			String page = page(meeting, of, authority, locale);
			VEvent event = event(meeting, locale, page, authority, off ? Status.cancelled() : Status.confirmed(),
					meeting.sequence(), meeting.edition().changed());
			event.setLocation((meeting.place() != null) ? PlainText.line(meeting.place()) : online);
			event.setDescription(page);
			calendar.addEvent(event);
		}
		return bytes(calendar);
	}

	private Attachment file(Meeting meeting, CaseLink of, Authority authority, Locale locale, Method method,
			Status status, int sequence) {
		String page = page(meeting, of, authority, locale);
		VEvent event = event(meeting, locale, page, authority, status, sequence, this.clock.instant());
		event.setLocation((meeting.place() != null) ? PlainText.line(meeting.place()) : meeting.onlineLink());
		event.setDescription((meeting.onlineLink() != null) ? meeting.onlineLink() + "\n\n" + page : page);
		ICalendar calendar = empty(method, locale);
		calendar.addEvent(event);
		calendar.getTimezoneInfo()
			.setDefaultTimezone(TimezoneComponent.of(authority.zone(), meeting.day(authority.zone()).getYear()));
		return new Attachment("kalender.ics", "text/calendar; charset=UTF-8; method=" + method.getValue(),
				bytes(calendar));
	}

	private String page(Meeting meeting, CaseLink of, Authority authority, Locale locale) {
		return this.address.url(authority.locale(), locale, MeetingPath.of(of.publicPath(), meeting));
	}

	private static VEvent event(Meeting meeting, Locale locale, String page, Authority authority, Status status,
			int sequence, Instant changed) {
		VEvent event = new VEvent();
		event.setUid(new Uid("meeting-" + meeting.id() + "@kulturlots"));
		event.setDateTimeStamp(Date.from(changed));
		event.setLastModified(Date.from(changed));
		event.setSequence(sequence);
		event.setStatus(status);
		event.setDateStart(Date.from(meeting.startsAt()));
		event.setDateEnd(Date.from(meeting.endsAt()));
		event.setSummary(PlainText.line(meeting.textsIn(locale, authority.ownLang(locale)).title().text()));
		event.setUrl(page);
		event.setOrganizer(new Organizer(unquoted(authority.name()), authority.contactEmail()));
		return event;
	}

	/** A parameter can hold anything but a line end and the quotes that it stands in. */
	private static String unquoted(String name) {
		return PlainText.line(name).replace('"', '\'');
	}

	private static ICalendar empty(Method method, Locale locale) {
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Kulturlots//Kulturlots//" + locale.getLanguage().toUpperCase(Locale.ROOT));
		calendar.setMethod(method);
		return calendar;
	}

	private static byte[] bytes(ICalendar calendar) {
		return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
	}

}
