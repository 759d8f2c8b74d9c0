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

/** Finds meetings by what is said of them before and after. */
@Component
@Order(30)
class MeetingFindings implements Findings {

	private final JdbcClient jdbc;

	MeetingFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "MEETING";
	}

	@Override
	public String messageKey() {
		return "meeting.findings.MEETING";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc,
				"""
						select m.id, m.ordinal, m.title, m.place, m.theme, m.target_group, m.practical, m.summary, m.follow_up,
							c.title as consultation, count(*) over () as total
						from meeting m join cases c on c.id = m.case_id
						where m.authority_id = :authority and %s
						order by (select due_at from deadline where subject_id = m.id and kind = 'MEETING') desc nulls last, m.id"""
					.formatted(words.inSomeFormIn("m.search_text")),
				words, reader.authority(), skip, most, (rs, row) -> {
					String title = rs.getString("title");
					return new Finding(
							(title != null) ? title : texts.t("meeting.staff.unplanned", rs.getInt("ordinal")),
							MeetingPath.staff(Columns.id(rs, "id", MeetingId::new)), rs.getString("consultation"),
							Excerpt.of(words, FindingRows.texts(rs, "staff.search.in.name", "title",
									"staff.search.in.place", "place", "staff.search.in.theme", "theme",
									"staff.search.in.target", "target_group", "staff.search.in.practical", "practical",
									"staff.search.in.summary", "summary", "staff.search.in.followUp", "follow_up")));
				});
	}

}
