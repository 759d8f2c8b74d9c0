package se.kulturlots.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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

	/** Who has no address is each somebody else. */
	private static final String WHO = "coalesce(lower(r.email), r.id::text)";

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
		return this.jdbc.sql("select count(distinct " + WHO + ") " + REGISTERED)
			.param("case", caseId)
			.param("now", this.clock.instant())
			.query(Integer.class)
			.single();
	}

	@Override
	public void forEachLot(CaseId caseId, Consumer<List<Recipient>> work) {
		Lots.forEach("",
				(after) -> this.jdbc
					.sql("select distinct on (1) " + WHO + ", lower(r.email), r.language " + REGISTERED + " and " + WHO
							+ " > :after order by 1, r.registered_at desc limit :most")
					.param("case", caseId)
					.param("now", this.clock.instant())
					.param("after", after)
					.param("most", Lots.SIZE)
					.query(ConcernedParticipants::read)
					.list(),
				Participant::who, (lot) -> work.accept(lot.stream().map(Participant::recipient).toList()));
	}

	private static Participant read(ResultSet rs, int row) throws SQLException {
		String email = rs.getString(2);
		return new Participant(rs.getString(1), new Recipient((email != null) ? new EmailAddress(email) : null,
				Locale.forLanguageTag(rs.getString(3)), null));
	}

	/** Somebody on the lists, once. */
	private record Participant(String who, Recipient recipient) {
	}

}
