package se.kulturlots.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;

/** Pairs of organisations that may be the same and wait for an officer. */
@Component
public class Duplicates {

	/** How many a page holds. */
	public static final int PAGE_SIZE = 50;

	private static final String WAITING = """
			from organisation_duplicate d
			join organisation a on a.id = d.one_id and a.status = 'ACTIVE'
			join organisation b on b.id = d.other_id and b.status = 'ACTIVE'
			left join municipality m on m.code = a.municipality_code
			left join municipality n on n.code = b.municipality_code
			where d.authority_id = :authority and d.differ_at is null""";

	private final JdbcClient jdbc;

	private final Organisations organisations;

	private final RegisterLock lock;

	private final Journal journal;

	private final AppClock clock;

	Duplicates(JdbcClient jdbc, Organisations organisations, RegisterLock lock, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.lock = lock;
		this.journal = journal;
		this.clock = clock;
	}

	/** How many pairs wait. */
	public int count(String authorityId) {
		return this.jdbc.sql("select count(*) " + WAITING)
			.param("authority", authorityId)
			.query(Integer.class)
			.single();
	}

	/**
	 * A page of the pairs that wait.
	 * @param page its number, from 0
	 * @return those whose names are most alike first
	 */
	public List<Pair> waiting(String authorityId, int page) {
		return this.jdbc.sql("""
				select a.id as one_id, a.name as one_name, m.name as one_municipality, b.id as other_id,
					b.name as other_name, n.name as other_municipality,
					a.organisation_number = b.organisation_number as same_number,
					lower(a.email) = lower(b.email) as same_email, d.similarity
				%s order by d.similarity desc, d.one_id, d.other_id limit :most offset :skip""".formatted(WAITING))
			.param("authority", authorityId)
			.param("most", PAGE_SIZE)
			.param("skip", (long) page * PAGE_SIZE)
			.query(Pair.class)
			.list();
	}

	/** When the register was last gone through; nothing if it never was. */
	public Optional<Instant> searchedAt(String authorityId) {
		return this.jdbc.sql("select searched_at from duplicate_search where authority_id = :authority")
			.param("authority", authorityId)
			.query((rs, row) -> Columns.instant(rs, 1))
			.optional();
	}

	/**
	 * Keeps two apart for good: they are not asked about again.
	 * @throws RegisterProblem if one of them is no longer in the register, or somebody
	 * else has said so already
	 */
	@Transactional
	public void differ(String authorityId, OrganisationId one, OrganisationId other) {
		this.lock.hold(authorityId);
		boolean both = this.organisations.get(authorityId, one).isActive()
				&& this.organisations.get(authorityId, other).isActive();
		if (!both || one.equals(other)) {
			throw RegisterProblem.decidedMeanwhile();
		}
		int said = this.jdbc
			.sql("""
					insert into organisation_duplicate as d (authority_id, one_id, other_id, similarity, found_at, differ_by,
						differ_at)
					select :authority, least(a.id, b.id), greatest(a.id, b.id), similarity(a.name_key, b.name_key), :now,
						:actor, :now
					from organisation a, organisation b where a.id = :one and b.id = :other
					on conflict (one_id, other_id) do update set differ_by = :actor, differ_at = :now
					where d.differ_at is null""")
			.param("authority", authorityId)
			.param("one", one)
			.param("other", other)
			.param("actor", this.journal.actor())
			.param("now", this.clock.instant())
			.update();
		if (said == 0) {
			throw RegisterProblem.decidedMeanwhile();
		}
		this.journal.note(authorityId, one, "register.journal.differ");
		this.journal.note(authorityId, other, "register.journal.differ");
	}

	/**
	 * Two that may be the same.
	 *
	 * @param sameNumber whether they have one number, null if one of them has none
	 * @param sameEmail whether they have one address, null if one of them has none
	 * @param similarity how alike the names are, 0 to 1
	 */
	public record Pair(OrganisationId oneId, String oneName, @Nullable String oneMunicipality, OrganisationId otherId,
			String otherName, @Nullable String otherMunicipality, @Nullable Boolean sameNumber,
			@Nullable Boolean sameEmail, double similarity) {

		/** The keys of the reasons to ask. */
		public List<String> reasonKeys() {
			return Likeness.reasonKeys(Boolean.TRUE.equals(this.sameNumber), Boolean.TRUE.equals(this.sameEmail),
					this.similarity);
		}

	}

}
