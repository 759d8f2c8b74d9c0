package se.kulturlots.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

/** Finds cases of all kinds by their titles, diary numbers and what their kinds add. */
@Component
@Order(10)
class CaseFindings implements Findings {

	private final JdbcClient jdbc;

	private final Cases cases;

	private final CaseKinds kinds;

	CaseFindings(JdbcClient jdbc, Cases cases, CaseKinds kinds) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.kinds = kinds;
	}

	@Override
	public String kind() {
		return "CASE";
	}

	@Override
	public String messageKey() {
		return "cases.findings.CASE";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		List<CaseId> ids = new ArrayList<>();
		Found found = FindingRows.of(this.jdbc, sql(words), words, reader.authority(), skip, most, (rs, row) -> {
			ids.add(Columns.id(rs, "id", CaseId::new));
			return new Finding(rs.getString("title"), "", null, Excerpt.of(words, textsOf(rs)));
		});
		Map<CaseId, Case> byId = this.cases.findAllById(ids)
			.stream()
			.collect(Collectors.toMap(Case::id, Function.identity()));
		List<CaseStanding> standings = this.kinds.standings(reader.authority(), ids.stream().map(byId::get).toList());
		List<Finding> findings = new ArrayList<>();
		for (CaseStanding standing : standings) {
			Finding row = found.findings().get(findings.size());
			findings.add(new Finding(row.title(), this.kinds.staffPath(standing.subject()),
					texts.t(standing.stateKey()), row.excerpt()));
		}
		return new Found(found.total(), findings);
	}

	private String sql(SearchWords words) {
		String texts = this.kinds.all()
			.stream()
			.map(CaseKind::textsSql)
			.filter((sql) -> !sql.isEmpty())
			.collect(Collectors.joining(" union all "));
		return """
				select *, count(*) over () as total from (
					select c.id, c.title, c.diary_number, u.name as unit, t.labels, t.texts,
						(select max(due_at) from deadline where subject_id = c.id) as ends,
						lower(concat_ws(' ', c.title, c.diary_number, u.name, array_to_string(t.texts, ' '))) as text
					from cases c left join unit u on u.id = c.unit_id cross join lateral (select array_agg(label) as labels, array_agg(text) as texts
						from (%s) as texts where case_id = c.id) t
					where c.authority_id = :authority) c
				where %s order by ends desc nulls last, id"""
			.formatted(texts, words.inSomeFormIn("c.text"));
	}

	private static Map<String, String> textsOf(ResultSet rs) throws SQLException {
		Map<String, String> texts = new LinkedHashMap<>(FindingRows.texts(rs, "cases.field.title", "title",
				"cases.field.diaryNumber", "diary_number", "cases.field.unit", "unit"));
		Array labels = rs.getArray("labels");
		if (labels != null) {
			String[] keys = (String[]) labels.getArray();
			String[] values = (String[]) rs.getArray("texts").getArray();
			for (int i = 0; i < keys.length; i++) {
				texts.put(keys[i], values[i]);
			}
		}
		return texts;
	}

}
