package se.kulturlots.authority;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

/** The units of all authorities; asked with the authority's id. */
public interface Units extends ListCrudRepository<Unit, UnitId> {

	/**
	 * The units of an authority.
	 * @return in the order of their names
	 */
	List<Unit> findByAuthorityIdOrderByName(String authorityId);

	/**
	 * One of an authority's.
	 * @param authorityId who asks
	 * @return nothing if there is none, or it is another's
	 */
	Optional<Unit> findByIdAndAuthorityId(UnitId id, String authorityId);

	/** One by its name, small and large letters alike. */
	Optional<Unit> findByAuthorityIdAndNameIgnoreCase(String authorityId, String name);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @throws AuthorityProblem if there is none such
	 */
	default Unit get(String authorityId, UnitId id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(AuthorityProblem::unknownUnit);
	}

}
