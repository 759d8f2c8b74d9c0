package se.kulturlots.cases;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseNotes.CaseNote;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.PlainText;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** Writing notes on a case; whoever is named in one is told, once. */
@Component
public class NotesToColleagues {

	private final CaseNotes notes;

	private final CaseKinds kinds;

	private final Accounts accounts;

	private final Authorities authorities;

	private final FormSubmissions forms;

	private final Letters letters;

	private final Outbox outbox;

	private final Journal journal;

	NotesToColleagues(CaseNotes notes, CaseKinds kinds, Accounts accounts, Authorities authorities,
			FormSubmissions forms, Letters letters, Outbox outbox, Journal journal) {
		this.notes = notes;
		this.kinds = kinds;
		this.accounts = accounts;
		this.authorities = authorities;
		this.forms = forms;
		this.letters = letters;
		this.outbox = outbox;
		this.journal = journal;
	}

	/**
	 * Those who can be named: all others of the authority who work with cases, by name.
	 */
	public List<Account> colleagues(Account author) {
		return this.accounts.ofAuthority(author.authority())
			.stream()
			.filter((each) -> !each.id().equals(author.id()) && each.roles().stream().anyMatch(Role.STAFF::contains))
			.toList();
	}

	/**
	 * Writes a note; the same form sent again with other words changes it.
	 * @param submissionId the id of the form
	 * @param chosen the accounts of those chosen from the list; those named in the text
	 * with an at sign are told too
	 * @throws CaseProblem if somebody chosen is no colleague
	 */
	@Transactional
	public void write(Case of, UUID submissionId, Account author, String text, Collection<String> chosen) {
		this.forms.take("note:" + of.id(), FormSubmission.of(submissionId, author.id(), text, chosen), CaseNoteId::new,
				(before) -> {
					Optional<CaseNoteId> own = before.filter((id) -> own(of, author, id).isPresent());
					own.ifPresent((id) -> change(of, author, id, text, chosen));
					return own.orElseGet(() -> {
						CaseNoteId id = this.notes.write(of.authorityId(), of.id(), null, author.id(),
								PlainText.text(text));
						tell(of, author, id, text, chosen);
						return id;
					});
				});
	}

	/**
	 * Changes an own note. Whoever is no longer named and has not read it is no longer
	 * told of it.
	 * @throws CaseProblem if it is not their own, or somebody chosen is no colleague
	 */
	@Transactional
	public void change(Case of, Account author, CaseNoteId id, String text, Collection<String> chosen) {
		CaseNote note = get(of, author, id);
		if (!note.text().equals(PlainText.text(text))) {
			this.notes.rewrite(id, PlainText.text(text));
		}
		tell(of, author, id, text, chosen);
	}

	/**
	 * Takes an own note away.
	 * @throws CaseProblem if it is not their own
	 */
	@Transactional
	public void remove(Case of, Account author, CaseNoteId id) {
		CaseNote note = authored(of, author, id);
		if (this.notes.remove(id)) {
			withdraw(of, id, note.mentioned());
			this.journal.note(of.authorityId(), of.id(), "journal.case.noteRemoved");
		}
	}

	/**
	 * Gets an own note back.
	 * @throws CaseProblem if it is not their own
	 */
	@Transactional
	public void restore(Case of, Account author, CaseNoteId id) {
		CaseNote note = authored(of, author, id);
		if (this.notes.restore(id)) {
			colleagues(author).stream()
				.filter((each) -> note.mentioned().contains(each.id()))
				.forEach((each) -> mail(of, author, id, each));
			this.journal.note(of.authorityId(), of.id(), "journal.case.noteRestored");
		}
	}

	/**
	 * An own note that is not removed.
	 * @throws CaseProblem if there is none such, or it is not their own
	 */
	public CaseNote get(Case of, Account author, CaseNoteId id) {
		CaseNote note = authored(of, author, id);
		if (note.removedAt() != null) {
			throw CaseProblem.unknownNote();
		}
		return note;
	}

	private CaseNote authored(Case of, Account author, CaseNoteId id) {
		CaseNote note = this.notes.find(of.authorityId(), of.id(), id).orElseThrow(CaseProblem::unknownNote);
		if (!note.author().equals(author.id())) {
			throw CaseProblem.notYourNote();
		}
		return note;
	}

	private Optional<CaseNote> own(Case of, Account author, CaseNoteId id) {
		return this.notes.find(of.authorityId(), of.id(), id).filter((note) -> note.author().equals(author.id()));
	}

	private void tell(Case of, Account author, CaseNoteId id, String text, Collection<String> chosen) {
		List<Account> colleagues = colleagues(author);
		Set<String> named = new LinkedHashSet<>(chosen);
		if (!colleagues.stream().map(Account::id).toList().containsAll(named)) {
			throw CaseProblem.noColleague().at("colleagues");
		}
		Set<String> inText = named(this.accounts.ofAuthority(author.authority()), text);
		colleagues.stream().map(Account::id).filter(inText::contains).forEach(named::add);
		withdraw(of, id, this.notes.mentionOnly(id, named));
		List<String> told = named.isEmpty() ? List.of() : this.notes.mention(id, named);
		colleagues.stream().filter((each) -> told.contains(each.id())).forEach((each) -> mail(of, author, id, each));
	}

	/* at each at sign the longest name counts: "@Anna Ek Berg" is not Anna Ek */
	private static Set<String> named(List<Account> accounts, String text) {
		String words = text.toLowerCase(Locale.ROOT);
		Set<String> named = new HashSet<>();
		for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
			if (at > 0 && Character.isLetterOrDigit(words.charAt(at - 1))) {
				continue;
			}
			int longest = 1;
			Set<String> here = new HashSet<>();
			for (Account account : accounts) {
				int length = Math.max(nameAt(words, at + 1, account.displayName()),
						nameAt(words, at + 1, account.id()));
				if (length > longest) {
					here.clear();
					longest = length;
				}
				if (length == longest) {
					here.add(account.id());
				}
			}
			named.addAll(here);
		}
		return named;
	}

	private static int nameAt(String words, int begin, String name) {
		String word = name.toLowerCase(Locale.ROOT);
		return (words.startsWith(word, begin) && endsAt(words, begin + word.length())) ? word.length() : 0;
	}

	private static boolean endsAt(String words, int end) {
		if (end == words.length()) {
			return true;
		}
		boolean joins = "-.".indexOf(words.charAt(end)) >= 0 && end + 1 < words.length();
		return !Character.isLetterOrDigit(words.charAt(joins ? end + 1 : end));
	}

	private void withdraw(Case of, CaseNoteId id, Collection<String> accounts) {
		this.outbox.withdrawOccasions(of.authorityId(),
				accounts.stream().map((account) -> occasion(id, account)).toList());
	}

	private static String occasion(CaseNoteId id, String account) {
		return "note:" + id + ':' + account;
	}

	private void mail(Case of, Account author, CaseNoteId id, Account to) {
		Authority authority = this.authorities.get(of.authorityId());
		EmailAddress.parse(Objects.toString(to.email(), ""))
			.ifPresent(
					(email) -> this.outbox.put(Mail.now(of.authorityId(), of.id(), occasion(id, to.id()), "note", email,
							this.letters.of(authority, authority.locale())
								.subject("cases.notes.mail.subject", author.displayName(), of.title())
								.paragraph("cases.notes.mail.intro", author.displayName())
								.fact(this.kinds.of(of).messageKey(), of.title())
								.button("cases.notes.mail.open", this.kinds.staffPath(of) + "/notes")
								.build())));
	}

}
