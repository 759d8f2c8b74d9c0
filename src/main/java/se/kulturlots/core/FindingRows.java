package se.kulturlots.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.Findings.Finding;
import se.kulturlots.core.Findings.Found;

/** Reads what was found, and how much there is, in one statement. */
public final class FindingRows {

	private FindingRows() {
	}

	/**
	 * Runs a query.
	 * @param jdbc the database
	 * @param sql the query, with {@code :authority}, the words' conditions and a column
	 * {@code total}; without a limit
	 * @param words what is looked for
	 * @param skip how many to leave out
	 * @param most how many to give
	 * @param rows makes a finding of a row
	 * @return what was found
	 */
	public static Found of(JdbcClient jdbc, String sql, SearchWords words, String authorityId, int skip, int most,
			RowMapper<Finding> rows) {
		int[] total = new int[1];
		List<Finding> found = jdbc.sql(sql + " limit :most offset :skip")
			.params(words.parameters())
			.param("authority", authorityId)
			.param("most", most)
			.param("skip", skip)
			.query((rs, row) -> {
				total[0] = rs.getInt("total");
				return rows.mapRow(rs, row);
			})
			.list();
		return new Found(total[0], found);
	}

	/**
	 * Texts of a row.
	 * @param rs the row
	 * @param keysAndColumns the key of a text's name and its column, in turn
	 * @return those that there are, in the same order
	 * @throws SQLException if there is no such column
	 */
	public static Map<String, String> texts(ResultSet rs, String... keysAndColumns) throws SQLException {
		Map<String, String> texts = new LinkedHashMap<>();
		for (int i = 0; i < keysAndColumns.length; i += 2) {
			String text = rs.getString(keysAndColumns[i + 1]);
			if (text != null) {
				texts.put(keysAndColumns[i], text);
			}
		}
		return texts;
	}

}
