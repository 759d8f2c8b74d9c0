package se.kulturlots.deadline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;

/** The ladders of reminders: one per kind of deadline, which an authority may change. */
@Component
public class Ladders {

	private static final Map<DeadlineKind, Ladder> DEFAULTS = Map.of(DeadlineKind.INVENTORY, Ladder.of(5, 1),
			DeadlineKind.ANSWER, Ladder.of(10, 3, 0), DeadlineKind.REGISTRATION, Ladder.of(5, 1), DeadlineKind.MEETING,
			Ladder.of(1), DeadlineKind.INPUT, Ladder.of(10, 3, 0), DeadlineKind.REFERRAL, Ladder.of(10, 3, 0),
			DeadlineKind.DECISION, Ladder.of(10, 3), DeadlineKind.TASK, new Ladder(List.of(3, 1, 0), 2));

	private final JdbcClient jdbc;

	private final BriefCache<String, Map<DeadlineKind, Ladder>> cache;

	Ladders(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.cache = new BriefCache<>(clock, this::load);
	}

	/**
	 * The ladder of a kind of deadline.
	 * @param authorityId whose
	 * @param kind the kind
	 * @return what the authority has set, else the default
	 */
	public Ladder of(String authorityId, DeadlineKind kind) {
		return this.cache.get(authorityId).getOrDefault(kind, DEFAULTS.get(kind));
	}

	/**
	 * Changes a ladder. It holds for deadlines already set too.
	 * @param authorityId whose
	 * @param kind the kind
	 * @param ladder the new ladder; without steps nothing is reminded of
	 */
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
		this.cache.forget(authorityId);
	}

	private Map<DeadlineKind, Ladder> load(String authorityId) {
		Map<DeadlineKind, Ladder> ladders = new EnumMap<>(DeadlineKind.class);
		this.jdbc.sql("select kind, steps, overdue_every from reminder_ladder where authority_id = :authority")
			.param("authority", authorityId)
			.query((ResultSet rs) -> {
				ladders.put(DeadlineKind.valueOf(rs.getString(1)),
						new Ladder(integers(rs.getArray(2)), rs.getObject(3, Integer.class)));
			});
		return ladders;
	}

	private static List<Integer> integers(Array array) throws SQLException {
		return List.of((Integer[]) array.getArray());
	}

}
