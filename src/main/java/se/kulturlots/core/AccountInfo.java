package se.kulturlots.core;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a page knows of who is signed in.
 *
 * @param id the name they signed in with
 * @param displayName first and last name
 * @param authorityId whom they work for, null if for none
 * @param roles officer, liaison, manager, registrar, admin
 */
public record AccountInfo(String id, String displayName, @Nullable String authorityId, Set<String> roles) {

	/**
	 * The authority they work for.
	 * @throws NullPointerException if they work for none
	 */
	public String authority() {
		return Objects.requireNonNull(this.authorityId, "an account of no authority");
	}

	/**
	 * Whether they have one of some roles.
	 * @param anyOf for example {@code "officer", "manager"}
	 * @return true if at least one is theirs
	 */
	public boolean has(String... anyOf) {
		return Set.of(anyOf).stream().anyMatch(this.roles::contains);
	}

}
