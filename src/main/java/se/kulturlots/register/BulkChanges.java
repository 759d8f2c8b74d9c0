package se.kulturlots.register;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
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

	/** How many of the latest changes are listed. */
	private static final int LATEST = 20;

	private static final String CHANGEABLE = " and o.status <> 'REMOVED' and o.%s is distinct from :value";

	private static final String SELECT = """
			select id, field, changed_at, changed_by, changed, undone_at, undone from register_bulk_change
			where authority_id = :authority\s""";

	/**
	 * Whether one that has what a change gave it, or had before, is the same as another:
	 * {@link OrganisationDetails#isSameAs}.
	 */
	private static final String SAME = """
			select exists (select from organisation_change c
				join organisation o on o.id = c.organisation_id and o.status = 'ACTIVE'
				join organisation other on other.authority_id = o.authority_id and other.name_key = o.name_key
					and other.id <> o.id and other.status = 'ACTIVE'
					and coalesce(other.municipality_code, '') = coalesce(o.municipality_code, '')
					and coalesce(other.organisation_number = o.organisation_number, true)
				where c.bulk_id = :bulk and o.municipality_code is not distinct from c.%s)""";

	/** Tells both values of what has changed. */
	private static final String KEEP = """
			insert into organisation_change (authority_id, organisation_id, bulk_id, at, actor, field, old_value,
				new_value)
			select :authority, id, :bulk, :now, :actor, :field, old_value, new_value from changed""";

	private final JdbcClient jdbc;

	private final OrganisationSearch search;

	private final RegisterLock lock;

	private final Journal journal;

	private final AppClock clock;

	BulkChanges(JdbcClient jdbc, OrganisationSearch search, RegisterLock lock, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.search = search;
		this.lock = lock;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * A change that was made.
	 * @throws RegisterProblem if there is none
	 */
	public BulkChange get(String authorityId, BulkChangeId id) {
		return this.jdbc.sql(SELECT + "and id = :id")
			.param("id", id)
			.param("authority", authorityId)
			.query(BulkChange.class)
			.optional()
			.orElseThrow(RegisterProblem::unknownBulkChange);
	}

	/**
	 * The latest changes.
	 * @return the newest first, at most twenty
	 */
	public List<BulkChange> latest(String authorityId) {
		return this.jdbc.sql(SELECT + "order by changed_at desc limit " + LATEST)
			.param("authority", authorityId)
			.query(BulkChange.class)
			.list();
	}

	/**
	 * Which organisations a change would change.
	 * @param filter which ones; those that were removed are left alone
	 */
	public Concerned concerned(String authorityId, OrganisationFilter filter, Change change) {
		OrganisationSearch.Selection selection = this.search.selection(authorityId, filter);
		return this.jdbc.sql("""
				select count(*) as count, md5(coalesce(string_agg(o.id::text, ',' order by o.id), '')) as digest
				from organisation o where\s""" + selection.condition() + CHANGEABLE.formatted(change.column()))
			.params(selection.parameters())
			.param("value", change.value(), Types.VARCHAR)
			.query(Concerned.class)
			.single();
	}

	/**
	 * Gives all of some the same value.
	 * @param filter which ones; those that were removed are left alone
	 * @param expected the digest of those that somebody has been told that it changes
	 * @throws RegisterProblem if it would be others by now, or two would be the same
	 */
	@Transactional
	public BulkChangeId change(String authorityId, OrganisationFilter filter, Change change, String expected) {
		this.lock.hold(authorityId);
		Concerned concerned = concerned(authorityId, filter, change);
		if (!concerned.digest().equals(expected)) {
			throw RegisterProblem.changedMeanwhile();
		}
		OrganisationSearch.Selection selection = this.search.selection(authorityId, filter);
		BulkChangeId id = begin(authorityId, change.column());
		int changed = requireNoneTheSame(() -> keep(this.jdbc.sql("""
				with chosen as (
					select o.id, o.%1$s as old_value from organisation o where %2$s
					for update),
				changed as (
					update organisation o set %1$s = :value, version = o.version + 1, changed_at = :now
					from chosen where o.id = chosen.id
					returning o.id, chosen.old_value, o.%1$s as new_value)
				""".formatted(change.column(), selection.condition() + CHANGEABLE.formatted(change.column())) + KEEP)
			.params(selection.parameters())
			.param("value", change.value(), Types.VARCHAR), authorityId, id, change.column()));
		if (changed != concerned.count()) {
			throw RegisterProblem.changedMeanwhile();
		}
		requireEachOnce(id, change.column(), "new_value");
		return end(authorityId, id, changed);
	}

	private static int requireNoneTheSame(IntSupplier work) {
		try {
			return work.getAsInt();
		}
		catch (DuplicateKeyException ex) {
			throw RegisterProblem.someTheSame();
		}
	}

	private void requireEachOnce(BulkChangeId id, String field, String given) {
		if (field.equals(Field.MUNICIPALITY.column)
				&& this.jdbc.sql(SAME.formatted(given)).param("bulk", id).query(Boolean.class).single()) {
			throw RegisterProblem.someTheSame();
		}
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
	 * Gives those that still have what a change gave them what they had before, also
	 * those that have been joined with another one since.
	 * @throws RegisterProblem if it has been undone already, or two would be the same
	 */
	@Transactional
	public void undo(String authorityId, BulkChangeId id) {
		this.lock.hold(authorityId);
		BulkChange change = get(authorityId, id);
		if (change.undoneAt() != null) {
			throw RegisterProblem.bulkChangeUndone();
		}
		int undone = requireNoneTheSame(() -> keep(this.jdbc.sql("""
				with changed as (
					update organisation o set %1$s = c.old_value, version = o.version + 1, changed_at = :now
					from organisation_change c
					where c.bulk_id = :undone and o.id = c.organisation_id and o.authority_id = :authority
						and (o.status <> 'REMOVED' or exists (select from organisation_join j
							where j.goes_id = o.id and j.undone_at is null))
						and o.%1$s is not distinct from c.new_value
						and not exists (select from organisation_change later where later.organisation_id = o.id
							and later.field = c.field and later.id > c.id)
					returning o.id, c.new_value as old_value, c.old_value as new_value)
				""".formatted(change.field()) + KEEP).param("undone", id), authorityId, null, change.field()));
		requireEachOnce(id, change.field(), "old_value");
		this.jdbc.sql("update register_bulk_change set undone_at = :now, undone = :undone where id = :id")
			.param("now", this.clock.instant())
			.param("undone", undone)
			.param("id", id)
			.update();
		this.journal.note(authorityId, id, "register.journal.bulkUndone", undone);
	}

	/** What of many can be changed at once. */
	public enum Field {

		SECTOR("sector"), MUNICIPALITY("municipality_code"), PRIORITY_GROUP("priority_group");

		private final String column;

		Field(String column) {
			this.column = column;
		}

		/** The key of what it is called. */
		public String messageKey() {
			return new Difference(this.column, null, null).labelKey();
		}

	}

	/**
	 * What many are given.
	 *
	 * @param field what of them
	 * @param value a sector, a group, the code of a municipality; null for none
	 */
	public record Change(Field field, @Nullable String value) {

		String column() {
			return this.field.column;
		}

		/** What it makes of one of them, for people to read. */
		public Difference difference() {
			return new Difference(column(), null, this.value);
		}

	}

	/**
	 * Which organisations a change would change.
	 *
	 * @param count how many
	 * @param digest the same for the same ones
	 */
	public record Concerned(int count, String digest) {
	}

	/**
	 * A change of many.
	 *
	 * @param field what was changed, as the column is called
	 * @param changedBy the account of whoever changed it
	 * @param changed how many were
	 * @param undoneAt when it was undone, or null
	 * @param undone how many got back what they had
	 */
	public record BulkChange(BulkChangeId id, String field, Instant changedAt, String changedBy, int changed,
			@Nullable Instant undoneAt, @Nullable Integer undone) {
	}

}
