package se.kulturlots.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.PlanOutline;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Edition;

/** The fixed versions of plans. Nothing in them is ever changed. */
@Component
public class PlanVersions implements PlanOutline {

	private final JdbcClient jdbc;

	private final AppClock clock;

	PlanVersions(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void fix(Plan plan, int number) {
		this.jdbc.sql("""
				insert into plan_version (plan_id, number, authority_id, fixed_at)
				values (:plan, :number, :authority, :now)""")
			.param("plan", plan.id())
			.param("number", number)
			.param("authority", plan.authorityId())
			.param("now", this.clock.instant())
			.update();
		this.jdbc.sql("""
				insert into plan_version_section (plan_id, number, section_id, position, heading, text)
				select plan_id, :number, id, position, heading, text from plan_section where plan_id = :plan""")
			.param("number", number)
			.param("plan", plan.id())
			.update();
		this.jdbc.sql("""
				insert into plan_version_input (plan_id, number, input_id, section_id, comment)
				select plan_id, :number, input_id, section_id, comment from plan_disposition where plan_id = :plan""")
			.param("number", number)
			.param("plan", plan.id())
			.update();
	}

	/**
	 * How old the public pages of an authority's plans are.
	 * @return by the id of the consultation
	 */
	public Map<CaseId, Edition> editions(String authorityId) {
		Map<CaseId, Edition> editions = new HashMap<>();
		this.jdbc.sql("""
				select plan.consultation_id, min(version.fixed_at),
					greatest(max(version.fixed_at), max(decision.recorded_at), max(plan.published_at))
				from plan_version version join plan on plan.id = version.plan_id
					left join plan_decision decision on decision.plan_id = plan.id
				where version.authority_id = :authority group by plan.consultation_id""")
			.param("authority", authorityId)
			.query((rs) -> {
				editions.put(Columns.id(rs, 1, CaseId::new),
						Edition.of(Columns.instant(rs, 2), Columns.instant(rs, 3)));
			});
		return editions;
	}

	/**
	 * The versions of a plan.
	 * @return the latest first
	 */
	public List<PlanVersion> of(PlanId planId) {
		return this.jdbc.sql("select number, fixed_at from plan_version where plan_id = :plan order by number desc")
			.param("plan", planId)
			.query((rs, row) -> new PlanVersion(rs.getInt(1), Columns.instant(rs, 2)))
			.list();
	}

	/**
	 * The sections of a version.
	 * @param number the version
	 * @return in their order, empty if there is no such version
	 */
	public List<FixedSection> fixed(PlanId planId, int number) {
		Map<SectionId, Set<InputId>> inputs = new HashMap<>();
		this.jdbc.sql("""
				select section_id, input_id from plan_version_input
				where plan_id = :plan and number = :number and section_id is not null""")
			.param("plan", planId)
			.param("number", number)
			.query((rs) -> {
				inputs.computeIfAbsent(Columns.id(rs, 1, SectionId::new), (id) -> new HashSet<>())
					.add(Columns.id(rs, 2, InputId::new));
			});
		return this.jdbc.sql("""
				select section_id, heading, text from plan_version_section
				where plan_id = :plan and number = :number order by position""")
			.param("plan", planId)
			.param("number", number)
			.query((rs, row) -> new FixedSection(Columns.id(rs, 1, SectionId::new), rs.getString(2), rs.getString(3),
					inputs.getOrDefault(Columns.id(rs, 1, SectionId::new), Set.of())))
			.list();
	}

	@Override
	public List<OutlineSection> sections(CaseId consultationId) {
		return this.jdbc.sql("""
				select s.section_id, s.heading, s.text from plan p
				join plan_version_section s on s.plan_id = p.id and s.number = p.fixed_version
				where p.consultation_id = :consultation order by s.position""")
			.param("consultation", consultationId)
			.query((rs, row) -> new OutlineSection(Columns.id(rs, 1, SectionId::new), rs.getString(2), rs.getString(3)))
			.list();
	}

}
