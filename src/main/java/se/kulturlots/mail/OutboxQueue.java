package se.kulturlots.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/**
 * The outbox as the sender sees it. Every statement is a transaction of its own. What a
 * sender says about a mail counts only while the mail bears its lease, so one that was
 * too slow can neither send nor change what another one has taken over.
 */
@Component
class OutboxQueue {

	private final JdbcClient jdbc;

	private final AppClock clock;

	OutboxQueue(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Frees mails whose sender has not answered for as long as its lease, and takes back
	 * those that wait for somebody who is not to be written to.
	 */
	void recover() {
		this.jdbc.sql("""
				with lost as materialized (
					select id from mail where state = 'SENDING' and leased_until <= :now for update skip locked)
				update mail set
					state = case when handed_over_at is null then 'RETRY' else 'UNKNOWN' end,
					reason = case when handed_over_at is null then 'interrupted' else 'noAnswer' end,
					lease_id = case when handed_over_at is null then null else lease_id end,
					due_at = :now, leased_until = null
				from lost where mail.id = lost.id""").param("now", now()).update();
		// a sender had it, or it was being put, when somebody asked not to be written to
		this.jdbc
			.sql("""
					delete from mail where state in ('PENDING', 'RETRY') and due_at <= :now and exists (
						select from mail_refusal r where r.authority_id = mail.authority_id and r.addressee = mail.addressee)""")
			.param("now", now())
			.update();
	}

	// a receipt does not wait behind a thousand invitations; materialized: otherwise the
	// planner may run the subquery, and lock, more than once
	Lease claim(int atMost, Duration length) {
		UUID lease = UUID.randomUUID();
		Instant until = this.clock.instant().plus(length);
		List<ClaimedMail> mails = this.jdbc.sql("""
				with due as materialized (
					select id from mail where state in ('PENDING', 'RETRY') and due_at <= :now
					and not exists (select from mail_refusal r
						where r.authority_id = mail.authority_id and r.addressee = mail.addressee)
					order by bulk, due_at, id limit :atMost for update skip locked)
				update mail set state = 'SENDING', attempts = attempts + 1, reason = null,
					tried_since = coalesce(tried_since, :now), lease_id = :lease, leased_until = :until
				from due where mail.id = due.id
				returning mail.id, authority_id, recipient, subject, text_body, html_body, attempts, tried_since,
					unsubscribe""")
			.param("now", now())
			.param("atMost", atMost)
			.param("lease", lease)
			.param("until", until)
			.query((rs, row) -> claimed(rs))
			.list();
		return new Lease(lease, until, withAttachments(mails));
	}

	private static ClaimedMail claimed(ResultSet rs) throws SQLException {
		return new ClaimedMail(Columns.id(rs, 1, MailId::new), rs.getString(2), rs.getString(3), rs.getString(4),
				new RenderedLetter(rs.getString(5), rs.getString(6)), rs.getInt(7), Columns.instant(rs, 8), List.of(),
				rs.getString(9));
	}

	private List<ClaimedMail> withAttachments(List<ClaimedMail> mails) {
		if (mails.isEmpty()) {
			return mails;
		}
		record File(MailId mail, Attachment attachment) {
		}
		Map<MailId, List<Attachment>> files = this.jdbc.sql("""
				select mail_id, file_name, content_type, content from mail_attachment
				where mail_id in (:ids) order by mail_id, position""")
			.param("ids", mails.stream().map(ClaimedMail::id).toList())
			.query((rs, row) -> new File(Columns.id(rs, 1, MailId::new),
					new Attachment(rs.getString(2), rs.getString(3), rs.getBytes(4))))
			.list()
			.stream()
			.collect(groupingBy(File::mail, mapping(File::attachment, toList())));
		return mails.stream().map((mail) -> mail.with(files.getOrDefault(mail.id(), List.of()))).toList();
	}

	/**
	 * Marks that the mail is about to be taken by the server: from here on it is never
	 * sent again by itself.
	 * @return false if the lease was lost, and the mail must not go
	 */
	boolean handOver(MailId mail, UUID lease, Duration length) {
		return this.jdbc.sql("""
				update mail set handed_over_at = :now, leased_until = :until
				where id = :id and lease_id = :lease and state = 'SENDING'""")
			.param("now", now())
			.param("until", this.clock.instant().plus(length))
			.param("id", mail)
			.param("lease", lease)
			.update() == 1;
	}

	void sent(MailId mail, UUID lease) {
		this.jdbc.sql("""
				with sent as (
					update mail set state = 'SENT', sent_at = :now, reason = null, leased_until = null, lease_id = null,
						text_body = null, html_body = null, unsubscribe = null
					where id = :id and lease_id = :lease and state in ('SENDING', 'UNKNOWN') returning id)
				delete from mail_attachment using sent where mail_id = sent.id""")
			.param("now", now())
			.param("id", mail)
			.param("lease", lease)
			.update();
	}

	void notSent(MailId mail, UUID lease, MailState state, String reason, Instant due) {
		boolean unknown = state == MailState.UNKNOWN;
		this.jdbc.sql("""
				update mail set state = :state, reason = :reason, due_at = :due, leased_until = null,
					lease_id = case when :unknown then lease_id end,
					handed_over_at = case when :unknown then handed_over_at end
				where id = :id and lease_id = :lease and state in ('SENDING', 'UNKNOWN')""")
			.param("state", state.name())
			.param("reason", reason)
			.param("due", due)
			.param("unknown", unknown)
			.param("id", mail)
			.param("lease", lease)
			.update();
	}

	/** Gives back, as if they had never been taken, the mails not tried yet. */
	void release(UUID lease, List<MailId> mails) {
		if (mails.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				update mail set state = case when attempts = 1 then 'PENDING' else 'RETRY' end,
					attempts = attempts - 1, lease_id = null, leased_until = null
				where lease_id = :lease and state = 'SENDING' and handed_over_at is null and id in (:ids)""")
			.param("lease", lease)
			.param("ids", mails)
			.update();
	}

	private Instant now() {
		return this.clock.instant();
	}

}
