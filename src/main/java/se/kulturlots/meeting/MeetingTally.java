package se.kulturlots.meeting;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Tally;
import se.kulturlots.core.CaseId;

/** Counts meetings and those who come to them. */
@Component
@Order(1)
class MeetingTally implements Tally {

	private final JdbcClient jdbc;

	MeetingTally(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> of(CaseId consultationId) {
		return this.jdbc.sql("""
				select count(distinct m.id) as meetings, count(r.id) as registered
				from meeting m left join registration r on r.meeting_id = m.id and r.status = 'REGISTERED'
				where m.case_id = :consultation and m.status <> 'CANCELLED'""")
			.param("consultation", consultationId)
			.query((rs, row) -> List.of(new Figure("meeting.tally.meetings", rs.getInt(1), "/meetings"),
					new Figure("meeting.tally.registered", rs.getInt(2), "/meetings")))
			.single();
	}

}
