package se.kulturlots.input;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Outcome;
import se.kulturlots.consultation.Outcomes;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;

/** Tells which consultations have a summary of their input to read. */
@Component
class PublishedSummaries implements Outcomes {

	private final JdbcClient jdbc;

	PublishedSummaries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<CaseId, Set<Outcome>> of(Collection<CaseId> consultationIds) {
		return this.jdbc.sql("""
				select distinct consultation_id from input_period
				where consultation_id in (:ids) and status = 'PUBLISHED'""")
			.param("ids", consultationIds)
			.query((rs, row) -> Columns.id(rs, 1, CaseId::new))
			.list()
			.stream()
			.collect(Collectors.toMap((id) -> id, (id) -> Set.of(Outcome.SUMMARY)));
	}

}
