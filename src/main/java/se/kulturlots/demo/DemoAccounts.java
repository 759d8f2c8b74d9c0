package se.kulturlots.demo;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** Who can sign in to the demo. */
public final class DemoAccounts {

	public static final String PASSWORD = "kaffe-i-gula-huset";

	public static final String REGION = "region-mitt";

	public static final String MUNICIPALITY = "sunnanvik";

	public static final List<Account> ALL = List.of(account("handlaggare", "Ingrid Åkerblom", REGION, Role.OFFICER),
			account("handlaggare2", "Jonas Lindvall", REGION, Role.OFFICER),
			account("lots", "Samira Haddad", REGION, Role.LIAISON), account("chef", "Mats Öberg", REGION, Role.MANAGER),
			account("registrator", "Birgit Sandell", REGION, Role.REGISTRAR),
			account("admin", "Alva Nyström", REGION, Role.ADMIN),
			account("handlaggare-b", "Elina Korpela", MUNICIPALITY, Role.OFFICER),
			account("chef-b", "Pekka Lundin", MUNICIPALITY, Role.MANAGER));

	private DemoAccounts() {
	}

	public static Account of(String id) {
		return ALL.stream().filter((account) -> account.id().equals(id)).findFirst().orElseThrow();
	}

	private static Account account(String id, String name, @Nullable String authority, Role role) {
		return new Account(id, name, id + "@kulturlots.example", authority, Set.of(role));
	}

}
