package se.kulturlots.workflow;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one at a time start a process for a case, to the end of the transaction.
 */
@Component
class StartLock {

	private final JdbcClient jdbc;

	StartLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void hold(@Nullable Object caseId) {
		if (caseId != null) {
			this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('start.' || :case, 0))")
				.param("case", caseId.toString())
				.query((rs, row) -> true)
				.single();
		}
	}

}
