package se.kulturlots.mail;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;

/** Those for whom no mail is put, whatever it is about: they have asked for that. */
@Component
public class Refusals {

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final AppClock clock;

	Refusals(JdbcClient jdbc, Outbox outbox, AppClock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Whether no mail is put for somebody. */
	public boolean isRefused(String authorityId, OrganisationId addressee) {
		return this.jdbc.sql("""
				select exists (select from mail_refusal where authority_id = :authority and addressee = :addressee)""")
			.param("authority", authorityId)
			.param("addressee", addressee)
			.query(Boolean.class)
			.single();
	}

	/** Puts no mail any longer; those that wait are taken back. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void refuse(String authorityId, Collection<OrganisationId> addressees) {
		this.jdbc.sql("""
				insert into mail_refusal (authority_id, addressee, since)
				select :authority, addressee, :now from unnest(cast(:addressees as uuid[])) addressee
				on conflict do nothing""")
			.param("authority", authorityId)
			.param("addressees", Id.texts(addressees))
			.param("now", this.clock.instant())
			.update();
		this.outbox.withdraw(authorityId, addressees);
	}

	/** Puts mails again. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void allow(String authorityId, Collection<OrganisationId> addressees) {
		this.jdbc.sql("""
				delete from mail_refusal where authority_id = :authority
				and addressee = any(cast(:addressees as uuid[]))""")
			.param("authority", authorityId)
			.param("addressees", Id.texts(addressees))
			.update();
	}

}
