package se.kulturlots.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseKinds.CaseLink;

/** The calendars of public meetings that people and others subscribe to. */
@Component
public class MeetingCalendar {

	private final Authorities authorities;

	private final Meetings meetings;

	private final CaseKinds kinds;

	private final CalendarFile files;

	MeetingCalendar(Authorities authorities, Meetings meetings, CaseKinds kinds, CalendarFile files) {
		this.authorities = authorities;
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
	 * The meetings of a case.
	 * @param casePath the address of its public page
	 * @param online what stands instead of a place
	 * @param locale the language of those who ask
	 * @return an iCalendar file
	 */
	public byte[] of(String authorityId, String casePath, String online, Locale locale) {
		CaseLink of = this.kinds.published(authorityId, casePath);
		List<Meeting> published = this.meetings.of(of.id()).stream().filter(Meeting::isPublic).toList();
		Authority authority = this.authorities.get(authorityId);
		return feed(of.titleIn(locale, authority.ownLang(locale)).text(), authority, published, online, locale);
	}

	/**
	 * A meeting alone, to be put into a calendar once.
	 * @param of its case
	 * @param online what stands instead of a place
	 * @param locale the language of those who ask
	 * @return an iCalendar file
	 */
	public byte[] of(Meeting meeting, CaseLink of, String online, Locale locale) {
		Authority authority = this.authorities.get(meeting.authorityId());
		return this.files.feed(meeting.textsIn(locale, authority.ownLang(locale)).title().text(), authority,
				List.of(meeting), Map.of(of.id(), of), online, locale);
	}

	private byte[] feed(String name, Authority authority, List<Meeting> meetings, String online, Locale locale) {
		return this.files.feed(name, authority, meetings,
				this.kinds.links(meetings.stream().map(Meeting::caseId).distinct().toList()), online, locale);
	}

}
