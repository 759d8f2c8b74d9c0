package se.kulturlots.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Columns;
import se.kulturlots.core.OrganisationId;

/**
 * Finds out in the database what becomes of each row of a file, for all rows at once, and
 * does it. Rows of one name in one municipality are one organisation unless they have two
 * numbers; the first of them says what later ones only fill up. An import fills gaps by
 * itself; what it would overwrite waits for an officer to take it.
 */
@Component
class ImportOutcomes {

	/** What may differ between the register and a file, as the columns are called. */
	private static final List<String> FIELDS = List.of("sector", "type", "postal_code", "locality", "email", "phone",
			"website", "contact_name", "priority_group");

	private static final String TABLES = """
			create temporary table import_named (row_number integer, name_key text, place text, number text)
			on commit drop;
			create temporary table import_registered (id uuid, name_key text, place text, number text, removed boolean)
			on commit drop;
			create temporary table import_key (name_key text, place text, numbers bigint, only_number text,
				without_number uuid) on commit drop;
			create temporary table import_identity (row_number integer, first_row integer, organisation_id uuid,
				removed boolean, numbers bigint) on commit drop;
			create temporary table import_number (number text, first text, last text, organisations bigint)
			on commit drop;
			create temporary table import_address (address text, first text, last text, organisations bigint)
			on commit drop;
			create temporary table import_chosen (row_number integer, take boolean, differences jsonb) on commit drop;
			create temporary table import_group (first_row integer, organisation_id uuid, is_new boolean,
				numbers bigint, name text, name_key text, organisation_number text, number_as_written text,
				sector text, type text, municipality_code text, postal_code text, locality text, email text,
				phone text, website text, contact_name text, language text, priority_group text) on commit drop""";

	private static final String NAMED = """
			insert into import_named
			select row_number, name_key, coalesce(municipality_code, ''), organisation_number
			from register_import_row where import_id = :id and refused is null""";

	private static final String REGISTERED = """
			insert into import_registered
			select n.id, o.name_key, coalesce(o.municipality_code, ''), o.organisation_number, n.status = 'REMOVED'
			from organisation o
			left join organisation_join j on j.goes_id = o.id and j.undone_at is null
			join organisation n on n.id = case when j.id is null then o.id else organisation_now(o.id) end
			where o.authority_id = :authority and o.status in ('ACTIVE', 'REMOVED')
			and (o.name_key, coalesce(o.municipality_code, '')) in (select name_key, place from import_named)""";

	private static final String KEYS = """
			insert into import_key
			select name_key, place, count(distinct number), min(number), min(without_number::text)::uuid
			from (select name_key, place, number, null::uuid as without_number from import_named
				union all
				select name_key, place, number, case when number is null then id end from import_registered
				where not removed) known
			group by name_key, place""";

	/*
	 * What an organisation was called before it was joined with another is another name
	 * of that one. A row without a number is the organisation of that name, if there is
	 * one only; a number comes to the one that has none yet.
	 */
	private static final String IDENTITIES = """
			insert into import_identity
			select x.row_number, min(x.row_number) over (
					partition by coalesce(r.id::text, concat_ws('|', x.name_key, x.place, x.identity))), r.id,
				r.id is null and exists (select from import_registered gone where gone.removed
					and gone.name_key = x.name_key and gone.place = x.place
					and (gone.number is null or x.number is null or gone.number = x.number)),
				x.numbers
			from (
				select n.row_number, n.name_key, n.place, n.number, k.numbers,
					case when n.number is null then
						case when k.without_number is null and k.numbers = 1 then k.only_number end
					when own.id is null and k.numbers = 1 and k.without_number is not null then null
					else n.number end as identity
				from import_named n
				join import_key k on k.name_key = n.name_key and k.place = n.place
				left join import_registered own on not own.removed and own.name_key = n.name_key
					and own.place = n.place and own.number = n.number) x
			left join import_registered r on not r.removed and r.name_key = x.name_key and r.place = x.place
				and r.number is not distinct from x.identity""";

	private static final String GROUPS = """
			insert into import_group
			select first_row, coalesce(organisation_id, gen_random_uuid()), organisation_id is null, numbers, name,
				name_key, organisation_number, case when organisation_number is null then number_as_written end,
				sector, type, municipality_code, postal_code, locality, email, phone, website, contact_name, language,
				priority_group
			from (
				select i.first_row, min(i.organisation_id::text)::uuid as organisation_id, min(i.numbers) as numbers,
					coalesce((array_agg(s.sector order by s.row_number) filter (where s.sector <> 'OTHER'))[1], 'OTHER')
						as sector,
					coalesce((array_agg(s.language order by s.row_number) filter (where s.says_language))[1],
						(array_agg(s.language order by s.row_number))[1]) as language,
					%s
				from import_identity i
				join register_import_row s on s.import_id = :id and s.row_number = i.row_number
				where not i.removed
				group by i.first_row) merged""".formatted(List
		.of("name", "name_key", "organisation_number", "number_as_written", "type", "municipality_code", "postal_code",
				"locality", "email", "phone", "website", "contact_name", "priority_group")
		.stream()
		.map((it) -> "(array_agg(s.%1$s order by s.row_number) filter (where s.%1$s is not null))[1] as %1$s"
			.formatted(it))
		.collect(Collectors.joining(", ")));

