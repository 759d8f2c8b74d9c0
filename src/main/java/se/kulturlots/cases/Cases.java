package se.kulturlots.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

import se.kulturlots.authority.UnitId;
import se.kulturlots.core.CaseId;

/**
 * The cases of all authorities and kinds; asked with the authority's id wherever somebody
 * looks.
 */
public interface Cases extends Repository<Case, CaseId> {

	/** A case with its title in other languages. */
	String READ = "select cases.*, " + Words.READ + "cases.id and w.part = 'TITLE'" + Words.AS_OTHER_WORDS
			+ " from cases ";

	Case save(Case one);

	@Query(READ + "where id = :id")
	Optional<Case> findById(CaseId id);

	/** Those with some ids, at least one. */
	@Query(READ + "where id in (:ids)")
	List<Case> findSomeById(Collection<CaseId> ids);

	default List<Case> findAllById(Collection<CaseId> ids) {
		return ids.isEmpty() ? List.of() : findSomeById(ids);
	}

	@Query(READ + "where id = :id and authority_id = :authorityId")
	Optional<Case> findByIdAndAuthorityId(CaseId id, String authorityId);

	@Query(READ + "where authority_id = :authorityId and kind = :kind and slug = :slug")
	Optional<Case> findByAuthorityIdAndKindAndSlug(String authorityId, String kind, String slug);

	@Query(READ + "where authority_id = :authorityId and slug = :slug")
	List<Case> findByAuthorityIdAndSlug(String authorityId, String slug);

	@Query("select exists (select from cases where authority_id = :authorityId and kind = :kind and slug = :slug)")
	boolean existsByAuthorityIdAndKindAndSlug(String authorityId, String kind, String slug);

	/** The open cases of an authority, a short list; the one that runs longest first. */
	@Query(READ + "where authority_id = :authorityId and closed_at is null order by "
			+ "(select max(due_at) from deadline where subject_id = cases.id) desc nulls last, opened_at desc, id")
	List<Case> open(String authorityId);

	/**
	 * Open cases of an authority; the one with the earliest end first.
	 * @param officer who is responsible, or null for all
	 * @param unit whose work they are, or null for all
	 */
	@Query(READ + "where authority_id = :authorityId and closed_at is null "
			+ "and (cast(:officer as varchar) is null or responsible_officer = :officer) "
			+ "and (cast(:unit as uuid) is null or unit_id = :unit) order by "
			+ "(select max(due_at) from deadline where subject_id = cases.id) nulls last, opened_at, id "
			+ "limit :most offset :skip")
	List<Case> open(String authorityId, @Nullable String officer, @Nullable UnitId unit, int skip, int most);

	@Query("select count(*) from cases where authority_id = :authorityId and closed_at is null "
			+ "and (cast(:officer as varchar) is null or responsible_officer = :officer) "
			+ "and (cast(:unit as uuid) is null or unit_id = :unit)")
	int countOpen(String authorityId, @Nullable String officer, @Nullable UnitId unit);

	/**
	 * Closed cases of an authority, the latest closed first.
	 * @param unit whose work they are, or null for all
	 */
	@Query(READ + "where authority_id = :authorityId and closed_at is not null "
			+ "and (cast(:unit as uuid) is null or unit_id = :unit) "
			+ "order by closed_at desc, id limit :most offset :skip")
	List<Case> closed(String authorityId, @Nullable UnitId unit, int skip, int most);

	@Query("select count(*) from cases where authority_id = :authorityId and closed_at is not null "
			+ "and (cast(:unit as uuid) is null or unit_id = :unit)")
	int countClosed(String authorityId, @Nullable UnitId unit);

	/**
	 * One that must exist and be the authority's.
	 * @throws CaseProblem if there is none such
	 */
	default Case get(String authorityId, CaseId id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(CaseProblem::unknown);
	}

	/**
	 * One that a process works on.
	 * @throws CaseProblem if there is none
	 */
	default Case get(CaseId id) {
		return findById(id).orElseThrow(CaseProblem::unknown);
	}

}
