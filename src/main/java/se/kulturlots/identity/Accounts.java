package se.kulturlots.identity;

import java.util.List;
import java.util.Map;
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
	 * @return by name
	 */
	List<Account> with(String authorityId, Role role);

	/**
	 * The names of everyone who works for an authority.
	 * @return display names by the ids of the accounts
	 */
	Map<String, String> names(String authorityId);

	/**
	 * Makes an account; one that exists already stays as it is.
	 * @param account who
	 * @param password what they sign in with
	 */
	void create(Account account, String password);

	/**
	 * Looks an account up, be it closed or not.
	 * @param id the name to sign in with
	 * @return the account, without roles if it is closed
	 */
	Optional<Account> lookUp(String id);

	/**
	 * All accounts of an authority, closed ones without roles.
	 * @return by name, in a few statements whatever their number
	 */
	List<Account> ofAuthority(String authorityId);

	/**
	 * The open accounts with an address.
	 * @param email the address
	 * @return usually one; somebody who works for two authorities has two
	 */
	List<Account> withEmail(String email);

	/**
	 * Gives an account another name, address or roles.
	 * @param account how it is to be
	 */
	void change(Account account);

	/**
	 * Gives an account another password.
	 * @param id the name to sign in with
	 */
	void setPassword(String id, Password password);

}