	/** Who else has the number of a new one: in the file and in the register. */
	private static final String NUMBERS = """
			insert into import_number
			select number, min(name), max(name), count(*)
			from (select organisation_number as number, name from import_group
					where is_new and organisation_number is not null
				union all
				select organisation_number, name from organisation where authority_id = :authority
					and status = 'ACTIVE' and organisation_number in (
						select organisation_number from import_group where is_new)) of_number
			group by number having count(*) > 1""";

	private static final String ADDRESSES = """
			insert into import_address
			select address, min(name), max(name), count(*)
			from (select lower(email) as address, name from import_group where is_new and email is not null
				union all
				select lower(email), name from organisation where authority_id = :authority
					and status = 'ACTIVE' and lower(email) in (
						select lower(email) from import_group where is_new)) of_address
			group by address having count(*) > 1""";

	private static final String CHOSEN = """
			insert into import_chosen select row_number, take, differences from register_import_outcome
			where import_id = :id and take""";

	/** Keeps what an officer has chosen, where it still is what they have seen. */
	private static final String OUTCOMES = """
			with seen as (
				select s.row_number, s.refused, s.name, i.first_row, i.removed, g.organisation_id, g.is_new,
					s.row_number = i.first_row as is_first,
					case when s.row_number = i.first_row and not g.is_new then %s end as fills,
					case when s.row_number <> i.first_row or not g.is_new then (
						select jsonb_agg(jsonb_build_object('field', field, 'old', old_value, 'new', new_value))
						from (values %s) as v (field, old_value, new_value)
						where old_value is not null and new_value is not null and old_value <> new_value
						and (field <> 'email' or lower(old_value) <> lower(new_value))
						and (field <> 'sector' or 'OTHER' not in (old_value, new_value))) end as differences,
					g.numbers, g.organisation_number, g.email
				from register_import_row s
				left join import_identity i on i.row_number = s.row_number
				left join import_group g on g.first_row = i.first_row
				left join organisation o on o.id = g.organisation_id and not g.is_new
				where s.import_id = :id),
			told as (
				select seen.*, coalesce(seen.differences is not null and seen.differences = chosen.differences
						and chosen.take, false) as take,
					case when seen.refused is not null then seen.refused
						when seen.removed then 'removedEarlier'
						when not seen.is_first then 'sameAsRow'
						when not seen.is_new then null
						when numbers.organisations > 1 then 'sameNumber'
						when seen.numbers > 1 then 'severalNumbers'
						when addresses.organisations > 1 then 'sameEmail' end as note,
					case when seen.refused is not null or seen.removed then null
						when not seen.is_first then seen.first_row::text
						when numbers.organisations > 1 then
							case when numbers.first <> seen.name then numbers.first else numbers.last end
						when seen.numbers > 1 then null
						when addresses.organisations > 1 then
							case when addresses.first <> seen.name then addresses.first else addresses.last end
						end as note_argument
				from seen
				left join import_chosen chosen on chosen.row_number = seen.row_number
				left join import_number numbers on numbers.number = seen.organisation_number
				left join import_address addresses on addresses.address = lower(seen.email))
			insert into register_import_outcome (import_id, row_number, outcome, organisation_id, first_row, fills,
				take, differences, note, note_argument)
			select :id, row_number,
				case when refused is not null or removed then 'REFUSED'
					when not is_first then 'JOINED'
					when is_new then 'NEW'
					when fills or take then 'UPDATED'
					else 'UNCHANGED' end,
				organisation_id, first_row, coalesce(fills, false), take, differences, note, note_argument
			from told""".formatted(
			"(" + FIELDS.stream()
				.map((it) -> (it.equals("sector") ? "(o.sector = 'OTHER' and g.sector <> 'OTHER')"
						: "(o.%1$s is null and g.%1$s is not null)".formatted(it)))
				.collect(Collectors.joining(" or "))
					+ " or (o.organisation_number is null and g.organisation_number is not null)"
					+ " or (o.organisation_number is null and o.number_as_written is null"
					+ " and g.number_as_written is not null))",
			FIELDS.stream()
				.map((it) -> """
						('%1$s', case when s.row_number = i.first_row then o.%1$s else g.%1$s end,
						case when s.row_number = i.first_row then g.%1$s else s.%1$s end)""".formatted(it))
				.collect(Collectors.joining(", ")));

