package se.kulturlots.register;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;

/**
 * What of an organisation was changed, with both values. They are kept apart from the
 * journal, since they go when the organisation is removed.
 */
@Component
public class OrganisationChanges {

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Journal journal;

	private final AppClock clock;

	OrganisationChanges(JdbcClient jdbc, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The latest changes of an organisation.
	 * @return the newest first
	 */
	public List<Change> of(String authorityId, OrganisationId organisationId) {
		return this.jdbc.sql("""
				select at, actor, field, old_value, new_value from organisation_change
				where authority_id = :authority and organisation_id = :organisation order by id desc limit :most""")
			.param("authority", authorityId)
			.param("organisation", organisationId)
			.param("most", MOST)
			.query((rs, row) -> new Change(Columns.instant(rs, 1), rs.getString(2),
					new Difference(rs.getString(3), rs.getString(4), rs.getString(5))))
			.list();
	}

	/**
	 * Keeps what has changed.
	 * @param joinId the join that changed it, if one did
	 */
	void add(Organisation before, Organisation after, @Nullable JoinId joinId) {
		List<Difference> differences = between(before.details(), after.details());
		if (differences.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into organisation_change (authority_id, organisation_id, join_id, at, actor, field, old_value,
					new_value)
				select :authority, :organisation, :join, :now, :actor, field, old_value, new_value
				from unnest(cast(:fields as text[]), cast(:olds as text[]), cast(:news as text[]))
					with ordinality as c (field, old_value, new_value, number)
				order by number""")
			.param("authority", after.authorityId())
			.param("organisation", after.id())
			.param("join", joinId, Types.OTHER)
			.param("now", this.clock.instant())
			.param("actor", this.journal.actor())
			.param("fields", differences.stream().map(Difference::field).toArray(String[]::new))
			.param("olds", differences.stream().map(Difference::oldValue).toArray(String[]::new))
			.param("news", differences.stream().map(Difference::newValue).toArray(String[]::new))
			.update();
	}

	void forget(Collection<OrganisationId> organisationIds) {
		this.jdbc.sql("delete from organisation_change where organisation_id = any(cast(:ids as uuid[]))")
			.param("ids", Id.texts(organisationIds))
			.update();
	}

	/** Details as they would be without a join, but for what was changed since. */
	OrganisationDetails without(JoinId joinId, OrganisationDetails details) {
		Map<String, @Nullable String> values = details.values();
		this.jdbc.sql("select field, old_value, new_value from organisation_change where join_id = :join")
			.param("join", joinId)
			.query((rs) -> {
				if (Objects.equals(values.get(rs.getString(1)), rs.getString(3))) {
					values.put(rs.getString(1), rs.getString(2));
				}
			});
		return OrganisationDetails.of(values);
	}

	/** In what one's details differ from another's. */
	static List<Difference> between(OrganisationDetails one, OrganisationDetails other) {
		Map<String, @Nullable String> before = one.values();
		List<Difference> differences = new ArrayList<>();
		other.values().forEach((field, value) -> {
			if (!Objects.equals(before.get(field), value)) {
				differences.add(new Difference(field, before.get(field), value));
			}
		});
		return differences;
	}

	/**
	 * A change.
	 *
	 * @param at when
	 * @param actor the account that did it
	 * @param difference what it was and became
	 */
	public record Change(Instant at, String actor, Difference difference) {
	}

}
