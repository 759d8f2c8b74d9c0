package se.kulturlots.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
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
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.identity.StaffAddresses;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/**
 * Reminds of user tasks by their ladder: the assignee, or the role's members while nobody
 * has taken the task, and the manager once the day has passed. Nobody gets more than one
 * mail a day: it lists all that is due or late for its reader. No timers in diagrams: the
 * open tasks are looked through now and then, and each rung is told once.
 */
@Component
public class TaskReminders {

	private static final Logger log = LoggerFactory.getLogger(TaskReminders.class);

	/** Longer than the first rung of any ladder reaches, holidays included. */
	private static final Duration AHEAD = Duration.ofDays(100);

	private static final int PAGE = 200;

	/** What was told so many days ago was not told today anywhere. */
	private static final int KEPT_DAYS = 2;

	/** What comes within it goes into the same mail. */
	private static final Duration SOON = Duration.ofHours(1);

	private final OpenTasks tasks;

	private final Deadlines deadlines;

	private final SendingWindow window;

	private final Accounts accounts;

	private final StaffAddresses staff;

	private final Authorities authorities;

	private final Letters letters;

	private final Outbox outbox;

	private final CaseKinds cases;

	private final TaskNames names;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final AppClock clock;

	private Set<String> handled = Set.of();

	TaskReminders(OpenTasks tasks, Deadlines deadlines, SendingWindow window, Accounts accounts, StaffAddresses staff,
			Authorities authorities, Letters letters, Outbox outbox, CaseKinds cases, TaskNames names,
			TransactionTemplate transaction, JdbcClient jdbc, AppClock clock) {
		this.tasks = tasks;
		this.deadlines = deadlines;
		this.window = window;
		this.accounts = accounts;
		this.staff = staff;
		this.authorities = authorities;
		this.letters = letters;
		this.outbox = outbox;
		this.cases = cases;
		this.names = names;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Puts the reminders that have come due into the outbox. */
	@Scheduled(fixedDelayString = "${kulturlots.task-reminders.every:PT1M}",
			initialDelayString = "${kulturlots.task-reminders.every:PT1M}")
	public synchronized void remind() {
		Set<String> standing = new HashSet<>();
		Map<Reader, List<Reminder>> byReader = standing();
		Names names = new Names(byReader);
		byReader.forEach((reader, reminders) -> {
			Set<String> keys = reminders.stream()
				.filter(Reminder::now)
				.map((reminder) -> reader.address().value() + '|' + reminder.key())
				.collect(Collectors.toSet());
			if (this.handled.containsAll(keys) || tried(reader, reminders, names)) {
				standing.addAll(keys);
			}
		});
		this.handled = standing;
	}

	// the class says enough, a message could hold an address
	private boolean tried(Reader reader, List<Reminder> reminders, Names names) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> tell(reader, reminders, names)));
		}
		catch (RuntimeException ex) {
			log.warn("Somebody of {} could not be reminded of tasks ({})", reader.authorityId(),
					ex.getClass().getName());
			return false;
		}
	}

	/** What is due or late, by who reads it, the first due first. */
	private Map<Reader, List<Reminder>> standing() {
		Recipients recipients = new Recipients();
		Map<Reader, Map<String, Reminder>> standing = new LinkedHashMap<>();
		Set<String> seen = new HashSet<>();
		List<OpenTask> page;
		int first = 0;
		do {
			page = this.tasks.dueBefore(this.clock.instant().plus(AHEAD), first, PAGE);
			first += PAGE;
			page.stream().filter((task) -> seen.add(task.id())).forEach((task) -> {
				try {
					standing(task).ifPresent((reminder) -> add(standing, recipients, reminder));
				}
				catch (RuntimeException ex) {
					log.warn("Task {} could not be reminded of ({})", task.id(), ex.getClass().getName());
				}
			});
		}
		while (page.size() == PAGE);
		Map<Reader, List<Reminder>> sorted = new LinkedHashMap<>();
		standing.forEach((reader, reminders) -> sorted.put(reader,
				reminders.values().stream().sorted(Comparator.comparing(Reminder::due)).toList()));
		return sorted;
	}

	private static void add(Map<Reader, Map<String, Reminder>> standing, Recipients recipients, Reminder reminder) {
		OpenTask task = reminder.task();
		boolean overdue = reminder.rung().isOverdue();
		// whoever has it reads that it is late when something else is to be told
		recipients.owners(task).forEach((address) -> add(standing, address, overdue ? reminder.later() : reminder));
		if (overdue) {
			recipients.role(task.authorityId(), Role.MANAGER).forEach((address) -> add(standing, address, reminder));
		}
	}

	private static void add(Map<Reader, Map<String, Reminder>> standing, EmailAddress address, Reminder reminder) {
		standing.computeIfAbsent(new Reader(reminder.task().authorityId(), address), (reader) -> new LinkedHashMap<>())
			.merge(reminder.task().id(), reminder, (one, other) -> one.now() ? one : other);
	}

	/**
	 * Tells somebody what is due, if there is news in it and nothing has been told today.
	 * @return whether there is nothing left to tell
	 */
	private boolean tell(Reader reader, List<Reminder> reminders, Names names) {
		LocalDate today = this.clock.today(this.authorities.get(reader.authorityId()).zone());
		if (toldOn(reader, today)) {
			return false;
		}
		if (note(reader, today, reminders.stream().filter(Reminder::now).toList()) > 0) {
			note(reader, today, reminders.stream().filter((reminder) -> !reminder.now()).toList());
			this.outbox.put(mail(reader, today, reminders, names.of(reader)));
		}
		return true;
	}

	private boolean toldOn(Reader reader, LocalDate day) {
		return this.jdbc.sql("""
				select exists (select from task_reminded where authority_id = :authority and recipient = :recipient
					and told_on = :day)""")
			.param("authority", reader.authorityId())
			.param("recipient", reader.address().value())
			.param("day", day)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Notes which rungs somebody is told, and how many of them they have not been told.
	 */
	private int note(Reader reader, LocalDate day, List<Reminder> reminders) {
		return this.jdbc.sql("""
				insert into task_reminded (task_id, due, step, recipient, authority_id, told_on)
				select task, due, step, :recipient, :authority, :day
				from unnest(cast(:tasks as text[]), cast(:dues as timestamptz[]), cast(:steps as integer[]))
					r (task, due, step)
				on conflict do nothing""")
			.param("recipient", reader.address().value())
			.param("authority", reader.authorityId())
			.param("day", day)
			.param("tasks", reminders.stream().map((reminder) -> reminder.task().id()).toArray(String[]::new))
			.param("dues", reminders.stream().map((reminder) -> reminder.due().toString()).toArray(String[]::new))
			.param("steps", reminders.stream().map((reminder) -> reminder.rung().step()).toArray(Integer[]::new))
			.update();
	}

	/**
	 * What was told of tasks that are no more; that somebody has been told something
	 * today is still known.
	 */
	@Scheduled(fixedDelayString = "${kulturlots.forget-ended-tasks.every:PT1H}",
			initialDelayString = "${kulturlots.forget-ended-tasks.every:PT1H}")
	public void forgetEnded() {
		this.jdbc.sql("""
				delete from task_reminded where told_on <= :day
				and not exists (select from act_ru_task where id_ = task_id)""")
			.param("day", this.clock.today(ZoneOffset.UTC).minusDays(KEPT_DAYS))
			.update();
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
		Deadline deadline = deadline(task);
		Optional<Rung> now = this.deadlines.rungOf(deadline);
		return this.deadlines.rungOf(deadline, this.clock.instant().plus(SOON))
			.map((rung) -> new Reminder(task, rung, now.equals(Optional.of(rung))));
	}

	private static Deadline deadline(OpenTask task) {
		return new Deadline(UUID.nameUUIDFromBytes(task.id().getBytes()), task.authorityId(), new Id(UUID.randomUUID()),
				TaskDeadline.TASK, null, Objects.requireNonNull(task.due()), 0, task.createdAt());
	}

	private Mail mail(Reader reader, LocalDate today, List<Reminder> reminders, Named named) {
		OpenTask first = reminders.get(0).task();
		Letter letter = (reminders.size() == 1) ? letter(first, named, reminders.get(0).rung())
				: digest(reader, reminders, named);
		return new Mail(reader.authorityId(), (reminders.size() == 1) ? first.caseId() : null, "tasks",
				(int) today.toEpochDay(), "task-reminder", 0, reader.address(), letter, List.of(),
				from(reader, reminders));
	}

	/** When the mail may go: before the first day in it that has not passed. */
	private Instant from(Reader reader, List<Reminder> reminders) {
		Instant now = this.clock.instant();
		return reminders.stream()
			.filter((reminder) -> !reminder.task().late(now))
			.findFirst()
			.map((first) -> this.window.nextBefore(reader.authorityId(), now, first.due()))
			.orElseGet(() -> this.window.next(reader.authorityId(), now));
	}

	private Letter letter(OpenTask task, Named named, Rung rung) {
		CaseLink of = named.links().get(task.caseId());
		TaskName about = named.about().get(task.id());
		Authority authority = this.authorities.get(task.authorityId());
		String kind = rung.isOverdue() ? "workflow.mail.overdue." : "workflow.mail.reminder.";
		LetterDraft letter = this.letters.of(authority, authority.locale())
			.subject(kind + "subject", subject(task, of, about))
			.paragraph(kind + "intro", task.name());
		letter = (of != null) ? letter.fact(of.kindKey(), of.title()) : letter;
		return facts(letter.fact("workflow.mail.about", (about != null) ? about.text() : null), task, authority, named)
			.button("workflow.mail.open", task.address())
			.build();
	}

	private Letter digest(Reader reader, List<Reminder> reminders, Named named) {
		Authority authority = this.authorities.get(reader.authorityId());
		Map<Boolean, List<OpenTask>> byLate = reminders.stream()
			.map(Reminder::task)
			.collect(Collectors.partitioningBy((task) -> task.late(this.clock.instant())));
		List<OpenTask> late = byLate.getOrDefault(true, List.of());
		LetterDraft letter = this.letters.of(authority, authority.locale())
			.subject("workflow.mail.digest.subject", reminders.size(), late.size())
			.paragraph("workflow.mail.digest.intro");
		for (boolean isLate : new boolean[] { true, false }) {
			List<OpenTask> tasks = byLate.getOrDefault(isLate, List.of());
			letter = tasks.isEmpty() ? letter
					: letter.heading(isLate ? "workflow.mail.digest.late" : "workflow.mail.digest.due");
			for (OpenTask task : tasks) {
				letter = facts(letter.link(whole(task, named), task.address()), task, authority, named);
			}
		}
		return letter.button("workflow.mail.all", "/staff").build();
	}

	private LetterDraft facts(LetterDraft letter, OpenTask task, Authority authority, Named named) {
		return letter.fact("workflow.mail.due", DateText.until(Objects.requireNonNull(task.due()), authority.zone()))
			.fact("workflow.mail.assignee", named.person(task.assignee()));
	}

	private static String whole(OpenTask task, Named named) {
		CaseLink of = named.links().get(task.caseId());
		TaskName about = named.about().get(task.id());
		return Stream.of(task.name(), (about != null) ? about.text() : null, (of != null) ? of.title() : null)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" – "));
	}

	private static String subject(OpenTask task, @Nullable CaseLink of, @Nullable TaskName about) {
		String thing = (about != null) ? about.thing() : null;
		String what = (thing != null || of == null) ? thing : of.title();
		return (what != null) ? task.name() + " – " + what : task.name();
	}

	/**
	 * Somebody who is reminded.
	 *
	 * @param authorityId for whom they work
	 * @param address where they read it
	 */
	private record Reader(String authorityId, EmailAddress address) {
	}

	/**
	 * A task and where it stands on its ladder.
	 *
	 * @param task the task
	 * @param rung the rung that stands now or soon
	 * @param now whether it has come
	 */
	private record Reminder(OpenTask task, Rung rung, boolean now) {

		/** Part of what is told, and no reason to tell it. */
		Reminder later() {
			return new Reminder(this.task, this.rung, false);
		}

		Instant due() {
			return Objects.requireNonNull(this.task.due());
		}

		String key() {
			return this.task.id() + '|' + this.task.due() + '|' + this.rung.step();
		}

	}

	/**
	 * What the tasks of an authority are called.
	 *
	 * @param links their cases
	 * @param about what they are about, by the id of the task
	 * @param people the names of the accounts
	 */
	private record Named(Map<CaseId, CaseLink> links, Map<String, TaskName> about, Map<String, String> people) {

		@Nullable String person(@Nullable String account) {
			return (account != null) ? this.people.getOrDefault(account, account) : null;
		}

	}

	/** What is called what, read once for each authority in which somebody is told. */
	private final class Names {

		private final Map<Reader, List<Reminder>> byReader;

		private final Map<String, Named> known = new HashMap<>();

		Names(Map<Reader, List<Reminder>> byReader) {
			this.byReader = byReader;
		}

		/** What a reader's tasks are called, whatever is wrong with those of others. */
		Named of(Reader reader) {
			try {
				return this.known.computeIfAbsent(reader.authorityId(),
						(authority) -> read(authority, (one) -> one.authorityId().equals(authority)));
			}
			catch (RuntimeException ex) {
				return read(reader.authorityId(), reader::equals);
			}
		}

		private Named read(String authorityId, Predicate<Reader> of) {
			List<OpenTask> tasks = this.byReader.keySet()
				.stream()
				.filter(of)
				.flatMap((reader) -> this.byReader.getOrDefault(reader, List.of()).stream())
				.map(Reminder::task)
				.distinct()
				.toList();
			return new Named(
					TaskReminders.this.cases
						.links(tasks.stream().map(OpenTask::caseId).filter(Objects::nonNull).distinct().toList()),
					TaskReminders.this.names.of(authorityId, tasks), TaskReminders.this.accounts.names(authorityId));
		}

	}

	/** Who is told, looked up once for each role and account. */
	private final class Recipients {

		private final Map<String, List<EmailAddress>> known = new HashMap<>();

		/** Who has it, or may take it, or works for them. */
		Stream<EmailAddress> owners(OpenTask task) {
			String assignee = task.assignee();
			if (assignee != null) {
				return this.known
					.computeIfAbsent("account " + assignee,
							(key) -> TaskReminders.this.staff.of(task.authorityId(), assignee))
					.stream();
			}
			return Stream.of(Role.values())
				.filter((role) -> role.group().equals(task.role()))
				.flatMap((role) -> role(task.authorityId(), role).stream());
		}

		List<EmailAddress> role(String authorityId, Role role) {
			return this.known.computeIfAbsent(authorityId + ' ' + role,
					(key) -> TaskReminders.this.staff.with(authorityId, role));
		}

	}

}
