package se.kulturlots.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import se.kulturlots.core.CaseId;

/** The plans of all authorities. */
public interface Plans extends ListCrudRepository<Plan, PlanId> {

	/**
	 * The plan of a consultation.
	 * @return nothing before the draft begins
	 */
	@Query("select * from plan where consultation_id = :consultationId")
	Optional<Plan> findByConsultationId(CaseId consultationId);

	@Query("select * from plan where consultation_id in (:consultationIds)")
	List<Plan> findSomeByConsultation(Collection<CaseId> consultationIds);

	/** The plans of some consultations. */
	default List<Plan> ofAll(Collection<CaseId> consultationIds) {
		return consultationIds.isEmpty() ? List.of() : findSomeByConsultation(consultationIds);
	}

	/**
	 * The plan of a consultation, for who works at an authority.
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	@Query("select * from plan where consultation_id = :consultationId and authority_id = :authorityId")
	Optional<Plan> findByAuthorityIdAndConsultationId(String authorityId, CaseId consultationId);

	/**
	 * The plans of an authority that stand in a certain way.
	 * @param stage how they stand
	 * @return a short list: an authority has a few in a year
	 */
	List<Plan> findByAuthorityIdAndStage(String authorityId, Plan.Stage stage);

	/** Holds a plan so that nobody else works on it until the transaction ends. */
	@Query("select * from plan where id = :id for update")
	Optional<Plan> findLockedById(PlanId id);

	/** Holds a plan so that others may work on it too, but not take it a step further. */
	@Query("select * from plan where id = :id for share")
	Optional<Plan> findSharedById(PlanId id);

	/**
	 * One that a process works on.
	 * @throws PlanProblem if there is none
	 */
	default Plan get(PlanId id) {
		return findById(id).orElseThrow(PlanProblem::unknown);
	}

	/**
	 * One that a process takes a step further.
	 * @return the plan, held until the transaction ends
	 * @throws PlanProblem if there is none
	 */
	default Plan lock(PlanId id) {
		return findLockedById(id).orElseThrow(PlanProblem::unknown);
	}

}
