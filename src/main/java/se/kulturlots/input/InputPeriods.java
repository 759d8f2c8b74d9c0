package se.kulturlots.input;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import se.kulturlots.input.InputPeriod.Status;

/** The times for input of all authorities. */
public interface InputPeriods extends ListCrudRepository<InputPeriod, UUID> {

	/**
	 * Those of a consultation.
	 * @param authorityId whose
	 * @param consultationId the consultation
	 * @return the first one first: as a rule one on the questions and one on the draft
	 */
	@Query("""
			select * from input_period
			where consultation_id = :consultationId and authority_id = :authorityId order by created_at""")
	List<InputPeriod> findByAuthorityIdAndConsultationIdOrderByCreatedAt(String authorityId, UUID consultationId);

	/**
	 * Looks one up.
	 * @param id its id
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	@Query("select * from input_period where id = :id and authority_id = :authorityId")
	Optional<InputPeriod> findByIdAndAuthorityId(UUID id, String authorityId);

	/**
	 * Those of an authority that stand in a certain way.
	 * @param authorityId whose
	 * @param status how they stand
	 * @return a short list: an authority has a few in a year
	 */
	List<InputPeriod> findByAuthorityIdAndStatus(String authorityId, Status status);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @param id its id
	 * @return the period
	 * @throws InputProblem if there is none such
	 */
	default InputPeriod get(String authorityId, UUID id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(InputProblem::unknownPeriod);
	}

	/**
	 * One that a process works on.
	 * @param id the business key
	 * @return the period
	 * @throws InputProblem if there is none
	 */
	default InputPeriod get(UUID id) {
		return findById(id).orElseThrow(InputProblem::unknownPeriod);
	}

	/**
	 * The one that the public form is for: the latest that has opened, else the first
	 * that is to come.
	 * @param authorityId whose
	 * @param consultationId the consultation
	 * @return nothing if none is planned
	 */
	default Optional<InputPeriod> current(String authorityId, UUID consultationId) {
		List<InputPeriod> all = findByAuthorityIdAndConsultationIdOrderByCreatedAt(authorityId, consultationId);
		return all.stream()
			.filter((period) -> period.status() != Status.PLANNED)
			.reduce((earlier, later) -> later)
			.or(() -> all.stream().findFirst());
	}

}
