package se.kulturlots.input;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

/** Everything that was sent. */
public interface Submissions extends ListCrudRepository<Submission, UUID> {

	/**
	 * Looks up what was sent with a form.
	 * @param authorityId to whom
	 * @param submissionId the id of the form
	 * @return nothing if the form has not been sent
	 */
	Optional<Submission> findByAuthorityIdAndSubmissionId(String authorityId, UUID submissionId);

	/**
	 * Looks one up.
	 * @param id its id
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	Optional<Submission> findByIdAndAuthorityId(UUID id, String authorityId);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @param id its id
	 * @return the submission
	 * @throws InputProblem if there is none such
	 */
	default Submission get(String authorityId, UUID id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(InputProblem::unknown);
	}

}
