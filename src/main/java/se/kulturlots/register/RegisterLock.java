package se.kulturlots.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one at a time change the register of an authority, to the end of the transaction.
 */
@Component
class RegisterLock {

	private final JdbcClient jdbc;

	RegisterLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void hold(String authorityId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('register.' || :authority, 0))")
			.param("authority", authorityId)
			.query((rs, row) -> true)
			.single();
	}

}
