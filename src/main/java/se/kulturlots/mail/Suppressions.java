package se.kulturlots.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;

/** Addresses that get no mail from an authority. */
@Component
public class Suppressions {

	private final JdbcClient jdbc;

	private final AppClock clock;

	Suppressions(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Lets an address get nothing more, what waits to be sent included.
	 * @param authorityId whose mails
	 * @param reason a word, for example {@code asked} or {@code bounced}
	 */
	@Transactional
	public void suppress(String authorityId, EmailAddress address, String reason) {
		this.jdbc.sql("""
				insert into mail_suppression (authority_id, address, reason, since)
				values (:authority, lower(:address), :reason, :now) on conflict do nothing""")
			.param("authority", authorityId)
			.param("address", address.value())
			.param("reason", reason)
			.param("now", this.clock.instant())
			.update();
		this.jdbc.sql("""
				update mail set state = 'FAILED', reason = 'suppressed'
				where authority_id = :authority and lower(recipient) = lower(:address)
				and state in ('PENDING', 'RETRY')""")
			.param("authority", authorityId)
			.param("address", address.value())
			.update();
	}

	/**
	 * Lets an address get mails again.
	 * @param authorityId whose mails
	 */
	@Transactional
	public void lift(String authorityId, EmailAddress address) {
		this.jdbc.sql("delete from mail_suppression where authority_id = :authority and address = lower(:address)")
			.param("authority", authorityId)
			.param("address", address.value())
			.update();
	}

}
