package se.kulturlots.phonecalls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.Case;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.MailLog;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.phonecalls.PhoneCall.How;
import se.kulturlots.register.ContactLog;

/**
 * Whom the mailings of a case have not reached: they have no address, or the mail to it
 * failed for good. Nobody is among them who has asked not to be written to, is no longer
 * invited, has withdrawn, or has heard it in another way since; nor what is too late to
 * tell, or has been told otherwise since.
 */
@Component
public class PhoneCalls {

	/** How many a page holds. */
	public static final int PAGE_SIZE = 50;

	/** How many letters a file holds. */
	public static final int MOST_LETTERS = 500;

	private static final String FROM = """
			from (
				select u.id, u.authority_id, u.occasion, u.version, u.kind, u.addressee, cast(null as text) as failed,
					u.language, u.subject, u.text_body, u.created_at, u.told_at, u.told_by, u.told_how
				from mail_unreached u where u.case_id = :case
				union all
				select f.id, f.authority_id, f.occasion, f.version, f.kind, coalesce(f.addressee, g.id), f.recipient,
					g.language, f.subject, f.text_body, f.created_at, f.told_at, f.told_by, f.told_how
				from (select * from mail where case_id = :case and state = 'FAILED'
					and not %s) f
				left join registration g on f.addressee is null and (lower(g.email) = lower(f.recipient)
					and g.meeting_id = case when f.occasion like 'meeting:%%' then cast(substr(f.occasion, 9) as uuid) end
					or g.id = case when f.kind = 'meeting-seat' and f.occasion like 'registration:%%'
						then cast(substr(f.occasion, 14) as uuid) end)
				where not exists (select from mail_suppression s where s.authority_id = f.authority_id
					and s.address = lower(f.recipient) and s.reason <> 'bounced')
			) w
			left join organisation o on o.id = organisation_now(w.addressee)
			left join invitee i on i.consultation_id = :case and i.organisation_id = o.id and i.joined_into is null
			left join registration r on r.id = w.addressee
			left join meeting t on t.id = r.meeting_id
			where (o.status <> 'REMOVED' and i.id is not null
				and not exists (select from mail_refusal n
					where n.authority_id = o.authority_id and n.addressee in (w.addressee, o.id))
				and not (w.kind = 'invitation' and (i.answer is not null
					or exists (select from invitee_voice v where v.invitee_id = i.id)
					or exists (select from invitation b
						left join deadline d on d.subject_id = b.id and d.kind = 'ANSWER'
						where b.consultation_id = :case and w.occasion = 'invitation:' || b.id
						and (b.status = 'WITHDRAWN' or d.due_at < :now))))
				and not (w.kind = 'input-referral' and exists (select from invitee_voice v
					where v.invitee_id = i.id and v.kind = 'INPUT' and w.occasion = 'inputPeriod:' || v.occasion_id))
				or o.id is null and r.id is null and w.kind in ('input-referral', 'plan-answer', 'dates-moved')
				or r.status <> 'CANCELLED'
				and (w.kind not in ('meeting-moved', 'meeting-preparation', 'meeting-seat') or t.status = 'PUBLISHED'))
			and not (w.kind = 'input-referral' and exists (select from input_period p where p.consultation_id = :case
				and p.status in ('CLOSED', 'PUBLISHED') and w.occasion = 'inputPeriod:' || p.id))
			and not (w.kind in ('invitation', 'input-referral') and exists (select from cases c
				where c.id = :case and c.closed_at is not null))
			and not exists (select from mail_unreached l where l.authority_id = w.authority_id
				and l.occasion = w.occasion and l.kind = w.kind and l.addressee in (w.addressee, o.id)
				and l.version > w.version)
			and not exists (select from mail l where l.authority_id = w.authority_id
				and l.occasion = w.occasion and l.kind = w.kind and l.version > w.version
				and (l.addressee in (w.addressee, o.id)
					or l.addressee is null and lower(l.recipient) in (lower(w.failed), lower(r.email))))
			"""
		.formatted(MailLog.REMINDS_PEOPLE);

	private static final String OPEN = FROM + "and w.told_at is null ";

	private static final String SELECT = """
			select w.id, coalesce(o.name, r.name, w.failed) as name, coalesce(o.contact_name, r.organisation) as contact,
				coalesce(o.phone, r.phone) as phone, nullif(concat_ws(' ', o.postal_code, o.locality), '') as place,
				o.id as organisation_id, r.meeting_id, w.failed, coalesce(o.language, w.language) as language, w.subject,
				w.text_body, w.created_at, w.told_at, w.told_by, w.told_how\s""";

