package se.kulturlots.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.PlainText;

/**
 * Somebody on the staff, also the principal of a session.
 *
 * @param id the name to sign in with
 * @param displayName first and last name
 * @param email the address, null if none is known
 * @param authorityId the authority they belong to, null for an administrator of the
 * installation alone
 * @param roles what they may do
 */
public record Account(String id, String displayName, @Nullable String email, @Nullable String authorityId,
		Set<Role> roles) implements Principal, Serializable {

	public Account {
		displayName = PlainText.line(displayName);
	}

	@Override
	public String getName() {
		return this.id;
	}

	public boolean has(Role role) {
		return this.roles.contains(role);
	}

	/** What they do in cases. */
	public Set<Role> staffRoles() {
		return this.roles.stream().filter(Role.STAFF::contains).collect(Collectors.toUnmodifiableSet());
	}

	/** Whether they can do everything that a colleague does in cases. */
	public boolean canStandInFor(Account absent) {
		return !this.id.equals(absent.id()) && Objects.equals(this.authorityId, absent.authorityId())
				&& this.roles.containsAll(absent.staffRoles());
	}

	/**
	 * The authority of somebody who works for one.
	 * @throws IdentityProblem if they work for none
	 */
	public String authority() {
		if (this.authorityId == null) {
			throw IdentityProblem.noAuthority();
		}
		return this.authorityId;
	}

}
