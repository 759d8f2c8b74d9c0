package se.kulturlots.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** Planning absences: everybody their own, managers those of all who work with cases. */
@Component
public class AbsenceService {

	private static final int MOST_YEARS = 2;

	private static final int MOST_YEARS_BACK = 1;

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
		if (account.staffRoles().isEmpty()) {
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
			.filter((each) -> !each.staffRoles().isEmpty())
			.toList();
	}

	/** Those who can do everything that somebody does in cases, by name. */
	public List<Account> standIns(Account account) {
		return this.accounts.ofAuthority(account.authority())
			.stream()
			.filter((each) -> each.canStandInFor(account))
			.toList();
	}

	/**
	 * Plans an absence and tells the stand-in, the one before, and whoever is away if
	 * they do not plan it themselves.
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
		Optional<Absence> before = this.absences.of(authority.id(), account.id());
		if (before.filter(absence::equals).isPresent()) {
			return;
		}
		this.absences.plan(authority.id(), absence);
		this.journal.note(authority.id(), AccountService.caseId(account.id()), "journal.account.away", account.id());
		before.filter((earlier) -> !earlier.standIn().equals(standIn.id()))
			.flatMap((earlier) -> this.accounts.find(earlier.standIn()))
			.ifPresent((former) -> tellFormer(authority, account, former));
		tell(authority, account, absence, standIn);
		if (!by.id().equals(account.id())) {
			tellAway(authority, account, absence, by, standIn);
		}
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
		if (absence.firstDay().isBefore(today.minusYears(MOST_YEARS_BACK))) {
			throw IdentityProblem.absenceTooLongAgo().at("awayFrom");
		}
	}

	private void tell(Authority authority, Account account, Absence absence, Account standIn) {
		mail(authority, standIn,
				this.letters.of(authority, authority.locale())
					.subject("staff.absence.mail.subject", account.displayName())
					.paragraph("staff.absence.mail.intro", account.displayName(),
							DateText.date(absence.firstDay(), authority.locale()),
							DateText.date(absence.lastDay(), authority.locale()))
					.paragraph("staff.absence.mail.tasks"));
	}

	private void tellFormer(Authority authority, Account account, Account former) {
		mail(authority, former,
				this.letters.of(authority, authority.locale())
					.subject("staff.absence.mail.former.subject", account.displayName())
					.paragraph("staff.absence.mail.former.intro", account.displayName()));
	}

	private void tellAway(Authority authority, Account account, Absence absence, Account by, Account standIn) {
		mail(authority, account,
				this.letters.of(authority, authority.locale())
					.subject("staff.absence.mail.planned.subject")
					.paragraph("staff.absence.mail.planned.intro", by.displayName(),
							DateText.date(absence.firstDay(), authority.locale()),
							DateText.date(absence.lastDay(), authority.locale()), standIn.displayName()));
	}

	private void tellBack(Authority authority, Account account) {
		mail(authority, account,
				this.letters.of(authority, authority.locale())
					.subject("staff.absence.mail.ended.subject")
					.paragraph("staff.absence.mail.ended.intro"));
	}

	private void mail(Authority authority, Account to, LetterDraft letter) {
		EmailAddress.parse(String.valueOf(to.email()))
			.ifPresent((email) -> this.outbox
				.put(Mail.now(authority.id(), AccountService.caseId(to.id()), "absence:" + UUID.randomUUID(), "absence",
						email, letter.button("staff.absence.mail.open", "/staff").build())));
	}

	/**
	 * Ends an absence, or calls it off; tells the stand-in, and whoever was to be away if
	 * they do not do so themselves.
	 * @param by who does so
	 * @throws IdentityProblem if they may not
	 */
	@Transactional
	public void end(Account by, String accountId) {
		Account account = whose(by, accountId);
		Authority authority = this.authorities.get(account.authority());
		Optional<Absence> planned = this.absences.of(authority.id(), accountId);
		if (this.absences.end(authority.id(), accountId)) {
			this.journal.note(authority.id(), AccountService.caseId(accountId), "journal.account.back", accountId);
			planned.flatMap((absence) -> this.accounts.find(absence.standIn()))
				.ifPresent((former) -> tellFormer(authority, account, former));
			if (planned.isPresent() && !by.id().equals(accountId)) {
				tellBack(authority, account);
			}
		}
	}

	/**
	 * Ends the absences that somebody's new roles leave without a stand-in: those where
	 * they stand in, and their own.
	 * @param now the account with its new roles, none if it is closed
	 */
	@Transactional
	public void rolesChanged(Account now) {
		List<Absence> concerned = this.absences.ahead(now.authority())
			.stream()
			.filter((each) -> each.accountId().equals(now.id()) || each.standIn().equals(now.id()))
			.toList();
		if (concerned.isEmpty()) {
			return;
		}
		Authority authority = this.authorities.get(now.authority());
		Map<String, Account> known = this.accounts.ofAuthority(now.authority())
			.stream()
			.collect(Collectors.toMap(Account::id, Function.identity()));
		known.put(now.id(), now);
		for (Absence absence : concerned) {
			Account account = known.get(absence.accountId());
			Account standIn = known.get(absence.standIn());
			if (account == null || account.staffRoles().isEmpty() || standIn == null
					|| !standIn.canStandInFor(account)) {
				this.absences.end(authority.id(), absence.accountId());
				if (account != null && !account.staffRoles().isEmpty()) {
					this.journal.note(authority.id(), AccountService.caseId(account.id()), "journal.account.noStandIn",
							account.id());
					tellBack(authority, account);
				}
				if (account != null && standIn != null && !standIn.staffRoles().isEmpty()) {
					tellFormer(authority, account, standIn);
				}
			}
		}
	}

}
