package se.kulturlots.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Removed;

/** The sections of plans as they are being written. */
@Component
public class PlanSections {

	private final JdbcClient jdbc;

	private final AppClock clock;

	PlanSections(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The sections of a plan.
	 * @return in their order
	 */
	public List<PlanSection> of(PlanId planId) {
		return this.jdbc.sql("""
				select id, position, heading, text, version, changed_at, changed_by from plan_section
				where plan_id = :plan order by position""").param("plan", planId).query(PlanSections::read).list();
	}

	/**
	 * A section of a plan.
	 * @param id the section
	 * @return nothing if it is another plan's
	 */
	public Optional<PlanSection> find(PlanId planId, SectionId id) {
		return this.jdbc.sql("""
				select id, position, heading, text, version, changed_at, changed_by from plan_section
				where plan_id = :plan and id = :id""")
			.param("plan", planId)
			.param("id", id)
			.query(PlanSections::read)
			.optional();
	}

	private static PlanSection read(ResultSet rs, int row) throws SQLException {
		return new PlanSection(Columns.id(rs, "id", SectionId::new), rs.getInt("position"), rs.getString("heading"),
				rs.getString("text"), rs.getInt("version"), Columns.instant(rs, "changed_at"),
				rs.getString("changed_by"));
	}

	SectionId add(Plan plan, String heading, String text, String actor) {
		SectionId id = new SectionId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into plan_section (id, authority_id, plan_id, position, heading, text, version, changed_at,
					changed_by)
				select :id, :authority, :plan, coalesce(max(position), 0) + 1, :heading, :text, 1, :now, :actor
				from plan_section where plan_id = :plan""")
			.param("id", id)
			.param("authority", plan.authorityId())
			.param("plan", plan.id())
			.param("heading", heading)
			.param("text", text)
			.param("now", this.clock.instant())
			.param("actor", actor)
			.update();
		return id;
	}

	/** Changes a section if nobody has changed it since the given version. */
	boolean edit(PlanId planId, SectionId id, int version, String heading, String text, String actor) {
		return this.jdbc.sql("""
				update plan_section set heading = :heading, text = :text, version = version + 1, changed_at = :now,
					changed_by = :actor
				where plan_id = :plan and id = :id and version = :version""")
			.param("heading", heading)
			.param("text", text)
			.param("now", this.clock.instant())
			.param("actor", actor)
			.param("plan", planId)
			.param("id", id)
			.param("version", version)
			.update() == 1;
	}

	void swap(PlanId planId, PlanSection one, PlanSection other) {
		this.jdbc.sql("""
				update plan_section set position = case when id = :one then :otherPosition else :onePosition end
				where plan_id = :plan and id in (:one, :other)""")
			.param("one", one.id())
			.param("other", other.id())
			.param("onePosition", one.position())
			.param("otherPosition", other.position())
			.param("plan", planId)
			.update();
	}

	/**
	 * Sections that were taken out, the last one first.
	 * @return the heading by the id
	 */
	public Map<SectionId, String> removed(PlanId planId) {
		Map<SectionId, String> removed = new LinkedHashMap<>();
		this.jdbc.sql("""
				select id, heading from plan_section_removed where plan_id = :plan order by removed_at desc, id
				limit 50""").param("plan", planId).query((rs) -> {
			removed.put(Columns.id(rs, 1, SectionId::new), rs.getString(2));
		});
		return removed;
	}

	/**
	 * Puts a section that was taken out at the end. It has another version than before,
	 * so that a page from then does not write over it.
	 * @return whether there was one
	 */
	boolean restore(PlanId planId, SectionId id, String actor) {
		return this.jdbc.sql("""
				with back as (delete from plan_section_removed where plan_id = :plan and id = :id returning *)
				insert into plan_section (id, authority_id, plan_id, position, heading, text, version, changed_at,
					changed_by)
				select id, authority_id, plan_id,
					(select coalesce(max(position), 0) + 1 from plan_section where plan_id = :plan), heading, text,
					version + 1, :now, :actor
				from back""")
			.param("plan", planId)
			.param("id", id)
			.param("now", this.clock.instant())
			.param("actor", actor)
			.update() == 1;
	}

	/** Deletes those that can no longer be had back. */
	@Scheduled(fixedDelayString = "${kulturlots.forget-removed.every:PT6H}",
			initialDelayString = "${kulturlots.forget-removed.every:PT6H}")
	public void forgetRemoved() {
		this.jdbc.sql("delete from plan_section_removed where removed_at < :before")
			.param("before", Removed.forgottenBefore(this.clock.instant()))
			.update();
	}

	void remove(PlanId planId, PlanSection section, String actor) {
		this.jdbc.sql("""
				insert into plan_section_removed (id, authority_id, plan_id, heading, text, version, removed_at,
					removed_by)
				select id, authority_id, plan_id, heading, text, version, :now, :actor from plan_section
				where plan_id = :plan and id = :id""")
			.param("now", this.clock.instant())
			.param("actor", actor)
			.param("plan", planId)
			.param("id", section.id())
			.update();
		this.jdbc.sql("delete from plan_section where plan_id = :plan and id = :id")
			.param("plan", planId)
			.param("id", section.id())
			.update();
		this.jdbc.sql("update plan_section set position = position - 1 where plan_id = :plan and position > :position")
			.param("plan", planId)
			.param("position", section.position())
			.update();
	}

}
