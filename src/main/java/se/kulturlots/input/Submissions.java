package se.kulturlots.input;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import se.kulturlots.consultation.SubmissionId;

/** Everything that was sent. */
public interface Submissions extends ListCrudRepository<Submission, SubmissionId> {

	/**
	 * Looks one up.
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	Optional<Submission> findByIdAndAuthorityId(SubmissionId id, String authorityId);

	/**
	 * All that an address has sent, what was withdrawn too.
	 * @param authorityId to whom
	 * @return the newest first
	 */
	@Query("""
			select * from input_submission
			where authority_id = :authorityId and lower(email) = lower(:email) order by received_at desc""")
	List<Submission> of(String authorityId, String email);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @throws InputProblem if there is none such
	 */
	default Submission get(String authorityId, SubmissionId id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(InputProblem::unknown);
	}

}
