package se.kulturlots.meeting.web;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Columns;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingPath;

/** Finds those who have registered for meetings. */
@Component
@Order(40)
class RegistrationFindings implements Findings {

	private final JdbcClient jdbc;

	RegistrationFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "REGISTRATION";
	}

	@Override
	public String messageKey() {
		return "meeting.findings.REGISTRATION";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select r.id, r.meeting_id, r.reference, r.name, r.organisation, r.email, r.phone, r.topic,
					m.title as meeting, count(*) over () as total
				from registration r join meeting m on m.id = r.meeting_id
				where r.authority_id = :authority and %s
				order by r.registered_at desc, r.id""".formatted(words.in("r.search_text")), words, reader.authority(),
				skip, most,
				(rs, row) -> new Finding(rs.getString("name"),
						MeetingPath.staff(Columns.id(rs, "meeting_id", MeetingId::new)) + "/registrations/"
								+ rs.getString("id"),
						rs.getString("meeting"),
						Excerpt.of(words,
								FindingRows.texts(rs, "staff.search.in.name", "name", "staff.search.in.reference",
										"reference", "staff.search.in.organisation", "organisation",
										"staff.search.in.email", "email", "staff.search.in.phone", "phone",
										"staff.search.in.topic", "topic"))));
	}

}
