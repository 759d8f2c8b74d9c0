package se.kulturlots.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Outcome;
import se.kulturlots.consultation.Outcomes;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;

/** Tells which consultations have a plan to read, and whether it is decided on. */
@Component
class PublishedPlans implements Outcomes {

	private final JdbcClient jdbc;

	PublishedPlans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<CaseId, Set<Outcome>> of(Collection<CaseId> consultationIds) {
		Map<CaseId, Set<Outcome>> plans = new HashMap<>();
		this.jdbc.sql("""
				select consultation_id, published_at is not null from plan
				where consultation_id in (:ids) and fixed_version > 0""").param("ids", consultationIds).query((row) -> {
			plans.put(Columns.id(row, 1, CaseId::new), Set.of(row.getBoolean(2) ? Outcome.PLAN : Outcome.DRAFT));
		});
		return plans;
	}

}
