package se.kulturlots.staff;

import java.util.Set;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.AccountStates.AccountState;
import se.kulturlots.identity.Role;

/**
 * An account as an administrator sees it.
 *
 * @param account the account, without roles if it is closed
 * @param state how it stands
 */
public record StaffAccount(Account account, AccountState state) {

	public String id() {
		return this.account.id();
	}

	public boolean closed() {
		return this.state.closed();
	}

	/** What it may do, or may do again when it is opened. */
	public Set<Role> roles() {
		return closed() ? this.state.closedRoles() : this.account.roles();
	}

}
