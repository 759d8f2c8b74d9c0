package se.kulturlots.testing.sample;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.Texts;

/** Finds circles by their question. */
@Component
@Order(900)
class SampleFindings implements Findings {

	private final JdbcClient jdbc;

	SampleFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "CIRCLE";
	}

	@Override
	public String messageKey() {
		return "sample.findings.CIRCLE";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc,
				"""
						select s.id, s.question, c.title, count(*) over () as total
						from sample_circle s join cases c on c.id = s.id
						where s.authority_id = :authority and %s order by s.id"""
					.formatted(words.inSomeFormIn("lower(s.question)")),
				words, reader.authority(), skip, most,
				(rs, row) -> new Finding(rs.getString("title"), "/staff/samples/" + rs.getString("id"), null,
						Excerpt.of(words, FindingRows.texts(rs, "sample.question", "question"))));
	}

}
