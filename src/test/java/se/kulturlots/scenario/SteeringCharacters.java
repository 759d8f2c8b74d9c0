package se.kulturlots.scenario;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Characters that steer instead of being read: typed, and looked for in the database. */
final class SteeringCharacters {

	/** What somebody may paste between two words. */
	static final String BETWEEN = "\t\r\n\u0085\u2028\u2029\u202E\u2066\u200B\u00AD\uFEFF\u000B ";

	private static final String ANYWHERE = "[\\u0001-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u200B\\u200E\\u200F"
			+ "\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]";

	/** In a text of one line. */
	private static final String IN_LINE = "[\\u0001-\\u001F\\u007F-\\u009F\\u00AD\\u200B\\u200E\\u200F"
			+ "\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]";

	/** Columns whose texts have several lines. */
	private static final Set<String> SEVERAL_LINES = Set.of("text", "body", "summary", "comment", "cancellation_reason",
			"hidden_reason", "preparation", "practical", "follow_up", "proposal", "proposal_comment", "topic",
			"contact_note", "text_body", "html_body", "background", "missing", "gaps_reason", "search_text",
			"consultation.subject", "meeting.theme", "message_", "incident_msg_", "job_exception_msg_");

	private SteeringCharacters() {
	}

	/** The same words with all of them in between. */
	static String between(String words) {
		return "\u202E" + words.replace(" ", BETWEEN) + "\u2028";
	}

	/** The columns of an authority in which some are stored, as {@code table.column}. */
	static List<String> storedFor(JdbcClient jdbc, String authorityId) {
		record Column(String table, String name, String owner) {

			String pattern() {
				return (SEVERAL_LINES.contains(this.name) || SEVERAL_LINES.contains(this.table + '.' + this.name))
						? ANYWHERE : IN_LINE;
			}

		}
		return jdbc.sql("""
				select t.table_name, t.column_name, o.column_name from information_schema.columns t
				join information_schema.columns o on o.table_schema = t.table_schema and o.table_name = t.table_name
				where t.table_schema = 'public' and o.column_name in ('authority_id', 'tenant_id_')
					and t.data_type in ('text', 'character varying')""")
			.query((rs, row) -> new Column(rs.getString(1), rs.getString(2), rs.getString(3)))
			.list()
			.stream()
			.filter((column) -> jdbc
				.sql("select exists (select from " + column.table() + " where " + column.owner() + " = :authority and "
						+ column.name() + " ~ :pattern)")
				.param("authority", authorityId)
				.param("pattern", column.pattern())
				.query(Boolean.class)
				.single())
			.map((column) -> column.table() + '.' + column.name())
			.sorted()
			.toList();
	}

}
