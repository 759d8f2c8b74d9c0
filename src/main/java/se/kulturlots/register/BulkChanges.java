package se.kulturlots.register;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.journal.Journal;

/**
 * Changes of many organisations at once, each with one statement. One can be undone for
 * those whose value has not been changed again since.
 */
@Component
public class BulkChanges {

	/** Tells both values of what has changed. */
	private static final String KEEP = """
			insert into organisation_change (authority_id, organisation_id, bulk_id, at, actor, field, old_value,
				new_value)
			select :authority, id, :bulk, :now, :actor, :field, old_value, new_value from changed""";

	private final JdbcClient jdbc;

	private final RegisterLock lock;

	private final Journal journal;

	private final AppClock clock;

	BulkChanges(JdbcClient jdbc, RegisterLock lock, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.lock = lock;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * A change that was made.
	 * @throws RegisterProblem if there is none
	 */
	public BulkChange get(String authorityId, BulkChangeId id) {
		return this.jdbc.sql("""
				select id, field, changed_at, changed, undone_at, undone from register_bulk_change
				where id = :id and authority_id = :authority""")
			.param("id", id)
			.param("authority", authorityId)
			.query(BulkChange.class)
			.optional()
			.orElseThrow(RegisterProblem::unknownBulkChange);
	}

	/**
	 * Gives those that have no sector the one of their type.
	 * @param sectors the sectors by type, word for word
	 */
	@Transactional
	BulkChangeId giveSectors(String authorityId, Map<String, Sector> sectors) {
		List<String> types = List.copyOf(sectors.keySet());
		this.lock.hold(authorityId);
		BulkChangeId id = begin(authorityId, "sector");
		int changed = keep(this.jdbc.sql("""
				with changed as (
					update organisation o set sector = w.sector, version = o.version + 1, changed_at = :now
					from unnest(cast(:types as text[]), cast(:sectors as text[])) as w (type, sector)
					where o.authority_id = :authority and o.status = 'ACTIVE' and o.sector = 'OTHER'
						and o.type = w.type
					returning o.id, 'OTHER' as old_value, o.sector as new_value)
				""" + KEEP)
			.param("types", types.toArray(String[]::new))
			.param("sectors", types.stream().map((type) -> String.valueOf(sectors.get(type))).toArray(String[]::new)),
				authorityId, id, "sector");
		return end(authorityId, id, changed);
	}

	private BulkChangeId begin(String authorityId, String field) {
		BulkChangeId id = new BulkChangeId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into register_bulk_change (id, authority_id, field, changed_at, changed_by, changed)
				values (:id, :authority, :field, :now, :actor, 0)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("field", field)
			.param("now", this.clock.instant())
			.param("actor", this.journal.actor())
			.update();
		return id;
	}

	private int keep(JdbcClient.StatementSpec statement, String authorityId, @Nullable BulkChangeId id, String field) {
		return statement.param("authority", authorityId)
			.param("bulk", id, Types.OTHER)
			.param("now", this.clock.instant())
			.param("actor", this.journal.actor())
			.param("field", field)
			.update();
	}

	private BulkChangeId end(String authorityId, BulkChangeId id, int changed) {
		this.jdbc.sql("update register_bulk_change set changed = :changed where id = :id")
			.param("changed", changed)
			.param("id", id)
			.update();
		this.journal.note(authorityId, id, "register.journal.bulkChanged", changed);
		return id;
	}

	/**
	 * Gives those that still have what a change gave them what they had before.
	 * @throws RegisterProblem if it has been undone already
	 */
	@Transactional
	public void undo(String authorityId, BulkChangeId id) {
		this.lock.hold(authorityId);
		BulkChange change = get(authorityId, id);
		if (change.undoneAt() != null) {
			throw RegisterProblem.bulkChangeUndone();
		}
		int undone = keep(this.jdbc.sql("""
				with changed as (
					update organisation o set %1$s = c.old_value, version = o.version + 1, changed_at = :now
					from organisation_change c
					where c.bulk_id = :undone and o.id = c.organisation_id and o.authority_id = :authority
						and o.status = 'ACTIVE' and o.%1$s is not distinct from c.new_value
						and not exists (select from organisation_change later where later.organisation_id = o.id
							and later.field = c.field and later.id > c.id)
					returning o.id, c.new_value as old_value, c.old_value as new_value)
				""".formatted(change.field()) + KEEP).param("undone", id), authorityId, null, change.field());
		this.jdbc.sql("update register_bulk_change set undone_at = :now, undone = :undone where id = :id")
			.param("now", this.clock.instant())
			.param("undone", undone)
			.param("id", id)
			.update();
		this.journal.note(authorityId, id, "register.journal.bulkUndone", undone);
	}

	/**
	 * A change of many.
	 *
	 * @param field what was changed, as the column is called
	 * @param changed how many were
	 * @param undoneAt when it was undone, or null
	 * @param undone how many got back what they had
	 */
	public record BulkChange(BulkChangeId id, String field, Instant changedAt, int changed, @Nullable Instant undoneAt,
			@Nullable Integer undone) {
	}

}
