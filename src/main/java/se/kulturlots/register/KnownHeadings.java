package se.kulturlots.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.PlainText;

/**
 * What the columns of a file are read as: what the authority has said for a file of the
 * same headings, otherwise what the headings usually mean.
 */
@Component
class KnownHeadings {

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final AppClock clock;

	KnownHeadings(JdbcClient jdbc, ObjectMapper json, AppClock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** What each of the columns of a file is read as, null for those that are not. */
	List<@Nullable Column> of(String authorityId, List<String> headings) {
		return this.jdbc.sql("""
				select columns from register_headings where authority_id = :authority
				and headings_hash = encode(sha256(convert_to(:headings, 'UTF8')), 'hex')
				and jsonb_array_length(columns) = :count""")
			.param("authority", authorityId)
			.param("headings", together(headings))
			.param("count", headings.size())
			.query(String.class)
			.optional()
			.map(this::columns)
			.orElseGet(() -> usual(headings));
	}

	/** Remembers what the columns are read as. */
	void remember(String authorityId, List<String> headings, List<@Nullable Column> columns) {
		this.jdbc.sql("""
				insert into register_headings (authority_id, headings_hash, columns, saved_at)
				values (:authority, encode(sha256(convert_to(:headings, 'UTF8')), 'hex'), cast(:columns as jsonb), :now)
				on conflict (authority_id, headings_hash) do update set columns = excluded.columns,
					saved_at = excluded.saved_at""")
			.param("authority", authorityId)
			.param("headings", together(headings))
			.param("columns", write(columns))
			.param("now", this.clock.instant())
			.update();
	}

	/** What headings usually mean: of several that could be the name, the best is. */
	private static List<@Nullable Column> usual(List<String> headings) {
		List<@Nullable Column> columns = new ArrayList<>();
		int name = -1;
		for (int i = 0; i < headings.size(); i++) {
			Column column = Column.of(headings.get(i)).orElse(null);
			if (column == Column.NAME) {
				// beside a column of organisations, one of names holds persons
				boolean better = name < 0 || column.rank(headings.get(i)) < column.rank(headings.get(name));
				if (better && name >= 0) {
					columns.set(name, null);
				}
				name = better ? i : name;
				column = better ? column : null;
			}
			columns.add(column);
		}
		return columns;
	}

	private static String together(List<String> headings) {
		return headings.stream().map(PlainText::key).collect(Collectors.joining("\n"));
	}

	List<@Nullable Column> columns(String json) {
		try {
			return this.json.readValue(json, new TypeReference<List<@Nullable Column>>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String write(List<@Nullable Column> columns) {
		try {
			return this.json.writeValueAsString(columns);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** The columns of these names, null for what is no name of one. */
	static List<@Nullable Column> named(List<String> names) {
		List<@Nullable Column> columns = new ArrayList<>();
		names.forEach((name) -> columns.add(Arrays.stream(Column.values())
			.filter((column) -> column.name().equals(name))
			.findFirst()
			.orElse(null)));
		return columns;
	}

}
