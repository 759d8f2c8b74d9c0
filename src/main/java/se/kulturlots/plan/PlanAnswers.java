package se.kulturlots.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;

/** The answers to those who gave input. */
@Component
public class PlanAnswers {

	private static final String SELECT = """
			select input_id, section_id, text, version from plan_answer where plan_id = :plan""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final AppClock clock;

	PlanAnswers(JdbcClient jdbc, JdbcTemplate template, AppClock clock) {
		this.jdbc = jdbc;
		this.template = template;
		this.clock = clock;
	}

	/**
	 * Some answers of a plan.
	 * @return by the id of the input
	 */
	public Map<InputId, PlanAnswer> of(PlanId planId, Collection<InputId> inputIds) {
		return byInput(this.jdbc.sql(SELECT + " and input_id = any(cast(:inputs as uuid[]))")
			.param("plan", planId)
			.param("inputs", Id.texts(inputIds)));
	}

	/**
	 * How many inputs led to each section of a plan, what was joined not counted.
	 * @param none stands for no section
	 */
	Map<SectionId, Integer> perSection(PlanId planId, SectionId none) {
		Map<SectionId, Integer> numbers = new HashMap<>();
		this.jdbc.sql("""
				select coalesce(a.section_id, :none), count(*)
				from plan_answer a join received_input i on i.input_id = a.input_id
				where a.plan_id = :plan group by 1""").param("none", none).param("plan", planId).query((rs) -> {
			numbers.put(Columns.id(rs, 1, SectionId::new), rs.getInt(2));
		});
		return numbers;
	}

	int count(PlanId planId) {
		return this.jdbc.sql("select count(*) from plan_answer where plan_id = :plan")
			.param("plan", planId)
			.query(Integer.class)
			.single();
	}

	private static Map<InputId, PlanAnswer> byInput(JdbcClient.StatementSpec answers) {
		Map<InputId, PlanAnswer> found = new HashMap<>();
		answers.query((rs) -> {
			InputId input = Columns.id(rs, 1, InputId::new);
			found.put(input,
					new PlanAnswer(input, Columns.idOrNull(rs, 2, SectionId::new), rs.getString(3), rs.getInt(4)));
		});
		return found;
	}

	/** Writes answers; those that an officer has edited stay as they are. */
	void write(Plan plan, Collection<PlanAnswer> answers) {
		Instant now = this.clock.instant();
		this.template.batchUpdate("""
				insert into plan_answer as a (input_id, authority_id, plan_id, section_id, text, edited, version,
					changed_at) values (?, ?, ?, ?, ?, false, 1, ?)
				on conflict (input_id) do update set section_id = excluded.section_id, text = excluded.text,
					version = a.version + 1, changed_at = excluded.changed_at where not a.edited""",
				answers.stream()
					.map((answer) -> new Object[] { answer.inputId(), plan.authorityId(), plan.id(), answer.sectionId(),
							answer.text(), now })
					.toList());
	}

	/** Changes an answer if nobody has changed it since the given version. */
	boolean edit(PlanId planId, InputId inputId, int version, @Nullable String text) {
		return this.jdbc.sql("""
				update plan_answer set text = :text, edited = true, version = version + 1, changed_at = :now
				where plan_id = :plan and input_id = :input and version = :version""")
			.param("text", text)
			.param("now", this.clock.instant())
			.param("plan", planId)
			.param("input", inputId)
			.param("version", version)
			.update() == 1;
	}

}
