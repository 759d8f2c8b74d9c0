package se.kulturlots.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.workflow.FormGate.StartAnswers;

/**
 * Lets one at a time start a process for a case, to the end of the transaction, and takes
 * the same answers of the same account once: a double click, or a program that asks
 * again, makes one case whichever way it comes.
 */
@Component
class StartLock {

	/** Who wants the same once more after that wants a second one. */
	private static final Duration AT_ONCE = Duration.ofMinutes(2);

	private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

	private final JdbcClient jdbc;

	private final AppClock clock;

	StartLock(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Waits until nobody else starts one for a case.
	 * @param caseId what was answered for the case, if anything was
	 */
	void hold(@Nullable Object caseId) {
		if (caseId instanceof String id && ID.matcher(id).matches()) {
			this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('start.' || :case, 0))")
				.param("case", id)
				.query((rs, row) -> true)
				.single();
		}
	}

	/**
	 * Waits until nobody else starts with the same answers.
	 * @param answers what is to be started
	 * @return the engine's id of what the account has started so a moment ago, or null
	 */
	@Nullable String before(StartAnswers answers) {
		return (answers.account() == null || isFirst(answers)) ? null
				: this.jdbc
					.sql("select instance from process_started where authority_id = :authority and digest = :digest")
					.param("authority", answers.authorityId())
					.param("digest", digest(answers))
					.query(String.class)
					.single();
	}

	/** The second waits for the first, and may go on if that one fails. */
	private boolean isFirst(StartAnswers answers) {
		Instant now = this.clock.instant();
		forget(now.minus(AT_ONCE));
		return this.jdbc.sql("""
				insert into process_started as before (authority_id, digest, instance, started_at)
				values (:authority, :digest, '', :now)
				on conflict (authority_id, digest) do update set started_at = excluded.started_at
				where before.started_at not between :since and :until""")
			.param("authority", answers.authorityId())
			.param("digest", digest(answers))
			.param("now", now)
			.param("since", now.minus(AT_ONCE))
			// whoever was first may have read the clock after us
			.param("until", now.plus(AT_ONCE))
			.update() > 0;
	}

	private void forget(Instant before) {
		this.jdbc.sql("""
				delete from process_started where (authority_id, digest) in (select authority_id, digest
					from process_started where started_at < :before for update skip locked)""")
			.param("before", before)
			.update();
	}

	/**
	 * Remembers what has been started.
	 * @param answers with which answers
	 * @param instance the engine's id
	 */
	void started(StartAnswers answers, String instance) {
		if (answers.account() != null) {
			this.jdbc.sql("""
					update process_started set instance = :instance
					where authority_id = :authority and digest = :digest""")
				.param("instance", instance)
				.param("authority", answers.authorityId())
				.param("digest", digest(answers))
				.update();
		}
	}

	private static byte[] digest(StartAnswers answers) {
		return HexFormat.of()
			.parseHex(FormSubmission.digest(answers.account(), answers.processKey(), answers.values()));
	}

}