	private static final String INSERT = """
			insert into organisation (id, version, authority_id, name, name_key, organisation_number,
				number_as_written, sector, type, municipality_code, postal_code, locality, email, phone, website,
				contact_name, language, priority_group, source, status, created_at, changed_at)
			select organisation_id, 0, :authority, name, name_key, organisation_number, number_as_written, sector, type,
				municipality_code, postal_code, locality, email, phone, website, contact_name, language,
				priority_group, 'IMPORT', 'ACTIVE', :now, :now
			from import_group where is_new order by first_row""";

	private static final String KEEP_BEFORE = """
			update register_import_outcome t set before = to_jsonb(o) - 'search_text' - 'seq'
			from organisation o where t.import_id = :id and t.outcome = 'UPDATED' and o.id = t.organisation_id""";

	private static final String UPDATE = """
			update organisation o set version = o.version + 1, changed_at = :now,
				organisation_number = coalesce(o.organisation_number, g.organisation_number),
				number_as_written = case when coalesce(o.organisation_number, g.organisation_number) is null
					then coalesce(o.number_as_written, g.number_as_written) end,
				sector = case when g.sector <> 'OTHER' and (t.take or o.sector = 'OTHER') then g.sector
					else o.sector end,
				%s
			from import_group g
			join register_import_outcome t on t.import_id = :id and t.row_number = g.first_row
			where t.outcome = 'UPDATED' and o.id = g.organisation_id and o.authority_id = :authority"""
		.formatted(FIELDS.stream()
			.filter((it) -> !it.equals("sector"))
			.map((it) -> "%1$s = case when t.take then coalesce(g.%1$s, o.%1$s) else coalesce(o.%1$s, g.%1$s) end"
				.formatted(it))
			.collect(Collectors.joining(", ")));

	private static final String CHANGES = """
			insert into organisation_change (authority_id, organisation_id, import_id, at, actor, field, old_value,
				new_value)
			select :authority, o.id, :id, :now, :actor, field, old_value, new_value
			from register_import_outcome t
			join organisation o on o.id = t.organisation_id
			cross join lateral (values %s) as v (field, old_value, new_value)
			where t.import_id = :id and t.outcome = 'UPDATED' and new_value is distinct from old_value"""
		.formatted(Stream.concat(FIELDS.stream(), Stream.of("organisation_number", "number_as_written"))
			.map((it) -> "('%1$s', t.before ->> '%1$s', o.%1$s)".formatted(it))
			.collect(Collectors.joining(", ")));

	private final JdbcClient jdbc;

	ImportOutcomes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds out what becomes of each row, with the register as it is now.
	 */
	void find(String authorityId, ImportId id) {
		for (String table : TABLES.split(";")) {
			this.jdbc.sql(table).update();
		}
		// statistics of nearly empty tables lead to plans that take minutes for a large
		// file
		run("analyze register_import_row", authorityId, id);
		run(NAMED, authorityId, id);
		run("analyze import_named", authorityId, id);
		run(REGISTERED, authorityId, id);
		run("analyze import_registered", authorityId, id);
		run(KEYS, authorityId, id);
		run("analyze import_key", authorityId, id);
		run(IDENTITIES, authorityId, id);
		run("analyze import_identity", authorityId, id);
		run(GROUPS, authorityId, id);
		run("analyze import_group", authorityId, id);
		run(NUMBERS, authorityId, id);
		run("analyze import_number", authorityId, id);
		run(ADDRESSES, authorityId, id);
		run("analyze import_address", authorityId, id);
		run(CHOSEN, authorityId, id);
		run("analyze import_chosen", authorityId, id);
		run("delete from register_import_outcome where import_id = :id", authorityId, id);
		run(OUTCOMES, authorityId, id);
		run("analyze register_import_outcome", authorityId, id);
	}

	/**
	 * Does what was found out in the same transaction.
	 * @param actor who has confirmed it
	 * @return the addresses that have changed, by organisation
	 */
	Map<OrganisationId, String> apply(String authorityId, ImportId id, String actor, Instant now) {
		run(KEEP_BEFORE, authorityId, id);
		run(INSERT, authorityId, id, now);
		run(UPDATE, authorityId, id, now);
		this.jdbc.sql(CHANGES)
			.param("authority", authorityId)
			.param("id", id)
			.param("actor", actor)
			.param("now", now)
			.update();
		return this.jdbc.sql("""
				select c.organisation_id, c.new_value from organisation_change c
				where c.import_id = :id and c.field = 'email'""")
			.param("id", id)
			.query((rs, row) -> Map.entry(Columns.id(rs, 1, OrganisationId::new), rs.getString(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private void run(String sql, String authorityId, ImportId id) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql);
		if (sql.contains(":id")) {
			statement = statement.param("id", id);
		}
		if (sql.contains(":authority")) {
			statement = statement.param("authority", authorityId);
		}
		statement.update();
	}

	private void run(String sql, String authorityId, ImportId id, Instant now) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql).param("authority", authorityId).param("now", now);
		if (sql.contains(":id")) {
			statement = statement.param("id", id);
		}
		statement.update();
	}

}
