package se.kulturlots.core;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a form asks for once, however often it is sent: by a double click, by a
 * reload. Who sends it meanwhile waits and is told the same.
 */
@Component
public class Once {

	/** Nobody sends a form again after that. */
	private static final Duration REMEMBERED = Duration.ofDays(2);

	private final JdbcClient jdbc;

	private final AppClock clock;

	Once(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes something.
	 * @param submissionId the id of the form
	 * @param content what was filled in; other content is another wish
	 * @param work what makes it
	 * @return the id of what was made now or before
	 */
	@Transactional
	public UUID make(UUID submissionId, Object content, Supplier<UUID> work) {
		int filledIn = content.toString().hashCode();
		if (!first(submissionId, filledIn)) {
			return this.jdbc.sql("select made from form_sent where submission_id = :id and content = :content")
				.param("id", submissionId)
				.param("content", filledIn)
				.query(UUID.class)
				.single();
		}
		UUID made = work.get();
		this.jdbc.sql("update form_sent set made = :made where submission_id = :id and content = :content")
			.param("made", made)
			.param("id", submissionId)
			.param("content", filledIn)
			.update();
		return made;
	}

	private boolean first(UUID submissionId, int content) {
		this.jdbc.sql("delete from form_sent where sent_at < :old")
			.param("old", Timestamp.from(this.clock.instant().minus(REMEMBERED)))
			.update();
		return this.jdbc.sql(
				"insert into form_sent (submission_id, content, sent_at) values (:id, :content, :now) on conflict do nothing")
			.param("id", submissionId)
			.param("content", content)
			.param("now", Timestamp.from(this.clock.instant()))
			.update() > 0;
	}

}
