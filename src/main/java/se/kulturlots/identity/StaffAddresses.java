package se.kulturlots.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;

/** Where mails to staff go: to those who do the work today. */
@Component
public class StaffAddresses {

	private final Accounts accounts;

	private final Absences absences;

	StaffAddresses(Accounts accounts, Absences absences) {
		this.accounts = accounts;
		this.absences = absences;
	}

	/**
	 * The address of somebody, or of whoever does their work today.
	 * @return nothing if there is none
	 */
	public List<EmailAddress> of(String authorityId, String accountId) {
		return addresses(this.accounts.find(this.absences.today(authorityId).worker(accountId)).stream());
	}

	/**
	 * The addresses of those with a role who do their own work today. A stand-in has the
	 * role, so nobody is left out but those who are away.
	 */
	public List<EmailAddress> with(String authorityId, Role role) {
		WorkToday today = this.absences.today(authorityId);
		return addresses(this.accounts.with(authorityId, role)
			.stream()
			.filter((each) -> today.worker(each.id()).equals(each.id())));
	}

	/**
	 * The address for a case: that of its officer, or those of all officers if it has
	 * none.
	 * @param officer the account of the responsible officer, or null
	 */
	public List<EmailAddress> ofOfficer(String authorityId, @Nullable String officer) {
		return (officer != null) ? of(authorityId, officer) : with(authorityId, Role.OFFICER);
	}

	private static List<EmailAddress> addresses(Stream<Account> accounts) {
		return accounts.map(Account::email)
			.filter(Objects::nonNull)
			.map(EmailAddress::parse)
			.flatMap(Optional::stream)
			.toList();
	}

}
