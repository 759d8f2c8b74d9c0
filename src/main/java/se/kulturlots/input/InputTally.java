package se.kulturlots.input;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Tally;
import se.kulturlots.core.CaseId;

/** Counts what was said and who said it. */
@Component
@Order(2)
class InputTally implements Tally {

	private final JdbcClient jdbc;

	InputTally(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> of(CaseId consultationId) {
		return this.jdbc.sql("""
				select count(distinct i.submission_id) as senders, count(i.id) as inputs,
					count(i.id) filter (where i.theme is null and i.duplicate_of is null and not i.hidden) as untriaged
				from input_period p join input i on i.period_id = p.id
				where p.consultation_id = :consultation and i.withdrawn_at is null""")
			.param("consultation", consultationId)
			.query((rs, row) -> List.of(new Figure("input.tally.senders", rs.getInt(1), "/input"),
					new Figure("input.tally.inputs", rs.getInt(2), "/input"),
					new Figure("input.tally.untriaged", rs.getInt(3), "/input")))
			.single();
	}

}
