package se.kulturlots.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Columns;
import se.kulturlots.core.PlainText;

/** The filters that an authority has saved, for the register and for lists of invited. */
@Component
public class SavedFilters {

	private static final int MOST = 50;

	private static final int LONGEST_TEXT = 200;

	private final JdbcClient jdbc;

	SavedFilters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All of an authority.
	 * @return by name
	 */
	public List<SavedFilter> of(String authorityId) {
		return this.jdbc.sql("""
				select id, name, text, municipality, sector, priority_group, status, has_email from saved_filter
				where authority_id = :authority and not removed order by lower(name)""")
			.param("authority", authorityId)
			.query(SavedFilters::filter)
			.list();
	}

	/**
	 * Saves a filter; one of the same name is replaced.
	 * @param name what it is called, at most {@link SavedFilter#LONGEST_NAME} letters
	 * @throws RegisterProblem if the name is missing or too long, or there are too many
	 */
	@Transactional
	public void save(String authorityId, String name, OrganisationFilter filter) {
		String called = PlainText.line(name);
		if (called.isEmpty() || called.length() > SavedFilter.LONGEST_NAME) {
			throw RegisterProblem.filterName(SavedFilter.LONGEST_NAME);
		}
		String text = PlainText.lineOrNull(filter.text());
		this.jdbc.sql("""
				insert into saved_filter (id, authority_id, name, text, municipality, sector, priority_group, status,
					has_email)
				values (:id, :authority, :name, :text, :municipality, :sector, :group, :status, :hasEmail)
				on conflict (authority_id, lower(name)) where not removed do update set
					name = excluded.name, text = excluded.text,
					municipality = excluded.municipality, sector = excluded.sector,
					priority_group = excluded.priority_group, status = excluded.status,
					has_email = excluded.has_email""")
			.param("id", UUID.randomUUID())
			.param("authority", authorityId)
			.param("name", called)
			.param("text", (text != null) ? text.substring(0, Math.min(LONGEST_TEXT, text.length())) : null,
					Types.VARCHAR)
			.param("municipality", municipality(filter.municipality()), Types.VARCHAR)
			.param("sector", name(filter.sector()), Types.VARCHAR)
			.param("group", name(filter.priorityGroup()), Types.VARCHAR)
			.param("status", name(filter.status()), Types.VARCHAR)
			.param("hasEmail", filter.hasEmail(), Types.BOOLEAN)
			.update();
		if (of(authorityId).size() > MOST) {
			throw RegisterProblem.tooManyFilters(MOST);
		}
	}

	/**
	 * Removes one; one that is removed already stays so.
	 * @throws RegisterProblem if there has never been one
	 */
	@Transactional
	public void remove(String authorityId, SavedFilterId id) {
		int removed = this.jdbc.sql("""
				update saved_filter set removed = true, name = '', text = null, municipality = null, sector = null,
					priority_group = null, status = null, has_email = null
				where id = :id and authority_id = :authority""")
			.param("id", id)
			.param("authority", authorityId)
			.update();
		if (removed == 0) {
			throw RegisterProblem.unknownFilter();
		}
	}

	private static @Nullable String municipality(@Nullable String code) {
		return (code != null && code.length() <= 4) ? code : null;
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	private static SavedFilter filter(ResultSet rs, int row) throws SQLException {
		String sector = rs.getString("sector");
		String group = rs.getString("priority_group");
		String status = rs.getString("status");
		boolean hasEmail = rs.getBoolean("has_email");
		@Nullable Boolean reachable = rs.wasNull() ? null : hasEmail;
		return new SavedFilter(Columns.id(rs, "id", SavedFilterId::new), rs.getString("name"),
				new OrganisationFilter(rs.getString("text"), rs.getString("municipality"),
						(sector != null) ? Sector.valueOf(sector) : null,
						(group != null) ? PriorityGroup.valueOf(group) : null,
						(status != null) ? OrganisationStatus.valueOf(status) : null, reachable));
	}

}
