package se.kulturlots.deadline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import se.kulturlots.core.BriefCache;
import se.kulturlots.core.Id;
import se.kulturlots.core.WorkingCalendar;

/** The ladders of reminders: one per kind of deadline, which an authority may change. */
@Component
public class Ladders {

	private final Map<String, DeadlineKind> kinds;

	private final JdbcClient jdbc;

	private final WorkingCalendars calendars;

	private final ApplicationEventPublisher events;

	private final BriefCache<String, Map<String, Ladder>> cache;

	Ladders(List<DeadlineKinds> kinds, JdbcClient jdbc, WorkingCalendars calendars, ApplicationEventPublisher events) {
		this.kinds = kinds.stream()
			.flatMap((some) -> some.all().stream())
			.collect(Collectors.toMap(DeadlineKind::name, Function.identity(), (one, other) -> {
				throw new IllegalStateException("Two kinds of deadlines are called " + one.name());
			}, LinkedHashMap::new));
		this.jdbc = jdbc;
		this.calendars = calendars;
		this.events = events;
		this.cache = new BriefCache<>(this::load);
	}

	/** The kinds of deadlines that are reminded of: those with a ladder. */
	public List<DeadlineKind> reminded() {
		return this.kinds.values().stream().filter((kind) -> kind.ladder() != null).toList();
	}

	/**
	 * A kind of deadline by its name.
	 * @throws DeadlineProblem if no module has it
	 */
	public DeadlineKind kind(String name) {
		return Optional.ofNullable(this.kinds.get(name)).orElseThrow(DeadlineProblem::unknown);
	}

	/**
	 * The ladder of a kind of deadline.
	 * @return what the authority has set, else the default
	 * @throws DeadlineProblem if nobody is reminded of such deadlines
	 */
	public Ladder of(String authorityId, DeadlineKind kind) {
		return this.cache.get(authorityId).getOrDefault(kind.name(), standard(kind));
	}

	/**
	 * The ladder of a kind of deadline where nobody has changed it.
	 * @throws DeadlineProblem if nobody is reminded of such deadlines
	 */
	public static Ladder standard(DeadlineKind kind) {
		return Optional.ofNullable(kind.ladder()).orElseThrow(DeadlineProblem::unknown);
	}

	/**
	 * When reminders would go.
	 * @param authorityId whose working days count
	 * @param kind the kind of deadline
	 * @param ladder the ladder to try
	 * @param lastDay the last day to try it on
	 * @return the reminders before it, and the first one after it if there are any
	 */
	public List<Rung> preview(String authorityId, DeadlineKind kind, Ladder ladder, LocalDate lastDay) {
		WorkingCalendar calendar = this.calendars.of(authorityId);
		Deadline sample = new Deadline(UUID.randomUUID(), authorityId, new Id(UUID.randomUUID()), kind, lastDay,
				calendar.endOf(lastDay), 1, Instant.EPOCH);
		List<Rung> rungs = ladder.before(sample, calendar);
		ladder.nextAfter(sample.dueAt(), sample, calendar).ifPresent(rungs::add);
		return rungs;
	}

	/**
	 * Changes a ladder. It holds for deadlines already set too.
	 * @param ladder the new ladder; without steps nothing is reminded of
	 */
	@Transactional
	public void set(String authorityId, DeadlineKind kind, Ladder ladder) {
		this.jdbc.sql("""
				insert into reminder_ladder (authority_id, kind, steps, overdue_every)
				values (:authority, :kind, :steps, :overdue)
				on conflict (authority_id, kind) do update set steps = excluded.steps,
				overdue_every = excluded.overdue_every""")
			.param("authority", authorityId)
			.param("kind", kind.name())
			.param("steps", ladder.steps().toArray(Integer[]::new))
			.param("overdue", ladder.overdueEvery())
			.update();
		this.events.publishEvent(new LaddersChanged(authorityId));
	}

	// once others can read it too, and before anything counts with it
	@TransactionalEventListener(fallbackExecution = true)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(LaddersChanged event) {
		this.cache.forget(event.authorityId());
	}

	/* by the name of the kind, also of one that no module has any longer */
	private Map<String, Ladder> load(String authorityId) {
		Map<String, Ladder> ladders = new HashMap<>();
		this.jdbc.sql("select kind, steps, overdue_every from reminder_ladder where authority_id = :authority")
			.param("authority", authorityId)
			.query((ResultSet rs) -> {
				ladders.put(rs.getString(1), new Ladder(integers(rs.getArray(2)), rs.getObject(3, Integer.class)));
			});
		return ladders;
	}

	private static List<Integer> integers(Array array) throws SQLException {
		return List.of((Integer[]) array.getArray());
	}

	/**
	 * An authority reminds at other times now.
	 *
	 * @param authorityId whose
	 */
	public record LaddersChanged(String authorityId) {
	}

}
