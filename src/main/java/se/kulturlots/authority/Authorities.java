package se.kulturlots.authority;

import java.util.List;
import java.util.Optional;

import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/** The public bodies of this installation. */
public interface Authorities extends ListCrudRepository<Authority, String> {

	/**
	 * All of them, in the order of their names.
	 * @return a short list: an installation serves tens, not thousands
	 */
	List<Authority> findAllByOrderByName();

	/** One that nobody else changes until the transaction ends. */
	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<Authority> findOneById(String id);

	/**
	 * One that must exist, and that nobody else changes until the transaction ends.
	 * @throws AuthorityProblem if there is none
	 */
	default Authority lock(String id) {
		return findOneById(id).orElseThrow(AuthorityProblem::unknown);
	}

	/**
	 * One that must exist.
	 * @throws AuthorityProblem if there is none
	 */
	default Authority get(String id) {
		Optional<Authority> found = findById(id);
		return found.orElseThrow(AuthorityProblem::unknown);
	}

}
