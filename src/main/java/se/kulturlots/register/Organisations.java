package se.kulturlots.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

import se.kulturlots.core.OrganisationId;

/** The organisations of all registers, each reached through its authority. */
public interface Organisations extends Repository<Organisation, OrganisationId> {

	/**
	 * One that must exist in the register of an authority.
	 * @return the organisation, also one that waits or was removed
	 * @throws RegisterProblem if there is none, or it is another authority's
	 */
	default Organisation get(String authorityId, OrganisationId id) {
		return findByAuthorityIdAndId(authorityId, id).orElseThrow(RegisterProblem::unknown);
	}

	/**
	 * Makes sure that the register has an organisation that is in it once.
	 * @throws RegisterProblem if another one is the same
	 */
	default void requireOnlyOne(Organisation organisation) {
		OrganisationDetails details = organisation.details();
		if (organisation.isActive()
				&& alike(organisation.authorityId(), details.organisationNumber(), details.nameKey(), details.email())
					.stream()
					.anyMatch((it) -> !it.id().equals(organisation.id()) && it.details().isSameAs(details))) {
			throw RegisterProblem.alreadyThere();
		}
	}

	/**
	 * One that may exist in the register of an authority.
	 * @return the organisation, or nothing
	 */
	Optional<Organisation> findByAuthorityIdAndId(String authorityId, OrganisationId id);

	/**
	 * Those of the ids that the register of an authority has.
	 * @param ids their ids
	 * @return in no order
	 */
	List<Organisation> findByAuthorityIdAndIdIn(String authorityId, Collection<OrganisationId> ids);

	@Query("select * from organisation where authority_id = :authorityId and status = 'ACTIVE' order by seq")
	List<Organisation> active(String authorityId);

	@Query("""
			select * from organisation where authority_id = :authorityId and status = 'REMOVED'
			order by seq""")
	List<Organisation> removed(String authorityId);

	@Query("""
			select * from organisation where authority_id = :authorityId and status = 'ACTIVE' and (
			organisation_number = :number or name_key = :nameKey or lower(email) = :email)
			order by seq""")
	List<Organisation> alike(String authorityId, @Nullable String number, String nameKey, @Nullable String email);

	@Query("""
			select * from organisation where authority_id = :authorityId and lower(email) = lower(:email)
			order by created_at desc""")
	List<Organisation> reachedAt(String authorityId, String email);

	Organisation save(Organisation organisation);

	void deleteById(OrganisationId id);

}
