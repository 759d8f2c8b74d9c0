package se.kulturlots.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;

/** How texts were before somebody changed them, once they could be read. */
@Component
public class TextChanges {

	private static final int MOST = 100;

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final AppClock clock;

	TextChanges(JdbcClient jdbc, JdbcTemplate template, AppClock clock) {
		this.jdbc = jdbc;
		this.template = template;
		this.clock = clock;
	}

	/**
	 * Keeps how texts were.
	 * @param subject the case itself, or what in it they belong to
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void keep(String authorityId, CaseId caseId, Id subject, List<TextChange> changes) {
		Instant now = this.clock.instant();
		this.template.batchUpdate("""
				insert into text_change (id, authority_id, case_id, subject_id, part, place, before, after, changed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				changes.stream()
					.map((each) -> new Object[] { UUID.randomUUID(), authorityId, caseId, subject, each.part(),
							each.place(), each.before(), each.after(), now })
					.toList());
	}

	/**
	 * The changes of what a text belongs to.
	 * @return the last one first, a hundred at most
	 */
	public List<Kept> of(String authorityId, Id subject) {
		return this.jdbc.sql("""
				select changed_at, part, place, before, after from text_change
				where subject_id = :subject and authority_id = :authority
				order by changed_at desc, part, place limit :most""")
			.param("subject", subject)
			.param("authority", authorityId)
			.param("most", MOST)
			.query((rs, row) -> new Kept(Columns.instant(rs, 1),
					new TextChange(rs.getString(2), rs.getInt(3), rs.getString(4), rs.getString(5))))
			.list();
	}

	/**
	 * A text that is changed.
	 *
	 * @param part which text, a name that is never changed
	 * @param place which of several of them, else 0
	 * @param before how it was, empty if there was none
	 * @param after how it is, empty if there is none
	 */
	public record TextChange(String part, int place, String before, String after) {
	}

	/**
	 * A text that was changed.
	 *
	 * @param at when
	 */
	public record Kept(Instant at, TextChange change) {
	}

}
