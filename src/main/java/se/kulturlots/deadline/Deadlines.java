package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.WorkingCalendar;

/**
 * All deadlines. Diagrams ask here when to wake up, so nothing in the engine hangs on a
 * date of its own; there are no overloads, because expressions could not tell them apart.
 */
@Component("deadlines")
public class Deadlines {

	/** When a timer fires that waits until a date is moved. */
	public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

	private static final int MOST_YEARS = 10;

	private final JdbcClient jdbc;

	private final WorkingCalendars calendars;

	private final Ladders ladders;

	private final SendingWindow window;

	private final AppClock clock;

	private final ApplicationEventPublisher events;

	private final TransactionMemory<List<Object>, Deadline> known = new TransactionMemory<>();

	Deadlines(JdbcClient jdbc, WorkingCalendars calendars, Ladders ladders, SendingWindow window, AppClock clock,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.calendars = calendars;
		this.ladders = ladders;
		this.window = window;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Sets or moves a last day, or the first day of what begins. The same day again
	 * changes nothing; those that {@link #follow} it get the same day.
	 * @param lastDay a last day is today or later, and lasts to its end
	 * @return the deadline as it is now
	 * @throws DeadlineProblem if the day has been, or the deadline is another authority's
	 */
	@Transactional
	public Deadline set(String authorityId, Id subjectId, DeadlineKind kind, LocalDate lastDay) {
		return put(authorityId, subjectId, kind, lastDay, dueOn(authorityId, kind, lastDay));
	}

	private Instant dueOn(String authorityId, DeadlineKind kind, LocalDate day) {
		WorkingCalendar calendar = this.calendars.of(authorityId);
		return kind.begins() ? calendar.at(day, LocalTime.MIDNIGHT) : calendar.endOf(day);
	}

	/**
	 * Sets a deadline that gets the date of another of its kind whenever that one is
	 * moved.
	 * @param leader what the other belongs to
	 * @param lastDay its day until then, which may have been
	 * @throws DeadlineProblem if the other is not set
	 */
	@Transactional
	public void follow(Id subjectId, DeadlineKind kind, Id leader, LocalDate lastDay) {
		Deadline followed = lock(leader, kind).orElseThrow(DeadlineProblem::unknown);
		this.jdbc.sql("""
				insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at, follows)
				values (:id, :authority, :subject, :kind, :day, :due, 1, :set, :follows)""")
			.param("id", UUID.randomUUID())
			.param("authority", followed.authorityId())
			.param("subject", subjectId)
			.param("kind", kind.name())
			.param("day", lastDay)
			.param("due", dueOn(followed.authorityId(), kind, lastDay))
			.param("set", this.clock.instant())
			.param("follows", followed.id())
			.update();
		this.known.forget();
	}

	/** Whether a deadline is moved with another. */
	public boolean isFollowing(Id subjectId, DeadlineKind kind) {
		return this.jdbc
			.sql("select count(*) from deadline where subject_id = :subject and kind = :kind and follows is not null")
			.param("subject", subjectId)
			.param("kind", kind.name())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Fixes what has begun or ended: its dates follow no others any longer.
	 * @param subjectId what they belong to
	 * @param kinds which
	 */
	@Transactional
	public void letGo(Id subjectId, DeadlineKind... kinds) {
		this.known.forget();
		this.jdbc.sql("update deadline set follows = null where subject_id = :subject and kind in (:kinds)")
			.param("subject", subjectId)
			.param("kinds", Arrays.stream(kinds).map(DeadlineKind::name).toList())
			.update();
	}

	/**
	 * Sets or moves a deadline at an hour. The same instant again changes nothing.
	 * @param dueAt the first instant that is too late, after now
	 * @return the deadline as it is now
	 * @throws DeadlineProblem if the time has been, or the deadline is another
	 * authority's
	 */
	@Transactional
	public Deadline setAt(String authorityId, Id subjectId, DeadlineKind kind, Instant dueAt) {
		return put(authorityId, subjectId, kind, null, dueAt.truncatedTo(ChronoUnit.MICROS));
	}

	private Deadline put(String authorityId, Id subjectId, DeadlineKind kind, @Nullable LocalDate lastDay,
			Instant dueAt) {
		Deadline wanted = new Deadline(UUID.randomUUID(), authorityId, subjectId, kind, lastDay, dueAt, 1,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		Optional<Deadline> found = lock(subjectId, kind);
		if (found.isEmpty()) {
			check(wanted);
			if (insert(wanted)) {
				this.known.forget();
				return wanted;
			}
			// somebody else was quicker
			found = lock(subjectId, kind);
		}
		return move(found.orElseThrow(DeadlineProblem::unknown), wanted);
	}

	private Deadline move(Deadline before, Deadline wanted) {
		if (!before.authorityId().equals(wanted.authorityId())) {
			throw DeadlineProblem.unknown();
		}
		if (before.dueAt().equals(wanted.dueAt()) && Objects.equals(before.lastDay(), wanted.lastDay())) {
			return before;
		}
		check(wanted);
		Deadline now = new Deadline(before.id(), before.authorityId(), before.subjectId(), before.kind(),
				wanted.lastDay(), wanted.dueAt(), before.version() + 1, wanted.setAt());
		this.jdbc
			.sql("update deadline set last_day = :day, due_at = :due, version = :version, set_at = :set where id = :id")
			.param("day", now.lastDay())
			.param("due", now.dueAt())
			.param("version", now.version())
			.param("set", now.setAt())
			.param("id", now.id())
			.update();
		this.known.forget();
		List<Id> followers = followers(now);
		this.events.publishEvent(new DeadlineMoved(before, now, !followers.isEmpty()));
		followers.forEach((follower) -> put(now.authorityId(), follower, now.kind(), now.lastDay(), now.dueAt()));
		return now;
	}

	private List<Id> followers(Deadline deadline) {
		return this.jdbc.sql("select subject_id from deadline where follows = :id order by subject_id")
			.param("id", deadline.id())
			.query(Columns.ids(Id::new))
			.list();
	}

	private static void check(Deadline wanted) {
		if (wanted.passed(wanted.setAt()) && !wanted.kind().begins()) {
			throw DeadlineProblem.past();
		}
		if (wanted.dueAt().isAfter(wanted.setAt().plus(366L * MOST_YEARS, ChronoUnit.DAYS))) {
			throw DeadlineProblem.tooFar(MOST_YEARS);
		}
	}

	private boolean insert(Deadline deadline) {
		return this.jdbc.sql("""
				insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at)
				values (:id, :authority, :subject, :kind, :day, :due, :version, :set)
				on conflict (subject_id, kind) do nothing""")
			.param("id", deadline.id())
			.param("authority", deadline.authorityId())
			.param("subject", deadline.subjectId())
			.param("kind", deadline.kind().name())
			.param("day", deadline.lastDay())
			.param("due", deadline.dueAt())
			.param("version", deadline.version())
			.param("set", deadline.setAt())
			.update() == 1;
	}

	/** Takes a deadline away, when what it belonged to is done or gone. */
	public void remove(Id subjectId, DeadlineKind kind) {
		this.known.forget();
		this.jdbc.sql("delete from deadline where subject_id = :subject and kind = :kind")
			.param("subject", subjectId)
			.param("kind", kind.name())
			.update();
	}

	/**
	 * A deadline that may not be set yet.
	 * @return the deadline, if it is set
	 */
	public Optional<Deadline> find(Id subjectId, DeadlineKind kind) {
		return select(subjectId, kind, "");
	}

	/**
	 * When the deadlines of some subjects are due, for lists.
	 * @param kinds the names of their kinds
	 */
	public List<Due> dueDates(Collection<Id> subjectIds, Collection<String> kinds) {
		return (subjectIds.isEmpty() || kinds.isEmpty()) ? List.of()
				: this.jdbc.sql("""
						select subject_id, kind, due_at from deadline
						where subject_id in (:subjects) and kind in (:kinds)""")
					.param("subjects", subjectIds)
					.param("kinds", kinds)
					.query((rs, row) -> new Due(Columns.id(rs, "subject_id", Id::new), rs.getString("kind"),
							Columns.instant(rs, "due_at")))
					.list();
	}

	private Optional<Deadline> lock(Id subjectId, DeadlineKind kind) {
		this.known.forget();
		return select(subjectId, kind, " for update");
	}

	private Optional<Deadline> select(Id subjectId, DeadlineKind kind, String locking) {
		return this.jdbc.sql("""
				select id, authority_id, subject_id, last_day, due_at, version, set_at
				from deadline where subject_id = :subject and kind = :kind""" + locking)
			.param("subject", subjectId)
			.param("kind", kind.name())
			.query((rs, row) -> new Deadline(rs.getObject("id", UUID.class), rs.getString("authority_id"),
					Columns.id(rs, "subject_id", Id::new), kind, rs.getObject("last_day", LocalDate.class),
					Columns.instant(rs, "due_at"), rs.getInt("version"), Columns.instant(rs, "set_at")))
			.optional();
	}

	/**
	 * A deadline that must be set.
	 * @throws DeadlineProblem if it is not
	 */
	public Deadline get(Id subjectId, DeadlineKind kind) {
		return find(subjectId, kind).orElseThrow(DeadlineProblem::unknown);
	}

	/**
	 * When it is due, for a timer or a task's due date.
	 * @param kind the name of what it is the end of
	 * @return the first instant that is too late
	 */
	public Date due(Id subjectId, String kind) {
		return Date.from(named(subjectId, kind).dueAt());
	}

	/**
	 * When to wake up next, for a timer.
	 * @param kind the name of what it is the end of
	 * @return the next rung of the ladder after now, else when it is due
	 */
	public Date next(Id subjectId, String kind) {
		Deadline deadline = named(subjectId, kind);
		return Date.from(nextRungOf(deadline).map(Rung::at).orElse(deadline.dueAt()));
	}

	/**
	 * When to remind next, for a timer that ends with what it reminds of and not with the
	 * deadline.
	 * @param kind the name of what it is the end of
	 * @return the next rung of the ladder after now, else {@link #NEVER}: it is asked
	 * again when the deadline is moved
	 */
	public Date nextReminder(Id subjectId, String kind) {
		return Date.from(nextRungOf(named(subjectId, kind)).map(Rung::at).orElse(NEVER));
	}

	/**
	 * Whether it has passed.
	 * @param kind the name of what it is the end of
	 * @return true from the first instant that is too late
	 */
	public boolean passed(Id subjectId, String kind) {
		return named(subjectId, kind).passed(this.clock.instant());
	}

	/**
	 * The rung that stands now: the latest one since the deadline got its date. Earlier
	 * ones that were missed are not made up for; one that is asked for again is the same,
	 * and so the mail unique by its step goes once. Nobody is reminded after the
	 * deadline, but of a task.
	 * @return the rung, if one has come
	 */
	public Optional<Rung> rungNow(Id subjectId, DeadlineKind kind) {
		return rungOf(known(subjectId, kind));
	}

	/**
	 * The rung that stands now for a deadline that is not kept here, such as a task's.
	 * @return the rung, if one has come
	 */
	public Optional<Rung> rungOf(Deadline deadline) {
		return rungOf(deadline, this.clock.instant());
	}

	/**
	 * The rung that stands at an instant for a deadline that is not kept here.
	 * @return the rung, if one has come by then
	 */
	public Optional<Rung> rungOf(Deadline deadline, Instant at) {
		return ladder(deadline).lastUntil(at, deadline, calendar(deadline));
	}

	/**
	 * The next rung of a deadline that is not kept here.
	 * @return the rung, if one is to come
	 */
	public Optional<Rung> nextRungOf(Deadline deadline) {
		return ladder(deadline).nextAfter(this.clock.instant(), deadline, calendar(deadline));
	}

	/**
	 * The reminders of a deadline that are still to come before it.
	 * @return none if nobody is reminded of its kind
	 */
	public List<Rung> rungsAhead(Deadline deadline) {
		if (deadline.kind().ladder() == null) {
			return List.of();
		}
		Instant now = this.clock.instant();
		return ladder(deadline).before(deadline, calendar(deadline))
			.stream()
			.filter((rung) -> rung.at().isAfter(now))
			.toList();
	}

	/**
	 * From when a reminder made now may be sent: working days from 8 to 17, the next such
	 * time that is before the deadline. If there is none, at once.
	 * @return now or later
	 * @see SendingWindow
	 */
	public Instant sendFrom(Id subjectId, DeadlineKind kind) {
		Deadline deadline = known(subjectId, kind);
		return this.window.nextBefore(deadline.authorityId(), this.clock.instant(), deadline.dueAt());
	}

	/* diagrams call kinds by their names */
	private Deadline named(Id subjectId, String kind) {
		return known(subjectId, this.ladders.kind(kind));
	}

	/*
	 * a step reminds, asks whether to go on and until when to wait, all by one deadline
	 */
	private Deadline known(Id subjectId, DeadlineKind kind) {
		return this.known.get(List.of(subjectId, kind), () -> get(subjectId, kind));
	}

	private Ladder ladder(Deadline deadline) {
		return this.ladders.of(deadline.authorityId(), deadline.kind());
	}

	private WorkingCalendar calendar(Deadline deadline) {
		return this.calendars.of(deadline.authorityId());
	}

	/**
	 * When something is due.
	 *
	 * @param subjectId what the deadline belongs to
	 * @param kind the name of its kind
	 * @param at the first instant that is too late
	 */
	public record Due(Id subjectId, String kind, Instant at) {
	}

}
