package se.kulturlots.input.web;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.input.InputProblem;

/** Everyone on the staff may read what came in; officers and the liaison work with it. */
final class StaffRights {

	private StaffRights() {
	}

	static boolean mayChange(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.LIAISON);
	}

	static void requireChange(Account account) {
		if (!mayChange(account)) {
			throw InputProblem.notAllowed();
		}
	}

}
