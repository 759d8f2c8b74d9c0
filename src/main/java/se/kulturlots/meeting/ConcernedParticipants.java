package se.kulturlots.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Concerned;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Lots;

/** Those registered for a meeting that is still to come, or waiting for a seat at it. */
@Component
@Order(2)
class ConcernedParticipants implements Concerned {

	private static final String REGISTERED = """
			from meeting m join deadline d on d.subject_id = m.id and d.kind = 'MEETING'
			join registration r on r.meeting_id = m.id
			where m.case_id = :case and m.status = 'PUBLISHED' and d.due_at > :now
			and r.status in ('REGISTERED', 'WAITING')""";

	private final JdbcClient jdbc;

	private final AppClock clock;

	ConcernedParticipants(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "registered";
	}

	@Override
	public String messageKey() {
		return "meeting.concerned.registered";
	}

	@Override
	public int count(CaseId caseId) {
		return this.jdbc.sql("select count(distinct lower(r.email)) " + REGISTERED)
			.param("case", caseId)
			.param("now", this.clock.instant())
			.query(Integer.class)
			.single();
	}

	@Override
	public void forEachLot(CaseId caseId, Consumer<List<Recipient>> work) {
		Lots.forEach("",
				(after) -> this.jdbc
					.sql("select distinct on (1) lower(r.email), r.language " + REGISTERED
							+ " and lower(r.email) > :after order by 1, r.registered_at desc limit :most")
					.param("case", caseId)
					.param("now", this.clock.instant())
					.param("after", after)
					.param("most", Lots.SIZE)
					.query((rs, row) -> new Recipient(new EmailAddress(rs.getString(1)),
							Locale.forLanguageTag(rs.getString(2)), null))
					.list(),
				(each) -> Objects.requireNonNull(each.address()).key(), work);
	}

}
