package se.kulturlots.workflow;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one at a time start a process for a consultation, to the end of the transaction.
 */
@Component
class StartLock {

	private final JdbcClient jdbc;

	StartLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void hold(@Nullable Object consultation) {
		if (consultation != null) {
			this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('start.' || :consultation, 0))")
				.param("consultation", consultation.toString())
				.query((rs, row) -> true)
				.single();
		}
	}

}
