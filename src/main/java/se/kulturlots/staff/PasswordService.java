package se.kulturlots.staff;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.Afterwards;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Later;
import se.kulturlots.core.Token;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.AccountStates;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.IdentityProblem;
import se.kulturlots.identity.Password;
import se.kulturlots.identity.PasswordLinks;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** How staff come by their passwords. Setting one ends all sessions of the account. */
@Component
public class PasswordService implements Later {

	private static final String FORGOT = "forgotten-password";

	/** No name and no address is longer. */
	private static final int LONGEST = 254;

	/** How long somebody has time who did not ask for the link. */
	private static final Duration INVITED = Duration.ofDays(7);

	private static final Duration FORGOTTEN = Duration.ofHours(2);

	/** Nobody's mailbox is filled by somebody who asks in their name. */
	private static final int MOST_LINKS_WHILE_ONE_HOLDS = 3;

	private final Accounts accounts;

	private final AccountStates states;

	private final PasswordLinks links;

	private final Authorities authorities;

	private final Letters letters;

	private final Outbox outbox;

	private final Journal journal;

	private final Afterwards afterwards;

	PasswordService(Accounts accounts, AccountStates states, PasswordLinks links, Authorities authorities,
			Letters letters, Outbox outbox, Journal journal, Afterwards afterwards) {
		this.accounts = accounts;
		this.states = states;
		this.links = links;
		this.authorities = authorities;
		this.letters = letters;
		this.outbox = outbox;
		this.journal = journal;
		this.afterwards = afterwards;
	}

	/** Lets the owner of an account set its password. */
	@Transactional(propagation = Propagation.MANDATORY)
	void invite(Account account) {
		send(account, "staff.password.mail.invited.", INVITED);
	}

	/**
	 * Lets a link be sent to whoever has forgotten a password. How long it takes does not
	 * tell whether the account exists: that is looked up afterwards.
	 * @param typed the name of an account or its mail address
	 */
	@Transactional
	public void forgotten(String typed) {
		if (typed.length() <= LONGEST && typed.indexOf('\0') < 0) {
			this.afterwards.add(FORGOT, Map.of("typed", typed));
		}
	}

	@Override
	public String kind() {
		return FORGOT;
	}

	@Override
	@Transactional
	public void run(Map<String, String> what) {
		String typed = Objects.requireNonNull(what.get("typed"));
		Iterable<Account> known = EmailAddress.parse(typed.toLowerCase(Locale.ROOT))
			.map((email) -> this.accounts.withEmail(email.value()))
			.filter((found) -> !found.isEmpty())
			.orElseGet(() -> this.accounts.find(typed).stream().toList());
		for (Account account : known) {
			boolean reachable = account.authorityId() != null && account.email() != null;
			this.links.lock(account.id());
			if (reachable && this.links.issued(account.id(), FORGOTTEN) < MOST_LINKS_WHILE_ONE_HOLDS) {
				send(account, "staff.password.mail.forgotten.", FORGOTTEN);
			}
		}
	}

	private void send(Account account, String kind, Duration holds) {
		EmailAddress recipient = EmailAddress.parse(String.valueOf(account.email()))
			.orElseThrow(IdentityProblem::unknownAccount);
		Authority authority = this.authorities.get(account.authority());
		Token token = this.links.issue(account.id(), authority.id(), holds);
		this.outbox.put(Mail.now(authority.id(), AccountService.caseId(account.id()), "password:" + UUID.randomUUID(),
				"password", recipient,
				this.letters.of(authority, authority.locale())
					.subject(kind + "subject")
					.paragraph(kind + "intro", authority.name())
					.fact("staff.accounts.id", account.id())
					.button("staff.password.mail.button", "/login/password/" + token.value())
					.paragraph(kind + "holds")
					.build()));
	}

	/**
	 * Sets a password by a link, which is used up by it.
	 * @param token the token as it stands in the address
	 * @throws IdentityProblem if the link has ended or the password is easily guessed
	 */
	@Transactional
	public void set(String token, Password password) {
		PasswordLinks.PasswordLink link = this.links.use(token);
		Account account = this.accounts.find(link.accountId()).orElseThrow(IdentityProblem::passwordLinkEnded);
		set(account, password);
		this.journal.note(link.authorityId(), AccountService.caseId(account.id()), "journal.account.passwordSet",
				account.id());
	}

	/**
	 * Changes somebody's own password.
	 * @param account who is signed in and has just shown the old one
	 * @throws IdentityProblem if it is easily guessed
	 */
	@Transactional
	public void change(Account account, Password password) {
		set(account, password);
		if (account.authorityId() != null) {
			this.journal.note(account.authorityId(), AccountService.caseId(account.id()),
					"journal.account.passwordChanged", account.id());
		}
	}

	private void set(Account account, Password password) {
		try {
			this.accounts.setPassword(account.id(), password.chosenFor(account.id(), about(account)));
		}
		catch (IdentityProblem problem) {
			throw problem.at("password");
		}
		this.states.endSessions(account.id());
		this.links.end(account.id());
	}

	/** The names that a guesser would try. */
	private String[] about(Account account) {
		String authority = (account.authorityId() != null) ? this.authorities.get(account.authorityId()).name() : "";
		return new String[] { account.displayName(), authority };
	}

}
