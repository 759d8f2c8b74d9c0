package se.kulturlots.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;

/**
 * The cycles of all authorities, each read with its case; asked with the authority's id
 * wherever somebody looks.
 */
public interface Consultations extends Repository<Consultation, CaseId> {

	/**
	 * A consultation {@code k}, its case {@code c}, its dates {@code d} and its picture
	 * {@code p}.
	 */
	String READ = """
			select k.*, c.slug, c.title, c.diary_number, c.responsible_officer, c.opened_at, c.closed_at,
				c.dispose_after, d.*, p.name as picture_name, p.alt as picture_alt, p.focus as picture_focus,
				p.widest as picture_widest, p.modern as picture_modern,
				""" + Words.READ + "k.id" + Words.AS_OTHER_WORDS + """

			from consultation k join cases c on c.id = k.id left join picture p on p.case_id = k.id cross join lateral (
				select max(last_day) filter (where kind = 'INVENTORY') as inventory_last_day,
					max(last_day) filter (where kind = 'ANSWER') as answer_last_day,
					max(last_day) filter (where kind = 'OPENING') as input_opens,
					max(last_day) filter (where kind = 'INPUT') as input_last_day,
					max(last_day) filter (where kind = 'REFERRAL') as referral_last_day,
					max(last_day) filter (where kind = 'DECISION') as decision_date
				from deadline where subject_id = k.id) d
			""";

	/** Stores what the consultation keeps itself; the case is changed for itself. */
	Consultation save(Consultation consultation);

	@Query(READ + "where k.id = :id")
	Optional<Consultation> findById(CaseId id);

	/** Those with some ids, at least one. */
	@Query(READ + "where k.id in (:ids)")
	List<Consultation> findSomeById(Collection<CaseId> ids);

	default List<Consultation> findAllById(Collection<CaseId> ids) {
		return ids.isEmpty() ? List.of() : findSomeById(ids);
	}

	@Query(READ + "where k.id = :id and k.authority_id = :authorityId")
	Optional<Consultation> findByIdAndAuthorityId(CaseId id, String authorityId);

	@Query(READ + "where k.authority_id = :authorityId and c.slug = :slug")
	Optional<Consultation> findByAuthorityIdAndSlug(String authorityId, String slug);

	/** Those of an authority, the latest decision first; a few in a year. */
	@Query(READ + "where k.authority_id = :authorityId order by d.decision_date desc")
	List<Consultation> ofAuthority(String authorityId);

	/**
	 * Those of an authority that are open to the public and have not ended, the latest
	 * decision first.
	 */
	@Query(READ + "where k.authority_id = :authorityId and k.published_at is not null and k.ending is null "
			+ "order by d.decision_date desc")
	List<Consultation> open(String authorityId);

	/** Those of an authority that the public may see, the latest first. */
	@Query(READ + "where k.authority_id = :authorityId and k.published_at is not null order by k.published_at desc")
	List<Consultation> published(String authorityId);

	/** Those of some authorities that the public may see; a few in a year. */
	@Query(READ + "where k.authority_id in (:authorityIds) and k.published_at is not null")
	List<Consultation> published(Collection<String> authorityIds);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @throws ConsultationProblem if there is none such
	 */
	default Consultation get(String authorityId, CaseId id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(ConsultationProblem::unknown);
	}

	/**
	 * One that a process works on.
	 * @throws ConsultationProblem if there is none
	 */
	default Consultation get(CaseId id) {
		return findById(id).orElseThrow(ConsultationProblem::unknown);
	}

	/**
	 * One that the public may see.
	 * @param slug the last part of its address
	 * @throws ConsultationProblem if there is none, or it is not published
	 */
	default Consultation published(String authorityId, String slug) {
		return findByAuthorityIdAndSlug(authorityId, slug).filter((found) -> found.publishedAt() != null)
			.orElseThrow(ConsultationProblem::unknown);
	}

}
