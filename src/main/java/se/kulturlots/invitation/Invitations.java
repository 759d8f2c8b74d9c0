package se.kulturlots.invitation;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The invitations of all authorities. */
public interface Invitations extends ListCrudRepository<Invitation, UUID> {

	@Query("select * from invitation where consultation_id = :consultationId")
	List<Invitation> findByConsultationId(UUID consultationId);

	/**
	 * One that a process works on.
	 * @param id the business key
	 * @return the invitation
	 * @throws InvitationProblem if there is none
	 */
	default Invitation get(UUID id) {
		return findById(id).orElseThrow(InvitationProblem::unknown);
	}

}
