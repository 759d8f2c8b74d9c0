package se.kulturlots.cases;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.Texts;

/** Finds what staff have noted for each other on cases. */
@Component
@Order(65)
class CaseNoteFindings implements Findings {

	private final JdbcClient jdbc;

	private final CaseKinds kinds;

	CaseNoteFindings(JdbcClient jdbc, CaseKinds kinds) {
		this.jdbc = jdbc;
		this.kinds = kinds;
	}

	@Override
	public String kind() {
		return "NOTE";
	}

	@Override
	public String messageKey() {
		return "cases.findings.NOTE";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		List<CaseId> cases = new ArrayList<>();
		Found found = FindingRows.of(this.jdbc, """
				select n.case_id, n.text, count(*) over () as total from case_note n
				where n.authority_id = :authority and n.removed_at is null and %s order by n.number desc"""
			.formatted(words.in("lower(n.text)")), words, reader.authority(), skip, most, (rs, row) -> {
				cases.add(Columns.id(rs, "case_id", CaseId::new));
				return new Finding("", "", null,
						Excerpt.of(words, FindingRows.texts(rs, "cases.notes.field.text", "text")));
			});
		return FindingsInCases.of(found, cases, this.kinds, (row, link) -> new Finding(link.title(),
				link.path() + "/notes", texts.t(link.kindKey()), row.excerpt()));
	}

}
