package se.kulturlots.testing.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.CaseHandling;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.journal.Journal;

/** Study circles. */
@Component
class Circles {

	private static final String READ = """
			select s.id, s.authority_id, c.slug, c.title, s.question, s.leader_email, s.place, s.announced_at
			from sample_circle s join cases c on c.id = s.id where\s""";

	private final JdbcClient jdbc;

	private final CaseHandling cases;

	private final Deadlines deadlines;

	private final Journal journal;

	private final AppClock clock;

	Circles(JdbcClient jdbc, CaseHandling cases, Deadlines deadlines, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.deadlines = deadlines;
		this.journal = journal;
		this.clock = clock;
	}

	@Transactional
	CaseId want(String authorityId, String title, String question, String leaderEmail, @Nullable String officer) {
		CaseId id = this.cases.open(authorityId, SampleKind.KEY, title, officer).id();
		this.jdbc.sql("""
				insert into sample_circle (id, authority_id, question, leader_email)
				values (:id, :authority, :question, :email)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("question", question)
			.param("email", leaderEmail)
			.update();
		this.journal.note(authorityId, id, "journal.sample.wanted");
		return id;
	}

	@Transactional
	void plan(CaseId id, String place, LocalDate lastDay) {
		this.jdbc.sql("update sample_circle set place = :place where id = :id")
			.param("place", place)
			.param("id", id)
			.update();
		this.deadlines.set(get(id).authorityId(), id, SampleDeadline.CIRCLE, lastDay);
	}

	@Transactional
	void announce(CaseId id) {
		this.jdbc.sql("update sample_circle set announced_at = :now where id = :id")
			.param("now", this.clock.instant())
			.param("id", id)
			.update();
		this.journal.publish(get(id).authorityId(), id, "journal.sample.announced");
	}

	void noteReminder(CaseId id) {
		this.journal.note(get(id).authorityId(), id, "journal.sample.reminded");
	}

	@Transactional
	void close(CaseId id, LocalDate disposeAfter) {
		this.journal.publish(get(id).authorityId(), id, "journal.sample.closed");
		this.cases.close(id, disposeAfter);
	}

	Circle get(CaseId id) {
		return this.jdbc.sql(READ + "s.id = :id").param("id", id).query(Circles::read).single();
	}

	Optional<Circle> find(String authorityId, CaseId id) {
		return this.jdbc.sql(READ + "s.authority_id = :authority and s.id = :id")
			.param("authority", authorityId)
			.param("id", id)
			.query(Circles::read)
			.optional();
	}

	List<Circle> of(String authorityId) {
		return this.jdbc.sql(READ + "s.authority_id = :authority order by c.opened_at desc limit 50")
			.param("authority", authorityId)
			.query(Circles::read)
			.list();
	}

	List<Circle> announced(String authorityId) {
		return of(authorityId).stream().filter((circle) -> circle.announcedAt() != null).toList();
	}

	List<Circle> ledBy(String authorityId, EmailAddress leader) {
		return this.jdbc
			.sql(READ + "s.authority_id = :authority and lower(s.leader_email) = lower(:email) order by s.id")
			.param("authority", authorityId)
			.param("email", leader.value())
			.query(Circles::read)
			.list();
	}

	private static Circle read(ResultSet rs, int row) throws SQLException {
		return new Circle(Columns.id(rs, "id", CaseId::new), rs.getString("authority_id"), rs.getString("slug"),
				rs.getString("title"), rs.getString("question"), rs.getString("leader_email"), rs.getString("place"),
				Columns.instantOrNull(rs, "announced_at"));
	}

	record Circle(CaseId id, String authorityId, String slug, String title, String question, String leaderEmail,
			@Nullable String place, @Nullable Instant announcedAt) {
	}

}
