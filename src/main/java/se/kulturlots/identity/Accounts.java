package se.kulturlots.identity;

import java.util.List;
import java.util.Optional;

/** The accounts of staff. They live in the engine, so that one sign-in serves all. */
public interface Accounts {

	/**
	 * Looks an account up.
	 * @param id the name to sign in with
	 * @return the account, or nothing
	 */
	Optional<Account> find(String id);

	/**
	 * Checks a password.
	 * @param id the name to sign in with
	 * @param password what was typed
	 * @return the account, or nothing if name or password are wrong or it is locked
	 */
	Optional<Account> authenticate(String id, String password);

	/**
	 * Everyone with a role at an authority.
	 * @param authorityId the authority
	 * @param role the role
	 * @return in the order of their ids
	 */
	List<Account> with(String authorityId, Role role);

	/**
	 * Makes an account; one that exists already stays as it is.
	 * @param account who
	 * @param password what they sign in with
	 */
	void create(Account account, String password);

}
