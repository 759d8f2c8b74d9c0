package se.kulturlots.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.plan.PlanDecision.Body;
import se.kulturlots.plan.PlanDecision.Outcome;

/** What political bodies decided on plans. */
@Component
public class PlanDecisions {

	private final JdbcClient jdbc;

	private final AppClock clock;

	PlanDecisions(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The decisions on a plan.
	 * @return the first first
	 */
	public List<PlanDecision> of(PlanId planId) {
		return this.jdbc.sql("""
				select number, body, outcome, decided_on, paragraph, reference, comment from plan_decision
				where plan_id = :plan order by number, body""")
			.param("plan", planId)
			.query((rs, row) -> new PlanDecision(rs.getInt(1), Body.valueOf(rs.getString(2)),
					Outcome.valueOf(rs.getString(3)), rs.getObject(4, LocalDate.class), rs.getString(5),
					rs.getString(6), rs.getString(7)))
			.list();
	}

	/**
	 * What a body decided on a version.
	 * @param body who decided
	 * @return nothing before they have
	 */
	public Optional<PlanDecision> latest(Plan plan, Body body) {
		return of(plan.id()).stream()
			.filter((decision) -> decision.number() == plan.fixedVersion() && decision.body() == body)
			.findFirst();
	}

	void add(Plan plan, PlanDecision decision, String actor) {
		this.jdbc.sql("""
				insert into plan_decision (id, authority_id, plan_id, number, body, outcome, decided_on, paragraph,
					reference, comment, recorded_at, recorded_by)
				values (:id, :authority, :plan, :number, :body, :outcome, :day, :paragraph, :reference, :comment,
					:now, :actor)""")
			.param("id", UUID.randomUUID())
			.param("authority", plan.authorityId())
			.param("plan", plan.id())
			.param("number", decision.number())
			.param("body", decision.body().name())
			.param("outcome", decision.outcome().name())
			.param("day", decision.decidedOn())
			.param("paragraph", decision.paragraph())
			.param("reference", decision.reference())
			.param("comment", decision.comment())
			.param("now", this.clock.instant())
			.param("actor", actor)
			.update();
	}

}
