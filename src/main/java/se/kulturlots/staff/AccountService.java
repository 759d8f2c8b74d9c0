package se.kulturlots.staff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.Token;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.AccountStates.AccountState;
import se.kulturlots.identity.AccountStates;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.IdentityProblem;
import se.kulturlots.identity.PasswordLinks;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.workflow.ClaimedTasks;

/**
 * What administrators do with accounts. An authority's administrator knows its own
 * accounts only; one who belongs to no authority administers those of all. Whatever takes
 * rights away ends the account's sessions.
 */
@Component
public class AccountService {

	private final Accounts accounts;

	private final AccountStates states;

	private final PasswordLinks links;

	private final PasswordService passwords;

	private final Authorities authorities;

	private final ClaimedTasks tasks;

	private final AbsenceService absences;

	private final FormSubmissions forms;

	private final Journal journal;

	AccountService(Accounts accounts, AccountStates states, PasswordLinks links, PasswordService passwords,
			Authorities authorities, ClaimedTasks tasks, AbsenceService absences, FormSubmissions forms,
			Journal journal) {
		this.accounts = accounts;
		this.states = states;
		this.links = links;
		this.passwords = passwords;
		this.authorities = authorities;
		this.tasks = tasks;
		this.absences = absences;
		this.forms = forms;
		this.journal = journal;
	}

	/**
	 * The accounts of an authority.
	 * @param admin who asks
	 * @return by name
	 * @throws IdentityProblem if they do not administer it
	 */
	public List<StaffAccount> of(Account admin, String authorityId) {
		check(admin, authorityId);
		List<Account> found = this.accounts.ofAuthority(authorityId);
		Map<String, AccountState> known = this.states.of(found.stream().map(Account::id).toList());
		return found.stream()
			.map((account) -> new StaffAccount(account,
					known.getOrDefault(account.id(), new AccountState(account.id(), 0, false, Set.of()))))
			.toList();
	}

	/**
	 * One account.
	 * @param admin who asks
	 * @param id the name to sign in with
	 * @throws IdentityProblem if there is none such for them
	 */
	public StaffAccount get(Account admin, String id) {
		Account account = this.accounts.lookUp(id)
			.filter((found) -> found.authorityId() != null)
			.filter((found) -> admin.authorityId() == null || admin.authorityId().equals(found.authorityId()))
			.orElseThrow(IdentityProblem::unknownAccount);
		check(admin, account.authority());
		return new StaffAccount(account, this.states.of(id));
	}

	/**
	 * Makes an account and sends a link with which its owner sets a password.
	 * @param admin who makes it
	 * @param account what it is to be
	 * @throws IdentityProblem if its name is taken, or they do not administer its
	 * authority
	 */
	@Transactional
	public void add(Account admin, Account account) {
		check(admin, account.authority());
		this.authorities.get(account.authority());
		this.states.lock();
		if (this.accounts.lookUp(account.id()).isPresent()) {
			throw IdentityProblem.nameTaken().at("id");
		}
		this.accounts.create(account, Token.fresh().value());
		note(account, "journal.account.created");
		account.roles().stream().sorted().forEach((role) -> note(account, "journal.account.given." + role));
		this.passwords.invite(account);
	}

	/**
	 * Makes an account with a form; the same form sent again with another name, address
	 * or choice of roles changes it, unless somebody else has done so since.
	 * @param admin who makes it
	 * @param submissionId the id of the form
	 * @param account what it is to be, with an address
	 * @throws IdentityProblem if its name is taken, or they do not administer its
	 * authority
	 */
	@Transactional
	public void add(Account admin, UUID submissionId, Account account) {
		CaseId made = caseId(account.id());
		FormSubmission sent = FormSubmission.of(submissionId, admin.id(), account);
		this.forms.take("account", sent, CaseId::new, (id) -> this.states.of(account.id()).version(), (before) -> {
			if (before.filter((one) -> made.equals(one.id())).isPresent()) {
				before.get().requireUntouched();
				StaffAccount earlier = get(admin, account.id());
				change(admin, account.id(), earlier.state().version(), account.displayName(),
						new EmailAddress(Objects.requireNonNull(account.email())), account.roles());
				if (!Objects.equals(earlier.account().email(), account.email())) {
					sendLink(admin, account.id());
				}
			}
			else {
				add(admin, account);
			}
			return made;
		});
	}

