package se.kulturlots.consultation.web;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Texts;

/** Finds consultations by what they are about. */
@Component
@Order(10)
class ConsultationFindings implements Findings {

	private final JdbcClient jdbc;

	ConsultationFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "CONSULTATION";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select *, count(*) over () as total from (
					select c.id, c.title, c.phase, c.subject, c.background, q.questions, c.decision_date,
						lower(concat_ws(' ', c.title, c.subject, c.background, q.questions)) as text
					from consultation c, lateral (select string_agg(text, ' ' order by position) as questions
						from question where consultation_id = c.id) q
					where c.authority_id = :authority) c
				where %s order by decision_date desc, id""".formatted(words.inSomeFormIn("c.text")), words,
				reader.authority(), skip, most,
				(rs, row) -> new Finding(rs.getString("title"), "/staff/consultations/" + rs.getString("id"),
						texts.t(Phase.valueOf(rs.getString("phase")).messageKey()),
						Excerpt.of(words,
								FindingRows.texts(rs, "consultation.field.title", "title", "consultation.field.subject",
										"subject", "consultation.page.background", "background",
										"consultation.page.questions", "questions"))));
	}

}
