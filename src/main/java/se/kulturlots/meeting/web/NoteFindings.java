package se.kulturlots.meeting.web;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingPath;

/** Finds what was noted at meetings. */
@Component
@Order(35)
class NoteFindings implements Findings {

	private final JdbcClient jdbc;

	NoteFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "MEETING_NOTE";
	}

	@Override
	public String messageKey() {
		return "meeting.findings.MEETING_NOTE";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select n.text, m.id, m.ordinal, m.title, c.title as consultation, count(*) over () as total
				from meeting_note n join meeting m on m.id = n.meeting_id join cases c on c.id = m.case_id
				where n.authority_id = :authority and n.removed_at is null and %s
				order by m.created_at desc, m.id, n.position""".formatted(words.inSomeFormIn("lower(n.text)")), words,
				reader.authority(), skip, most, (rs, row) -> {
					String title = rs.getString("title");
					return new Finding(
							(title != null) ? title : texts.t("meeting.staff.unplanned", rs.getInt("ordinal")),
							MeetingPath.staff(Columns.id(rs, "id", MeetingId::new)), rs.getString("consultation"),
							Excerpt.of(words, FindingRows.texts(rs, "staff.search.in.text", "text")));
				});
	}

}
