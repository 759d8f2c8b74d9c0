package se.kulturlots.testing;

import java.util.EnumSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;

/**
 * Makes accounts of their own for each test; all sign in with {@link Browser#PASSWORD}.
 */
@TestComponent
public class SampleAccounts {

	private final Accounts accounts;

	SampleAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * A new account.
	 * @param authorityId whom they work for, null for an administrator of the
	 * installation
	 * @param role what they may do
	 * @param more what they may do besides
	 * @return the account, which exists
	 */
	public Account with(@Nullable String authorityId, Role role, Role... more) {
		String id = role.group() + "-" + UUID.randomUUID().toString().substring(0, 8);
		Account account = new Account(id, "Kim " + role.group(), id + "@region.example", authorityId,
				EnumSet.of(role, more));
		this.accounts.create(account, Browser.PASSWORD);
		return account;
	}

}
