package se.kulturlots.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;

/** What was decided on each input while the plan is written. */
@Component
public class InputDispositions {

	private static final String SELECT = """
			select input_id, section_id, comment, version from plan_disposition where plan_id = :plan""";

	private final JdbcClient jdbc;

	private final AppClock clock;

	InputDispositions(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Some dispositions of a plan.
	 * @return by the id of the input
	 */
	Map<InputId, InputDisposition> of(PlanId planId, Collection<InputId> inputIds) {
		return byInput(this.jdbc.sql(SELECT + " and input_id = any(cast(:inputs as uuid[]))")
			.param("plan", planId)
			.param("inputs", Id.texts(inputIds)));
	}

	private static Map<InputId, InputDisposition> byInput(JdbcClient.StatementSpec dispositions) {
		Map<InputId, InputDisposition> found = new HashMap<>();
		dispositions.query((rs) -> {
			InputId input = Columns.id(rs, 1, InputId::new);
			found.put(input, new InputDisposition(input, Columns.idOrNull(rs, 2, SectionId::new), rs.getString(3),
					rs.getInt(4)));
		});
		return found;
	}

	boolean anyFor(PlanId planId, SectionId sectionId) {
		return this.jdbc
			.sql("select exists (select from plan_disposition where plan_id = :plan and section_id = :section)")
			.param("plan", planId)
			.param("section", sectionId)
			.query(Boolean.class)
			.single();
	}

	/** Sets the same for several; those whose version has changed are left alone. */
	List<InputId> set(Plan plan, Map<InputId, Integer> versionsByInput, @Nullable SectionId sectionId,
			@Nullable String comment, String actor) {
		return this.jdbc.sql("""
				insert into plan_disposition as d (input_id, authority_id, plan_id, section_id, comment, version,
					decided_at, decided_by)
				select i.id, :authority, :plan, cast(:section as uuid), :comment, 1, :now, :actor
				from unnest(cast(:ids as uuid[]), cast(:versions as integer[])) as i (id, version)
				where i.version = coalesce((select version from plan_disposition where input_id = i.id), 0)
				order by i.id
				on conflict (input_id) do update set section_id = excluded.section_id, comment = excluded.comment,
					version = d.version + 1, decided_at = excluded.decided_at, decided_by = excluded.decided_by
					where d.plan_id = excluded.plan_id and d.version = any (
						select s.version from unnest(cast(:ids as uuid[]), cast(:versions as integer[]))
							as s (id, version) where s.id = d.input_id)
				returning input_id""")
			.param("authority", plan.authorityId())
			.param("plan", plan.id())
			.param("section", (sectionId != null) ? sectionId.toString() : null)
			.param("comment", comment)
			.param("now", this.clock.instant())
			.param("actor", actor)
			.param("ids", Id.texts(versionsByInput.keySet()))
			.param("versions", versions(versionsByInput))
			.query(Columns.ids(InputId::new))
			.list();
	}

	/** Takes them away; those whose version has changed are left alone. */
	List<InputId> clear(Plan plan, Map<InputId, Integer> versionsByInput) {
		return this.jdbc.sql("""
				delete from plan_disposition d
				using unnest(cast(:ids as uuid[]), cast(:versions as integer[])) as i (id, version)
				where d.plan_id = :plan and d.input_id = i.id and d.version = i.version
				returning d.input_id""")
			.param("plan", plan.id())
			.param("ids", Id.texts(versionsByInput.keySet()))
			.param("versions", versions(versionsByInput))
			.query(Columns.ids(InputId::new))
			.list();
	}

	private static Integer[] versions(Map<InputId, Integer> versionsByInput) {
		return versionsByInput.values().toArray(Integer[]::new);
	}

}