	private static final String BY_NAME = "order by coalesce(o.name, r.name, w.failed) collate \"sv-x-icu\", w.created_at, w.id "
			+ "limit :most offset :skip";

	private final JdbcClient jdbc;

	private final ContactLog contacts;

	private final Journal journal;

	private final AppClock clock;

	PhoneCalls(JdbcClient jdbc, ContactLog contacts, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.contacts = contacts;
		this.journal = journal;
		this.clock = clock;
	}

	/** How many are still to be told something. */
	public int count(CaseId caseId) {
		return of("select count(*) " + OPEN, caseId).query(Integer.class).single();
	}

	/**
	 * Those still to be told something.
	 * @param skip how many come before them
	 * @param most how many at most
	 * @return by name
	 */
	public List<PhoneCall> open(CaseId caseId, int skip, int most) {
		return of(SELECT + OPEN + BY_NAME, caseId).param("skip", skip)
			.param("most", most)
			.query(PhoneCalls::read)
			.list();
	}

	/**
	 * Those who have been told.
	 * @return the last one first, at most {@link #PAGE_SIZE}
	 */
	public List<PhoneCall> told(CaseId caseId) {
		return of(SELECT + FROM + "and w.told_at is not null order by w.told_at desc, w.id limit :most", caseId)
			.param("most", PAGE_SIZE)
			.query(PhoneCalls::read)
			.list();
	}

	/**
	 * Ticks off. Those whom somebody else has told meanwhile stay theirs.
	 * @param ids what they were to be told
	 * @throws PhoneCallProblem if nobody is chosen, or all have been told already
	 */
	@Transactional
	public void tell(Case of, Collection<PhoneCallId> ids, How how) {
		if (ids.isEmpty()) {
			throw PhoneCallProblem.nobodyChosen();
		}
		List<Chosen> chosen = of("select w.id, o.id " + OPEN + "and w.id = any(cast(:ids as uuid[]))", of.id())
			.param("ids", Id.texts(ids))
			.query((rs, row) -> new Chosen(Columns.id(rs, 1, PhoneCallId::new),
					Columns.idOrNull(rs, 2, OrganisationId::new)))
			.list();
		Set<PhoneCallId> told = tick("mail_unreached where true", chosen, how);
		told.addAll(tick("mail where state = 'FAILED'", chosen, how));
		if (told.isEmpty()) {
			throw PhoneCallProblem.toldAlready();
		}
		this.contacts.noteAll(of.authorityId(), of.id(), how.kind(),
				chosen.stream()
					.filter((each) -> told.contains(each.id()))
					.map(Chosen::organisationId)
					.filter(Objects::nonNull)
					.collect(Collectors.toSet()));
		this.journal.note(of.authorityId(), of.id(), "phonecalls.journal." + how, told.size());
	}

	/** Whoever comes second waits for the first, and finds that it is done. */
	private Set<PhoneCallId> tick(String rows, List<Chosen> chosen, How how) {
		return new HashSet<>(this.jdbc
			.sql("""
					with chosen as (select id from %s and id = any(cast(:ids as uuid[])) and told_at is null order by id for update)
					update %s one set told_at = :now, told_by = :actor, told_how = :how from chosen where one.id = chosen.id
					returning one.id"""
				.formatted(rows, rows.substring(0, rows.indexOf(' '))))
			.param("ids", Id.texts(chosen.stream().map(Chosen::id).toList()))
			.param("now", this.clock.instant())
			.param("actor", this.journal.actor())
			.param("how", how.name())
			.query(Columns.ids(PhoneCallId::new))
			.list());
	}

	private JdbcClient.StatementSpec of(String sql, CaseId caseId) {
		return this.jdbc.sql(sql).param("case", caseId).param("now", this.clock.instant());
	}

	private static PhoneCall read(ResultSet rs, int row) throws SQLException {
		String how = rs.getString("told_how");
		return new PhoneCall(Columns.id(rs, "id", PhoneCallId::new), rs.getString("name"), rs.getString("contact"),
				rs.getString("phone"), rs.getString("place"),
				Columns.idOrNull(rs, "organisation_id", OrganisationId::new),
				Columns.idOrNull(rs, "meeting_id", MeetingId::new), rs.getString("failed"), rs.getString("language"),
				rs.getString("subject"), rs.getString("text_body"), Columns.instant(rs, "created_at"),
				Columns.instantOrNull(rs, "told_at"), rs.getString("told_by"), (how != null) ? How.valueOf(how) : null);
	}

	private record Chosen(PhoneCallId id, @Nullable OrganisationId organisationId) {
	}

}
