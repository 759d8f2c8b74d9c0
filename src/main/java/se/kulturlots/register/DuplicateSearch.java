package se.kulturlots.register;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.core.AppClock;

/**
 * Goes through registers that have changed, and keeps the pairs that may be the same:
 * names alike within a municipality, one number, one mail address. A number or an address
 * that many share is that of a body with many parts and says nothing.
 * <p>
 * Names are compared by their trigrams. Two names that are alike enough share one of
 * their rarest, so only names that do are compared: the time grows with the register, not
 * with its square. Names that differ in a figure are not alike: there are many second
 * divisions.
 */
@Component
public class DuplicateSearch {

	/** How many may share a number or an address before it says nothing. */
	private static final int MOST_SHARE = 5;

	/** How many may have a trigram in common before it tells nobody apart. */
	private static final int MOST_WITH_TRIGRAM = 200;

	private static final List<String> STATEMENTS = List.of("""
			create temporary table duplicate_name (number integer generated always as identity, id uuid, block text,
				name_key text, trigrams text[]) on commit drop""",
			"""
					insert into duplicate_name (id, block, name_key, trigrams)
					select id, coalesce(municipality_code, '') || ' ' || regexp_replace(name_key, '[^0-9]+', ' ', 'g'), name_key,
						show_trgm(name_key)
					from organisation where authority_id = :authority and status = 'ACTIVE'""",
			"""
					create temporary table duplicate_trigram (number integer, block text, trigram text, names bigint,
						trigrams integer) on commit drop""",
			"""
					insert into duplicate_trigram
					select number, block, trigram, names, trigrams from (
						select number, block, trigram, names, trigrams,
							row_number() over (partition by number order by names, trigram) as place
						from (
							select n.number, n.block, t as trigram, cardinality(n.trigrams) as trigrams,
								count(*) over (partition by n.block, t) as names
							from duplicate_name n cross join unnest(n.trigrams) t) counted) placed
					where place <= trigrams - ceil(%1$s * trigrams) + 1 and names between 2 and %2$s"""
				.formatted(Likeness.ALIKE, MOST_WITH_TRIGRAM),
			"analyze duplicate_trigram", """
					create temporary table duplicate_pair (one_id uuid, other_id uuid) on commit drop""", """
					insert into duplicate_pair
					select least(a.id, b.id), greatest(a.id, b.id) from (
						select distinct x.number as one, y.number as other
						from duplicate_trigram x
						join duplicate_trigram y on y.block = x.block and y.trigram = x.trigram and y.number > x.number
							and least(x.trigrams, y.trigrams) >= %1$s * greatest(x.trigrams, y.trigrams)) candidate
					join duplicate_name a on a.number = candidate.one
					join duplicate_name b on b.number = candidate.other
					where similarity(a.name_key, b.name_key) >= %1$s""".formatted(Likeness.ALIKE),
			shared("organisation_number"), shared("lower(email)"), """
					insert into organisation_duplicate as d (authority_id, one_id, other_id, similarity, found_at)
					select :authority, one_id, other_id, similarity(a.name_key, b.name_key), :now
					from (select distinct one_id, other_id from duplicate_pair) p
					join organisation a on a.id = p.one_id
					join organisation b on b.id = p.other_id
					on conflict (one_id, other_id) do update set similarity = excluded.similarity, found_at = :now
					where d.differ_at is null""", """
					delete from organisation_duplicate
					where authority_id = :authority and differ_at is null and found_at < :now""");

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AppClock clock;

	DuplicateSearch(JdbcClient jdbc, PlatformTransactionManager transactions, AppClock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	private static String shared(String what) {
		return """
				insert into duplicate_pair
				select a.id, b.id
				from (select %1$s as shared from organisation where authority_id = :authority and status = 'ACTIVE'
					and %1$s is not null group by 1 having count(*) between 2 and %2$s) of_few
				join organisation a on a.authority_id = :authority and a.status = 'ACTIVE' and %3$s = of_few.shared
				join organisation b on b.authority_id = :authority and b.status = 'ACTIVE' and %4$s = of_few.shared
				where a.id < b.id""".formatted(what, MOST_SHARE,
				what.replace("email", "a.email").replace("organisation_number", "a.organisation_number"),
				what.replace("email", "b.email").replace("organisation_number", "b.organisation_number"));
	}

	/** Goes through the registers that have changed since they were last gone through. */
	@Scheduled(fixedDelayString = "${kulturlots.duplicate-search.every:PT1M}",
			initialDelayString = "${kulturlots.duplicate-search.every:PT1M}")
	public void run() {
		this.jdbc.sql("""
				select a.id from authority a left join duplicate_search s on s.authority_id = a.id
				where exists (select from organisation o where o.authority_id = a.id
					and (s.searched_at is null or o.changed_at > s.searched_at))""")
			.query(String.class)
			.list()
			.forEach(this::search);
	}

	/** Lets a register be gone through again, after what took long to be written. */
	void again(String authorityId) {
		this.jdbc.sql("delete from duplicate_search where authority_id = :authority")
			.param("authority", authorityId)
			.update();
	}

	/** Goes through one register. */
	public void search(String authorityId) {
		this.transaction.executeWithoutResult((status) -> {
			Instant now = this.clock.instant();
			this.jdbc.sql("""
					insert into duplicate_search values (:authority, :now)
					on conflict (authority_id) do update set searched_at = :now""")
				.param("authority", authorityId)
				.param("now", now)
				.update();
			for (String statement : STATEMENTS) {
				JdbcClient.StatementSpec spec = this.jdbc.sql(statement);
				if (statement.contains(":authority")) {
					spec = spec.param("authority", authorityId);
				}
				if (statement.contains(":now")) {
					spec = spec.param("now", now);
				}
				spec.update();
			}
		});
	}

}
