package se.kulturlots.meeting;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;

/** The calendars of public meetings that people and others subscribe to. */
@Component
public class MeetingCalendar {

	private final Authorities authorities;

	private final Consultations consultations;

	private final Meetings meetings;

	private final CaseKinds kinds;

	private final CalendarFile files;

	MeetingCalendar(Authorities authorities, Consultations consultations, Meetings meetings, CaseKinds kinds,
			CalendarFile files) {
		this.authorities = authorities;
		this.consultations = consultations;
		this.meetings = meetings;
		this.kinds = kinds;
		this.files = files;
	}

	/**
	 * All meetings of an authority.
	 * @param online what stands instead of a place
	 * @param locale the language of those who ask
	 * @return an iCalendar file
	 */
	public byte[] of(String authorityId, String online, Locale locale) {
		Authority authority = this.authorities.get(authorityId);
		return feed(authority.name(), authority, this.meetings.published(authorityId), online, locale);
	}

	/**
	 * The meetings of a consultation.
	 * @param slug the last part of its address
	 * @param online what stands instead of a place
	 * @param locale the language of those who ask
	 * @return an iCalendar file
	 */
	public byte[] of(String authorityId, String slug, String online, Locale locale) {
		Consultation consultation = this.consultations.published(authorityId, slug);
		List<Meeting> published = this.meetings.of(consultation.id()).stream().filter(Meeting::isPublic).toList();
		return feed(consultation.title(), this.authorities.get(authorityId), published, online, locale);
	}

	private byte[] feed(String name, Authority authority, List<Meeting> meetings, String online, Locale locale) {
		return this.files.feed(name, authority, meetings,
				this.kinds.links(meetings.stream().map(Meeting::caseId).distinct().toList()), online, locale);
	}

}
