package se.kulturlots.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.DateText;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Rung;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/**
 * Reminds of user tasks by their ladder: the assignee, or the role's members while nobody
 * has taken the task, and the manager once the day has passed. No timers in diagrams: the
 * open tasks are looked through now and then, and the outbox takes each rung once.
 */
@Component
public class TaskReminders {

	/** Longer than the first rung of any ladder reaches, holidays included. */
	private static final Duration AHEAD = Duration.ofDays(100);

	private static final int PAGE = 200;

	private final OpenTasks tasks;

	private final Deadlines deadlines;

	private final SendingWindow window;

	private final Accounts accounts;

	private final Authorities authorities;

	private final Letters letters;

	private final Outbox outbox;

	private final CaseKinds cases;

	private final TaskNames names;

	private final TransactionTemplate transaction;

	private final AppClock clock;

	private Set<String> handled = Set.of();

	TaskReminders(OpenTasks tasks, Deadlines deadlines, SendingWindow window, Accounts accounts,
			Authorities authorities, Letters letters, Outbox outbox, CaseKinds cases, TaskNames names,
			TransactionTemplate transaction, AppClock clock) {
		this.tasks = tasks;
		this.deadlines = deadlines;
		this.window = window;
		this.accounts = accounts;
		this.authorities = authorities;
		this.letters = letters;
		this.outbox = outbox;
		this.cases = cases;
		this.names = names;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Puts the reminders that have come due into the outbox. */
	@Scheduled(fixedDelayString = "${kulturlots.task-reminders.every:PT1M}",
			initialDelayString = "${kulturlots.task-reminders.every:PT1M}")
	public synchronized void remind() {
		Set<String> standing = new HashSet<>();
		Recipients recipients = new Recipients();
		List<OpenTask> page;
		int first = 0;
		do {
			page = this.tasks.dueBefore(this.clock.instant().plus(AHEAD), first, PAGE);
			first += PAGE;
			List<Reminder> reminders = page.stream()
				.map(this::standing)
				.flatMap(Optional::stream)
				.filter((reminder) -> standing.add(reminder.key()) && !this.handled.contains(reminder.key()))
				.toList();
			if (!reminders.isEmpty()) {
				Map<CaseId, CaseLink> links = links(reminders);
				Map<String, TaskName> about = about(reminders);
				this.transaction.executeWithoutResult((status) -> this.outbox.putAll(
						reminders.stream().flatMap((reminder) -> mails(reminder, recipients, links, about)).toList()));
			}
		}
		while (page.size() == PAGE);
		this.handled = standing;
	}

	/**
	 * When the next reminder of a task comes due.
	 * @return nothing if no task waits
	 */
	public Optional<Instant> next() {
		return this.tasks.dueBefore(this.clock.instant().plus(AHEAD), 0, PAGE)
			.stream()
			.map((task) -> this.deadlines.nextRungOf(deadline(task)))
			.flatMap(Optional::stream)
			.map(Rung::at)
			.min(Instant::compareTo);
	}

	private Optional<Reminder> standing(OpenTask task) {
		return this.deadlines.rungOf(deadline(task)).map((rung) -> new Reminder(task, rung));
	}

	private static Deadline deadline(OpenTask task) {
		return new Deadline(UUID.nameUUIDFromBytes(task.id().getBytes()), task.authorityId(), new Id(UUID.randomUUID()),
				TaskDeadline.TASK, null, Objects.requireNonNull(task.due()), 0, task.createdAt());
	}

	private Map<CaseId, CaseLink> links(List<Reminder> reminders) {
		return this.cases.links(reminders.stream()
			.map((reminder) -> reminder.task().caseId())
			.filter(Objects::nonNull)
			.distinct()
			.toList());
	}

	private Map<String, TaskName> about(List<Reminder> reminders) {
		Map<String, TaskName> about = new HashMap<>();
		reminders.stream()
			.map(Reminder::task)
			.collect(Collectors.groupingBy(OpenTask::authorityId))
			.forEach((authorityId, own) -> about.putAll(this.names.of(authorityId, own)));
		return about;
	}

	private Stream<Mail> mails(Reminder reminder, Recipients recipients, Map<CaseId, CaseLink> links,
			Map<String, TaskName> about) {
		OpenTask task = reminder.task();
		Instant due = Objects.requireNonNull(task.due());
		Instant now = this.clock.instant();
		Instant from = task.late(now) ? this.window.next(task.authorityId(), now)
				: this.window.nextBefore(task.authorityId(), now, due);
		Letter letter = letter(task, due, links.get(task.caseId()), about.get(task.id()), reminder.rung());
		return recipients.of(task, reminder.rung())
			.map((address) -> new Mail(task.authorityId(), task.caseId(), "task:" + task.id(),
					(int) LocalDate.ofInstant(due, ZoneOffset.UTC).toEpochDay(), "task-reminder",
					reminder.rung().step(), address, letter, List.of(), from));
	}

	private Letter letter(OpenTask task, Instant due, @Nullable CaseLink of, @Nullable TaskName about, Rung rung) {
		Authority authority = this.authorities.get(task.authorityId());
		String kind = rung.isOverdue() ? "workflow.mail.overdue." : "workflow.mail.reminder.";
		LetterDraft letter = this.letters.of(authority, authority.locale())
			.subject(kind + "subject", subject(task, of, about))
			.paragraph(kind + "intro", task.name());
		return ((of != null) ? letter.fact(of.kindKey(), of.title()) : letter)
			.fact("workflow.mail.about", (about != null) ? about.text() : null)
			.fact("workflow.mail.due", DateText.until(due, authority.zone()))
			.fact("workflow.mail.assignee", name(task.assignee()))
			.button("workflow.mail.open", task.address())
			.build();
	}

	private static String subject(OpenTask task, @Nullable CaseLink of, @Nullable TaskName about) {
		String thing = (about != null) ? about.thing() : null;
		String what = (thing != null || of == null) ? thing : of.title();
		return (what != null) ? task.name() + " – " + what : task.name();
	}

	private @Nullable String name(@Nullable String account) {
		return (account != null) ? this.accounts.lookUp(account).map(Account::displayName).orElse(account) : null;
	}

	private record Reminder(OpenTask task, Rung rung) {

		String key() {
			return this.task.id() + '|' + this.task.due() + '|' + this.rung.step();
		}

	}

	/** Who is told, looked up once for each role and account. */
	private final class Recipients {

		private final Map<String, List<EmailAddress>> known = new HashMap<>();

		Stream<EmailAddress> of(OpenTask task, Rung rung) {
			if (rung.isOverdue()) {
				return role(task.authorityId(), Role.MANAGER).stream();
			}
			String assignee = task.assignee();
			if (assignee != null) {
				return this.known
					.computeIfAbsent("account " + assignee,
							(key) -> addresses(TaskReminders.this.accounts.find(assignee).stream()))
					.stream();
			}
			return Stream.of(Role.values())
				.filter((role) -> role.group().equals(task.role()))
				.flatMap((role) -> role(task.authorityId(), role).stream());
		}

		private List<EmailAddress> role(String authorityId, Role role) {
			return this.known.computeIfAbsent(authorityId + ' ' + role,
					(key) -> addresses(TaskReminders.this.accounts.with(authorityId, role).stream()));
		}

		private static List<EmailAddress> addresses(Stream<Account> accounts) {
			List<EmailAddress> addresses = new ArrayList<>();
			accounts.map(Account::email)
				.filter(Objects::nonNull)
				.forEach((email) -> EmailAddress.parse(email).ifPresent(addresses::add));
			return addresses;
		}

	}

}
