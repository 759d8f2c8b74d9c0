package se.kulturlots.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;

/** What became of each mail, for staff. */
@Component
public class MailLog {

	/** How many mails stand on a page. */
	public static final int PAGE_SIZE = 50;

	/** The states in which somebody has to do something. */
	public static final Set<MailState> TROUBLED = Set.of(MailState.FAILED, MailState.UNKNOWN);

	/** The condition on a mail that reminds people of what they have been told. */
	public static final String REMINDS_PEOPLE = "(kind like '%-reminder' and kind <> 'task-reminder' or kind = 'meeting-unregistered')";

	private final JdbcClient jdbc;

	private final AppClock clock;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	MailLog(JdbcClient jdbc, AppClock clock, Journal journal, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.journal = journal;
		this.events = events;
	}

	/**
	 * Mails, the newest first.
	 * @param caseId of one case, or null for all
	 * @param states in these states, or empty for all
	 * @param page from 0
	 * @return at most {@link #PAGE_SIZE}
	 */
	public List<Entry> of(String authorityId, @Nullable CaseId caseId, Collection<MailState> states, int page) {
		return of(authorityId, caseId, states, null, page);
	}

	/**
	 * Mails to somebody, the newest first.
	 * @param caseId of one case, or null for all
	 * @param states in these states, or empty for all
	 * @param recipient the address, or null for all
	 * @param page from 0
	 * @return at most {@link #PAGE_SIZE}
	 */
	public List<Entry> of(String authorityId, @Nullable CaseId caseId, Collection<MailState> states,
			@Nullable String recipient, int page) {
		return some(authorityId, caseId, states, recipient, Math.max(page, 0) * PAGE_SIZE, PAGE_SIZE);
	}

	/**
	 * Some of the mails to somebody, the newest first.
	 * @param caseId of one case, or null for all
	 * @param states in these states, or empty for all
	 * @param recipient the address, or null for all
	 * @param skip how many to leave out
	 * @param most how many at most
	 */
	public List<Entry> some(String authorityId, @Nullable CaseId caseId, Collection<MailState> states,
			@Nullable String recipient, int skip, int most) {
		return this.jdbc
			.sql("""
					select id, case_id, recipient, subject, kind, state, attempts, reason, created_at, due_at, sent_at
					from mail where %s order by created_at desc, id limit :limit offset :offset"""
				.formatted(condition(caseId, states, recipient)))
			.params(parameters(authorityId, caseId, states, recipient))
			.param("limit", most)
			.param("offset", skip)
			.query((rs, row) -> entry(rs))
			.list();
	}

	/**
	 * The mails to an address, the newest first.
	 * @param address to whom
	 * @return at most 200
	 */
	public List<Entry> to(String authorityId, EmailAddress address) {
		return this.jdbc.sql("""
				select id, case_id, recipient, subject, kind, state, attempts, reason, created_at, due_at, sent_at
				from mail where authority_id = :authority and lower(recipient) = lower(:address)
				order by created_at desc, id limit 200""")
			.param("authority", authorityId)
			.param("address", address.value())
			.query((rs, row) -> entry(rs))
			.list();
	}

	/**
	 * The mails to organisations, the newest first.
	 * @param organisationIds to whom
	 * @return at most {@link #PAGE_SIZE}
	 */
	public List<Entry> toOrganisations(String authorityId, Collection<OrganisationId> organisationIds) {
		return this.jdbc.sql("""
				select id, case_id, recipient, subject, kind, state, attempts, reason, created_at, due_at, sent_at
				from mail where authority_id = :authority and addressee = any(cast(:organisations as uuid[]))
				order by created_at desc, id limit :limit""")
			.param("authority", authorityId)
			.param("organisations", Id.texts(organisationIds))
			.param("limit", PAGE_SIZE)
			.query((rs, row) -> entry(rs))
			.list();
	}

	/** How many mails to organisations have not gone yet. */
	public int waitingFor(String authorityId, Collection<OrganisationId> organisationIds) {
		return this.jdbc.sql("""
				select count(*) from mail where authority_id = :authority
				and addressee = any(cast(:organisations as uuid[])) and state in ('PENDING', 'RETRY')""")
			.param("authority", authorityId)
			.param("organisations", Id.texts(organisationIds))
			.query(Integer.class)
			.single();
	}

	/**
	 * How many mails there are.
	 * @param caseId of one case, or null for all
	 * @param states in these states, or empty for all
	 */
	public int count(String authorityId, @Nullable CaseId caseId, Collection<MailState> states) {
		return count(authorityId, caseId, states, null);
	}

	/**
	 * How many mails to somebody there are.
	 * @param caseId of one case, or null for all
	 * @param states in these states, or empty for all
	 * @param recipient the address, or null for all
	 */
	public int count(String authorityId, @Nullable CaseId caseId, Collection<MailState> states,
			@Nullable String recipient) {
		return this.jdbc.sql("select count(*) from mail where " + condition(caseId, states, recipient))
			.params(parameters(authorityId, caseId, states, recipient))
			.query(Integer.class)
			.single();
	}

	/** How many mails failed or are in doubt. */
	public int failedCount(String authorityId) {
		return count(authorityId, null, TROUBLED);
	}

