package se.kulturlots.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import se.kulturlots.consultation.Consultation.Status;

/**
 * The cycles of all authorities; asked with the authority's id wherever somebody looks.
 */
public interface Consultations extends ListCrudRepository<Consultation, UUID> {

	/**
	 * Looks one up.
	 * @param id its id
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	@Query("select * from consultation where id = :id and authority_id = :authorityId")
	Optional<Consultation> findByIdAndAuthorityId(UUID id, String authorityId);

	/**
	 * Looks one up by its address.
	 * @param authorityId whose
	 * @param slug the last part of its address
	 * @return the consultation, or nothing
	 */
	@Query("select * from consultation where authority_id = :authorityId and slug = :slug")
	Optional<Consultation> findByAuthorityIdAndSlug(String authorityId, String slug);

	/**
	 * Those of an authority that stand in certain ways, the latest decision first.
	 * @param authorityId whose
	 * @param statuses how they may stand
	 * @return a short list: an authority has a few in a year
	 */
	List<Consultation> findByAuthorityIdAndStatusInOrderByDecisionDateDesc(String authorityId,
			Collection<Status> statuses);

	/**
	 * Those of an authority that the public may see.
	 * @param authorityId whose
	 * @return the latest first
	 */
	@Query("select * from consultation where authority_id = :authorityId and published_at is not null order by published_at desc")
	List<Consultation> published(String authorityId);

	/**
	 * Those of an authority that stand in certain ways, page by page.
	 * @param authorityId whose
	 * @param statuses how they may stand
	 * @param page which page, and in which order
	 * @return the page
	 */
	Page<Consultation> findByAuthorityIdAndStatusIn(String authorityId, Collection<Status> statuses, Pageable page);

	/**
	 * Those that an officer is responsible for and that stand in certain ways, page by
	 * page.
	 * @param authorityId whose
	 * @param officer the account
	 * @param statuses how they may stand
	 * @param page which page, and in which order
	 * @return the page
	 */
	Page<Consultation> findByAuthorityIdAndResponsibleOfficerAndStatusIn(String authorityId, String officer,
			Collection<Status> statuses, Pageable page);

	/**
	 * Those of some authorities that the public may see.
	 * @param authorityIds whose
	 * @return a short list: an authority has a few in a year
	 */
	List<Consultation> findByAuthorityIdInAndPublishedAtIsNotNull(Collection<String> authorityIds);

	boolean existsByAuthorityIdAndSlug(String authorityId, String slug);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @param id its id
	 * @return the consultation
	 * @throws ConsultationProblem if there is none such
	 */
	default Consultation get(String authorityId, UUID id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(ConsultationProblem::unknown);
	}

	/**
	 * One that a process works on.
	 * @param id the business key
	 * @return the consultation
	 * @throws ConsultationProblem if there is none
	 */
	default Consultation get(UUID id) {
		return findById(id).orElseThrow(ConsultationProblem::unknown);
	}

	/**
	 * One that the public may see.
	 * @param authorityId whose
	 * @param slug the last part of its address
	 * @return the consultation
	 * @throws ConsultationProblem if there is none, or it is not published
	 */
	default Consultation published(String authorityId, String slug) {
		return findByAuthorityIdAndSlug(authorityId, slug).filter((found) -> found.publishedAt() != null)
			.orElseThrow(ConsultationProblem::unknown);
	}

}
