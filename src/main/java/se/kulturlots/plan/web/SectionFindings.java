package se.kulturlots.plan.web;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Texts;
import se.kulturlots.plan.PlanSection;

/** Finds sections of plans, as they read now. */
@Component
@Order(60)
class SectionFindings implements Findings {

	private final JdbcClient jdbc;

	SectionFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "SECTION";
	}

	@Override
	public String messageKey() {
		return "plan.findings.SECTION";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select s.id, s.heading, s.text, p.consultation_id, c.title as consultation, count(*) over () as total
				from plan_section s join plan p on p.id = s.plan_id join cases c on c.id = p.consultation_id
				where s.authority_id = :authority and %s
				order by p.created_at desc, s.position, s.id""".formatted(words.inSomeFormIn("s.search_text")), words,
				reader.authority(), skip, most,
				(rs, row) -> new Finding(rs.getString("heading"),
						"/staff/consultations/" + rs.getString("consultation_id") + "/plan#"
								+ PlanSection.anchor(Columns.id(rs, "id", SectionId::new)),
						rs.getString("consultation"), Excerpt.of(words, FindingRows.texts(rs, "staff.search.in.heading",
								"heading", "staff.search.in.text", "text"))));
	}

}
