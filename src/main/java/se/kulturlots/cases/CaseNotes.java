package se.kulturlots.cases;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;

/** What staff write down for each other in a case; never shown to the public. */
@Component
public class CaseNotes {

	private final JdbcClient jdbc;

	private final AppClock clock;

	CaseNotes(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes a note.
	 * @param topic the key of what it is about
	 * @param author the account, or the application
	 * @param text the note
	 */
	public void write(String authorityId, CaseId caseId, String topic, String author, String text) {
		this.jdbc.sql("""
				insert into case_note (authority_id, case_id, topic, author, written_at, text)
				values (:authority, :case, :topic, :author, :at, :text)""")
			.param("authority", authorityId)
			.param("case", caseId)
			.param("topic", topic)
			.param("author", author)
			.param("at", this.clock.instant())
			.param("text", text)
			.update();
	}

	/**
	 * The notes of a case, the newest first.
	 * @param authorityId who asks
	 * @return at most a hundred
	 */
	public List<CaseNote> of(String authorityId, CaseId caseId) {
		return this.jdbc.sql("""
				select topic, author, written_at, text from case_note
				where authority_id = :authority and case_id = :case order by id desc limit 100""")
			.param("authority", authorityId)
			.param("case", caseId)
			.query((rs, row) -> new CaseNote(rs.getString(1), rs.getString(2), Columns.instant(rs, 3), rs.getString(4)))
			.list();
	}

	/**
	 * A note.
	 *
	 * @param topic what it is about
	 * @param author who wrote it
	 * @param writtenAt when
	 * @param text plain text
	 */
	public record CaseNote(String topic, String author, Instant writtenAt, String text) {
	}

}
