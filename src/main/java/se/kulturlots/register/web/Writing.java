package se.kulturlots.register.web;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.register.RegisterProblem;

/** Who may change the register: officers and the liaison. Other staff read it. */
final class Writing {

	private Writing() {
	}

	static boolean allowed(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.LIAISON);
	}

	static void check(Account account) {
		if (!allowed(account)) {
			throw RegisterProblem.readOnly();
		}
	}

}
