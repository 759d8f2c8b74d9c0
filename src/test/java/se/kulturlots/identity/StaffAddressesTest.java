package se.kulturlots.identity;

import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails to staff reach those who do the work today. */
@KulturlotsTest
class StaffAddressesTest {

	@Autowired
	StaffAddresses staff;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Absences absences;

	@Autowired
	AppClock clock;

	@Test
	void aStandInReadsWhatComesToSomebodyWhoIsAway() {
		String authority = this.authorities.region().id();
		Account officer = this.accounts.with(authority, Role.OFFICER);
		Account other = this.accounts.with(authority, Role.OFFICER);
		assertThat(this.staff.ofOfficer(authority, officer.id())).containsExactly(address(officer));
		assertThat(this.staff.ofOfficer(authority, null)).containsExactlyInAnyOrder(address(officer), address(other));
		LocalDate today = this.clock.today(ZoneId.of("Europe/Stockholm"));
		this.absences.plan(authority, new Absence(officer.id(), today, today.plusDays(3), other.id()));
		assertThat(this.staff.ofOfficer(authority, officer.id())).containsExactly(address(other));
		assertThat(this.staff.ofOfficer(authority, null)).containsExactly(address(other));
		assertThat(this.staff.with(authority, Role.MANAGER)).isEmpty();
	}

	private static EmailAddress address(Account account) {
		return new EmailAddress(account.email());
	}

}