	/**
	 * Changes name, address and roles. Another choice of roles ends the sessions.
	 * @param admin who changes it
	 * @param id the name to sign in with
	 * @param version the version they saw
	 * @param name first and last name
	 * @param roles what they may do
	 * @throws IdentityProblem if somebody else has changed it meanwhile, or nobody would
	 * be left to administer the authority
	 */
	@Transactional
	public void change(Account admin, String id, int version, String name, EmailAddress email, Set<Role> roles) {
		Account before = open(admin, id, version);
		Account now = new Account(id, name, email.value(), before.authority(), roles);
		keepAnAdministrator(before, roles, "roles");
		this.accounts.change(now);
		boolean moved = !Objects.equals(before.email(), now.email());
		if (moved || !before.displayName().equals(name)) {
			note(now, "journal.account.described");
		}
		if (moved) {
			this.links.end(id);
		}
		for (Role role : Role.values()) {
			if (before.has(role) != now.has(role)) {
				note(now, (now.has(role) ? "journal.account.given." : "journal.account.taken.") + role);
			}
		}
		if (!before.roles().equals(roles)) {
			this.states.endSessions(id);
			this.tasks.release(id, roles);
			this.absences.rolesChanged(now);
		}
	}

	/**
	 * Closes an account: nobody signs in with it, its sessions end, its tasks are free
	 * for others.
	 * @param admin who closes it
	 * @param id the name to sign in with
	 * @param version the version they saw
	 * @throws IdentityProblem if somebody else has changed it meanwhile, or nobody would
	 * be left to administer the authority
	 */
	@Transactional
	public void close(Account admin, String id, int version) {
		Account before = open(admin, id, version);
		keepAnAdministrator(before, Set.of(), null);
		this.states.close(id, before.roles());
		this.accounts.change(with(before, Set.of()));
		this.states.endSessions(id);
		this.links.end(id);
		this.tasks.release(id, Set.of());
		this.absences.rolesChanged(with(before, Set.of()));
		note(before, "journal.account.closed");
	}

	/**
	 * Opens a closed account with the roles it had.
	 * @param admin who opens it
	 * @param id the name to sign in with
	 * @param version the version they saw
	 * @throws IdentityProblem if somebody else has changed it meanwhile
	 */
	@Transactional
	public void reopen(Account admin, String id, int version) {
		StaffAccount closed = locked(admin, id, version);
		if (!closed.closed()) {
			throw IdentityProblem.changedMeanwhile();
		}
		this.states.reopen(id);
		this.accounts.change(with(closed.account(), closed.roles()));
		note(closed.account(), "journal.account.reopened");
	}

	/**
	 * Sends a new link to set a password.
	 * @param admin who asks for it
	 * @param id the name to sign in with
	 */
	@Transactional
	public void sendLink(Account admin, String id) {
		StaffAccount found = get(admin, id);
		if (found.closed()) {
			throw IdentityProblem.changedMeanwhile();
		}
		this.passwords.invite(found.account());
		note(found.account(), "journal.account.linkSent");
	}

	/**
	 * What has been done with an account.
	 * @param id the name to sign in with
	 * @return the id of its case in the journal and among mails
	 */
	public static CaseId caseId(String id) {
		return new CaseId(UUID.nameUUIDFromBytes(("account:" + id).getBytes(StandardCharsets.UTF_8)));
	}

	private StaffAccount locked(Account admin, String id, int version) {
		this.states.lock();
		StaffAccount found = get(admin, id);
		this.states.changed(id, version);
		return found;
	}

	private Account open(Account admin, String id, int version) {
		StaffAccount found = locked(admin, id, version);
		if (found.closed()) {
			throw IdentityProblem.changedMeanwhile();
		}
		return found.account();
	}

	private void keepAnAdministrator(Account before, Set<Role> roles, @Nullable String field) {
		if (before.has(Role.ADMIN) && !roles.contains(Role.ADMIN)
				&& this.accounts.with(before.authority(), Role.ADMIN).size() < 2) {
			IdentityProblem problem = IdentityProblem.lastAdministrator();
			throw (field != null) ? problem.at(field) : problem;
		}
	}

	private static void check(Account admin, String authorityId) {
		if (!admin.has(Role.ADMIN)) {
			throw IdentityProblem.notAdministrator();
		}
		if (admin.authorityId() != null && !admin.authorityId().equals(authorityId)) {
			throw IdentityProblem.unknownAccount();
		}
	}

	private static Account with(Account account, Set<Role> roles) {
		return new Account(account.id(), account.displayName(), account.email(), account.authorityId(), roles);
	}

	private void note(Account account, String textKey) {
		this.journal.note(account.authority(), caseId(account.id()), textKey, account.id());
	}

}
