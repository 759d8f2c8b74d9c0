package se.kulturlots.input.web;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Texts;

/** Finds input by what was said, by its number and by who said it. */
@Component
@Order(50)
class InputFindings implements Findings {

	private final JdbcClient jdbc;

	InputFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "INPUT";
	}

	@Override
	public String messageKey() {
		return "input.findings.INPUT";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc,
				"""
						select i.id, i.reference, i.text, i.theme, s.organisation_name, s.name, s.email,
							c.title as consultation, count(*) over () as total
						from input i join input_submission s on s.id = i.submission_id
						join input_period p on p.id = i.period_id join cases c on c.id = p.consultation_id
						where i.id in (
							select t.id from input t where t.authority_id = :authority and %s
							union
							select t.id from input_submission b join input t on t.submission_id = b.id
							where b.authority_id = :authority and %s)
						order by s.received_at desc, i.reference, i.id"""
					.formatted(words.inSomeFormIn("t.search_text"), words.in("b.search_text")),
				words, reader.authority(), skip, most,
				(rs, row) -> new Finding(rs.getString("reference"), "/staff/input/" + rs.getString("id"),
						rs.getString("consultation"),
						Excerpt.of(words,
								FindingRows.texts(rs, "staff.search.in.text", "text", "staff.search.in.reference",
										"reference", "staff.search.in.theme", "theme", "staff.search.in.organisation",
										"organisation_name", "staff.search.in.name", "name", "staff.search.in.email",
										"email"))));
	}

}
