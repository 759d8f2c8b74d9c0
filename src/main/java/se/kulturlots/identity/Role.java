package se.kulturlots.identity;

import java.util.Locale;

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

	/**
	 * The engine's group.
	 * @return the id used in diagrams
	 */
	public String group() {
		return name().toLowerCase(Locale.ROOT);
	}

}
