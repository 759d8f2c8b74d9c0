package se.kulturlots.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.DateText;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.identity.Absence;
import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.IdentityProblem;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** Planning absences: everybody their own, managers those of all who work with cases. */
@Component
public class AbsenceService {

	private static final int MOST_YEARS = 2;

	private final Absences absences;

	private final Accounts accounts;

	private final Authorities authorities;

	private final Letters letters;

	private final Outbox outbox;

	private final Journal journal;

	private final AppClock clock;

	AbsenceService(Absences absences, Accounts accounts, Authorities authorities, Letters letters, Outbox outbox,
			Journal journal, AppClock clock) {
		this.absences = absences;
		this.accounts = accounts;
		this.authorities = authorities;
		this.letters = letters;
		this.outbox = outbox;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Somebody whose absence is planned.
	 * @param by who plans it
	 * @throws IdentityProblem if they may not, or there is nobody such at their authority
	 */
	public Account whose(Account by, String accountId) {
		if (!accountId.equals(by.id()) && !by.has(Role.MANAGER)) {
			throw IdentityProblem.notYourAbsence();
		}
		Account account = this.accounts.find(accountId)
			.filter((found) -> by.authority().equals(found.authorityId()))
			.orElseThrow(IdentityProblem::unknownAccount);
		if (roles(account).isEmpty()) {
			throw IdentityProblem.notYourAbsence();
		}
		return account;
	}

	/** Those of an authority who work with cases, by name. */
	public List<Account> staff(Account manager) {
		if (!manager.has(Role.MANAGER)) {
			throw IdentityProblem.notYourAbsence();
		}
		return this.accounts.ofAuthority(manager.authority())
			.stream()
			.filter((each) -> !roles(each).isEmpty())
			.toList();
	}

	/** Those who can do everything that somebody does in cases, by name. */
	public List<Account> standIns(Account account) {
		return this.accounts.ofAuthority(account.authority())
			.stream()
			.filter((each) -> !each.id().equals(account.id()) && each.roles().containsAll(roles(account)))
			.toList();
	}

	private static Set<Role> roles(Account account) {
		return account.roles().stream().filter(Role.STAFF::contains).collect(Collectors.toSet());
	}

	/**
	 * Plans an absence and tells the stand-in.
	 * @param by who plans it
	 * @throws IdentityProblem if they may not, the days cannot be, or nobody such can
	 * stand in
	 */
	@Transactional
	public void plan(Account by, Absence absence) {
		Account account = whose(by, absence.accountId());
		Authority authority = this.authorities.get(account.authority());
		check(absence, this.clock.today(authority.zone()));
		Account standIn = standIns(account).stream()
			.filter((each) -> each.id().equals(absence.standIn()))
			.findFirst()
			.orElseThrow(() -> IdentityProblem.noStandIn().at("standIn"));
		if (this.absences.of(authority.id(), account.id()).filter(absence::equals).isPresent()) {
			return;
		}
		this.absences.plan(authority.id(), absence);
		this.journal.note(authority.id(), AccountService.caseId(account.id()), "journal.account.away", account.id(),
				absence.firstDay().toString(), absence.lastDay().toString(), standIn.displayName());
		tell(authority, account, absence, standIn);
	}

	private static void check(Absence absence, LocalDate today) {
		if (absence.lastDay().isBefore(absence.firstDay())) {
			throw IdentityProblem.absenceEndsBefore().at("awayUntil");
		}
		if (absence.lastDay().isBefore(today)) {
			throw IdentityProblem.absenceOver().at("awayUntil");
		}
		if (absence.lastDay().isAfter(today.plusYears(MOST_YEARS))) {
			throw IdentityProblem.absenceTooFar().at("awayUntil");
		}
	}

	private void tell(Authority authority, Account account, Absence absence, Account standIn) {
		EmailAddress.parse(String.valueOf(standIn.email()))
			.ifPresent((email) -> this.outbox.put(Mail.now(authority.id(), AccountService.caseId(standIn.id()),
					"absence:" + UUID.randomUUID(), "absence", email,
					this.letters.of(authority, authority.locale())
						.subject("staff.absence.mail.subject", account.displayName())
						.paragraph("staff.absence.mail.intro", account.displayName(),
								DateText.date(absence.firstDay(), authority.locale()),
								DateText.date(absence.lastDay(), authority.locale()))
						.paragraph("staff.absence.mail.tasks")
						.button("staff.absence.mail.open", "/staff")
						.build())));
	}

	/**
	 * Ends an absence, or calls it off.
	 * @param by who does so
	 * @throws IdentityProblem if they may not
	 */
	@Transactional
	public void end(Account by, String accountId) {
		Account account = whose(by, accountId);
		if (this.absences.end(account.authority(), accountId)) {
			this.journal.note(account.authority(), AccountService.caseId(accountId), "journal.account.back", accountId);
		}
	}

}