	/**
	 * On which days people were reminded; what staff are reminded of is their own.
	 * @param zone the authority's zone
	 * @return how many on each of those days
	 */
	public Map<LocalDate, Integer> remindersPerDay(String authorityId, CaseId caseId, ZoneId zone) {
		Map<LocalDate, Integer> perDay = new TreeMap<>();
		this.jdbc.sql("""
				select cast(sent_at at time zone :zone as date) as day, count(*) from mail
				where authority_id = :authority and case_id = :case and state = 'SENT' and\s""" + REMINDS_PEOPLE + """
				group by 1""")
			.param("zone", zone.getId())
			.param("authority", authorityId)
			.param("case", caseId)
			.query((rs) -> {
				perDay.put(rs.getObject(1, LocalDate.class), rs.getInt(2));
			});
		return perDay;
	}

	/**
	 * Sends a mail again that failed or is in doubt.
	 * @throws MailProblem if there is no such mail, if it is in another state, or if
	 * whoever it is for is not to be written to
	 */
	@Transactional
	public void retry(String authorityId, MailId mailId) {
		retry(authorityId, null, mailId);
	}

	/**
	 * Sends a mail again that failed or is in doubt.
	 * @param caseId the case that it belongs to, null for any or none
	 * @throws MailProblem if there is no such mail, if it is in another state, or if
	 * whoever it is for is not to be written to
	 */
	@Transactional
	public void retry(String authorityId, @Nullable CaseId caseId, MailId mailId) {
		record Found(@Nullable CaseId caseId, MailState state, boolean suppressed, boolean told) {
		}
		Found found = this.jdbc.sql("""
				select case_id, state, exists (select from mail_suppression s
					where s.authority_id = mail.authority_id and s.address = lower(mail.recipient))
					or exists (select from mail_refusal r
						where r.authority_id = mail.authority_id and r.addressee = mail.addressee),
					told_at is not null
				from mail where id = :id and authority_id = :authority
					and (cast(:case as uuid) is null or case_id = cast(:case as uuid)) for update""")
			.param("id", mailId)
			.param("case", (caseId != null) ? caseId.toString() : null)
			.param("authority", authorityId)
			.query((rs, row) -> new Found(Columns.idOrNull(rs, 1, CaseId::new), MailState.valueOf(rs.getString(2)),
					rs.getBoolean(3), rs.getBoolean(4)))
			.optional()
			.orElseThrow(MailProblem::unknown);
		if (!TROUBLED.contains(found.state())) {
			throw MailProblem.notRetryable();
		}
		if (found.told()) {
			throw MailProblem.toldOtherwise();
		}
		if (found.suppressed()) {
			throw MailProblem.suppressed();
		}
		this.jdbc.sql("""
				update mail set state = 'PENDING', attempts = 0, tried_since = null, reason = null, due_at = :now,
					lease_id = null, handed_over_at = null
				where id = :id""").param("now", this.clock.instant()).param("id", mailId).update();
		if (found.caseId() != null) {
			this.journal.note(authorityId, found.caseId(), "mail.journal.retried");
		}
		this.events.publishEvent(new MailsPut());
	}

	private static String condition(@Nullable CaseId caseId, Collection<MailState> states, @Nullable String recipient) {
		return "authority_id = :authority" + ((caseId != null) ? " and case_id = :case" : "")
				+ (states.isEmpty() ? "" : " and state in (:states)")
				+ ((recipient != null) ? " and lower(recipient) = lower(:recipient)" : "");
	}

	private static Map<String, Object> parameters(String authorityId, @Nullable CaseId caseId,
			Collection<MailState> states, @Nullable String recipient) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("authority", authorityId);
		if (caseId != null) {
			parameters.put("case", caseId);
		}
		if (recipient != null) {
			parameters.put("recipient", recipient);
		}
		parameters.put("states", states.stream().map(MailState::name).toList());
		return parameters;
	}

	private static Entry entry(ResultSet rs) throws SQLException {
		return new Entry(Columns.id(rs, 1, MailId::new), Columns.idOrNull(rs, 2, CaseId::new), rs.getString(3),
				rs.getString(4), rs.getString(5), MailState.valueOf(rs.getString(6)), rs.getInt(7), rs.getString(8),
				Columns.instant(rs, 9), Columns.instant(rs, 10), Columns.instantOrNull(rs, 11));
	}

	/**
	 * A mail.
	 *
	 * @param recipient to whom
	 * @param kind what sort of mail
	 * @param state where it is on its way
	 * @param attempts how often it has been tried
	 * @param reason why it has not gone: a code of the mail server or a word of ours
	 * @param createdAt when it was put
	 * @param dueAt when it goes, or goes again
	 * @param sentAt when the server took it
	 */
	public record Entry(MailId id, @Nullable CaseId caseId, String recipient, String subject, String kind,
			MailState state, int attempts, @Nullable String reason, Instant createdAt, Instant dueAt,
			@Nullable Instant sentAt) {

		/**
		 * The key of the state's name.
		 * @return with a text in every language
		 */
		public String stateKey() {
			return "mail.state." + this.state;
		}

		/**
		 * The key of the sentence about the reason, which takes the reason as argument.
		 * @return null if there is no reason
		 */
		public @Nullable String reasonKey() {
			if (this.reason == null) {
				return null;
			}
			return "mail.reason." + switch (this.reason.charAt(0)) {
				case '4' -> "later";
				case '5' -> "refused";
				default -> this.reason;
			};
		}

		/**
		 * Whether staff may send it again.
		 * @return true if it failed or is in doubt
		 */
		public boolean retryable() {
			return TROUBLED.contains(this.state);
		}

	}

}
