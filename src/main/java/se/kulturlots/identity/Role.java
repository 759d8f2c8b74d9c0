package se.kulturlots.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles of staff; each is a group of the engine with the role's name in lower case.
 */
public enum Role {

	/** Handläggare. */
	OFFICER,
	/** Lots. */
	LIAISON,
	/** Chef. */
	MANAGER,
	/** Registrator. */
	REGISTRAR,
	/**
	 * Administratör: of accounts and settings of an authority, or of the whole
	 * installation for an account that belongs to none.
	 */
	ADMIN;

	/** Those who work with cases. */
	public static final Set<Role> STAFF = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ADMIN)));

	/**
	 * The engine's groups of some roles.
	 * @return the ids used in diagrams
	 */
	public static Set<String> groups(Set<Role> roles) {
		return roles.stream().map(Role::group).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The engine's group.
	 * @return the id used in diagrams
	 */
	public String group() {
		return name().toLowerCase(Locale.ROOT);
	}

}
