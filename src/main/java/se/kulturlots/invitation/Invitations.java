package se.kulturlots.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

import se.kulturlots.core.CaseId;

/** The invitations of all authorities. */
public interface Invitations extends Repository<Invitation, InvitationId> {

	/** An invitation with its last day to answer. */
	String READ = """
			select i.*, (select last_day from deadline where subject_id = i.id and kind = 'ANSWER') answer_last_day
			from invitation i
			""";

	Invitation save(Invitation invitation);

	List<Invitation> saveAll(Iterable<Invitation> invitations);

	@Query(READ + "where id = :id")
	Optional<Invitation> findById(InvitationId id);

	@Query(READ + "where consultation_id = :consultationId")
	List<Invitation> findByConsultationId(CaseId consultationId);

	@Query(READ + "where consultation_id in (:consultationIds)")
	List<Invitation> findSomeByConsultation(Collection<CaseId> consultationIds);

	/**
	 * Lets everybody else wait who sends the invitations to a consultation or adds to
	 * whom they go.
	 * @return their ids
	 */
	@Query("select id from invitation where consultation_id = :consultationId order by id for update")
	List<InvitationId> lock(CaseId consultationId);

	/** Those to some consultations. */
	default List<Invitation> ofAll(Collection<CaseId> consultationIds) {
		return consultationIds.isEmpty() ? List.of() : findSomeByConsultation(consultationIds);
	}

	/**
	 * One that a process works on.
	 * @throws InvitationProblem if there is none
	 */
	default Invitation get(InvitationId id) {
		return findById(id).orElseThrow(InvitationProblem::unknown);
	}

}
