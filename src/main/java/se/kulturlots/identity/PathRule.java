package se.kulturlots.identity;

import java.util.List;
import java.util.Set;

/**
 * Who may reach some addresses. Each module makes its own as beans; what no rule names is
 * refused, but for pages of staff, which are open to all roles but the administrator's.
 *
 * @param patterns the addresses, as Spring matches paths
 * @param who which accounts
 * @param roles the roles, of which one is enough, where {@code who} asks for them
 */
public record PathRule(List<String> patterns, Who who, Set<Role> roles) {

	/**
	 * Pages that anyone may read, and forms that anyone may send.
	 * @param patterns the addresses
	 */
	public static PathRule open(String... patterns) {
		return new PathRule(List.of(patterns), Who.ANYONE, Set.of());
	}

	/**
	 * Pages for every account.
	 * @param patterns the addresses
	 */
	public static PathRule signedIn(String... patterns) {
		return new PathRule(List.of(patterns), Who.ANY_ACCOUNT, Set.of());
	}

	/**
	 * Pages for some roles.
	 * @param patterns the addresses
	 */
	public static PathRule of(Set<Role> roles, String... patterns) {
		return new PathRule(List.of(patterns), Who.ROLES, roles);
	}

	/** Which accounts. */
	public enum Who {

		/** Nobody is asked. */
		ANYONE,
		/** All that are signed in. */
		ANY_ACCOUNT,
		/** Those of some roles. */
		ROLES

	}

}
