package se.kulturlots.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the database holds of an authority, to see whether anything changed. */
final class Holdings {

	private static final Map<String, Seen> SEEN = new HashMap<>();

	private Holdings() {
	}

	/**
	 * Looks at every row of every table that says whose it is, unless nothing at all has
	 * been written since somebody looked.
	 * @param jdbc the database
	 * @param authorityId whose
	 * @return a fingerprint of each table
	 */
	static Map<String, String> of(JdbcClient jdbc, String authorityId) {
		String snapshot = jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
		return SEEN.compute(authorityId, (id, seen) -> (seen != null && seen.snapshot().equals(snapshot)) ? seen
				: new Seen(snapshot, fingerprints(jdbc, id)))
			.fingerprints();
	}

	private static Map<String, String> fingerprints(JdbcClient jdbc, String authorityId) {
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

	/** What was found, and what had been written by then. */
	private record Seen(String snapshot, Map<String, String> fingerprints) {
	}

}
