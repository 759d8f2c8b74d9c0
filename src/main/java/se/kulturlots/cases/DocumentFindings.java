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

/** Finds documents by what they and their files are called. */
@Component
@Order(15)
class DocumentFindings implements Findings {

	private final JdbcClient jdbc;

	private final CaseKinds kinds;

	DocumentFindings(JdbcClient jdbc, CaseKinds kinds) {
		this.jdbc = jdbc;
		this.kinds = kinds;
	}

	@Override
	public String kind() {
		return "DOCUMENT";
	}

	@Override
	public String messageKey() {
		return "cases.findings.DOCUMENT";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		List<CaseId> ids = new ArrayList<>();
		Found found = FindingRows.of(this.jdbc, """
				select d.title, d.file_name, d.case_id, count(*) over () as total from case_document d
				where d.authority_id = :authority and d.removed_at is null and %s
				order by d.added_at desc, d.id""".formatted(words.inSomeFormIn("lower(d.title || ' ' || d.file_name)")),
				words, reader.authority(), skip, most, (rs, row) -> {
					ids.add(Columns.id(rs, "case_id", CaseId::new));
					return new Finding(rs.getString("title"), "", null, Excerpt.of(words, FindingRows.texts(rs,
							"staff.search.in.name", "title", "staff.search.in.file", "file_name")));
				});
		return FindingsInCases.of(found, ids, this.kinds,
				(row, link) -> new Finding(row.title(), link.path() + "/documents", link.title(), row.excerpt()));
	}

}
