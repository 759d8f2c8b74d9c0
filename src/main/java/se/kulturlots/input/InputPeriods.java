package se.kulturlots.input;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.CaseId;
import se.kulturlots.input.InputPeriod.Status;

/** The times for input of all authorities. */
public interface InputPeriods extends Repository<InputPeriod, InputPeriodId> {

	/** A period with its first day. */
	String READ = "select p.*, (select last_day from deadline where subject_id = p.id and kind = 'OPENING') opens "
			+ "from input_period p ";

	InputPeriod save(InputPeriod period);

	@Query(READ + "where id = :id")
	Optional<InputPeriod> findById(InputPeriodId id);

	@Query(READ + "where id in (:ids)")
	List<InputPeriod> findSomeById(Collection<InputPeriodId> ids);

	default List<InputPeriod> findAllById(Collection<InputPeriodId> ids) {
		return ids.isEmpty() ? List.of() : findSomeById(ids);
	}

	/**
	 * Those of a consultation.
	 * @return the first one first: as a rule one on the questions and one on the draft
	 */
	@Query(READ + "where consultation_id = :consultationId and authority_id = :authorityId order by created_at")
	List<InputPeriod> of(String authorityId, CaseId consultationId);

	@Query(READ + "where consultation_id in (:consultationIds)")
	List<InputPeriod> findSomeByConsultation(Collection<CaseId> consultationIds);

	/** Those of some consultations. */
	default List<InputPeriod> ofAll(Collection<CaseId> consultationIds) {
		return consultationIds.isEmpty() ? List.of() : findSomeByConsultation(consultationIds);
	}

	/**
	 * Looks one up.
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	@Query(READ + "where id = :id and authority_id = :authorityId")
	Optional<InputPeriod> findByIdAndAuthorityId(InputPeriodId id, String authorityId);

	/**
	 * Those of an authority that stand in a certain way.
	 * @param status how they stand
	 * @return a short list: an authority has a few in a year
	 */
	@Query(READ + "where authority_id = :authorityId and status = :status")
	List<InputPeriod> findByAuthorityIdAndStatus(String authorityId, Status status);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @throws InputProblem if there is none such
	 */
	default InputPeriod get(String authorityId, InputPeriodId id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(InputProblem::unknownPeriod);
	}

	/**
	 * One that a process works on.
	 * @throws InputProblem if there is none
	 */
	default InputPeriod get(InputPeriodId id) {
		return findById(id).orElseThrow(InputProblem::unknownPeriod);
	}

	/**
	 * The one that the public form is for: the latest that has opened, else the first
	 * that is to come.
	 * @return nothing if none is planned
	 */
	default Optional<InputPeriod> current(String authorityId, CaseId consultationId) {
		List<InputPeriod> all = of(authorityId, consultationId);
		return all.stream()
			.filter((period) -> period.status() != Status.PLANNED)
			.reduce((earlier, later) -> later)
			.or(() -> all.stream().findFirst());
	}

}
