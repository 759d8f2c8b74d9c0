package se.kulturlots.scenario;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the database holds of an authority, to see whether anything changed. */
final class Holdings {

	private Holdings() {
	}

	/**
	 * Looks at every row of every table that says whose it is.
	 * @param jdbc the database
	 * @param authorityId whose
	 * @return a fingerprint of each table
	 */
	static Map<String, String> of(JdbcClient jdbc, String authorityId) {
		Map<String, String> fingerprints = new TreeMap<>();
		jdbc.sql("""
				select table_name, column_name from information_schema.columns
				where table_schema = 'public' and column_name in ('authority_id', 'tenant_id_')""")
			.query((rs, row) -> Map.entry(rs.getString(1), rs.getString(2)))
			.list()
			.forEach((column) -> fingerprints.put(column.getKey(), jdbc.sql(
					"select count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
							+ column.getKey() + " t where " + column.getValue() + " = :authority")
				.param("authority", authorityId)
				.query(String.class)
				.single()));
		return fingerprints;
	}

}
