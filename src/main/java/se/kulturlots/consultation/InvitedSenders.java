package se.kulturlots.consultation;

import java.sql.Types;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.PlainText;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.RegistrationId;

/**
 * Tells for which of those invited somebody speaks who registers or gives input. It is
 * the same for every channel: the public form, staff on behalf, a personal link.
 * Reminders, counts and the lists of those still silent go by what is noted here, and by
 * nothing else; what is withdrawn is noted no longer.
 * <p>
 * Whoever comes by the personal link of an invitation speaks for the organisation that
 * was invited with it, unless they name another. Everybody else speaks for
 * <ol>
 * <li>the organisation they name, in whatever spelling ({@link PlainText#key}), from
 * whatever address they write; of several with that name the one that is reached at their
 * address, if there is one;</li>
 * <li>if they name none that is invited, every organisation that was invited at their
 * address: several may share it.</li>
 * </ol>
 * Organisations removed from the register count for nothing; the name and the address of
 * one that was joined with another are that one's too. What this costs does not grow with
 * the list: organisations and invitees are looked up by index.
 */
@Component
public class InvitedSenders {

	/*
	 * lateral joins and arrays keep the plan from reading whole lists, whatever it
	 * expects
	 */
	private static final String SPOKEN_FOR = """
			with candidate as materialized (
				select o.id, 0 as place from invitee i join organisation o on o.id = i.organisation_id
				where i.id = invitee_now(:invitee) and i.consultation_id = :consultation and (:name = '' or o.name_key = :name)
				and o.status in ('ACTIVE', 'PENDING')
				union all
				select n.id, case when lower(o.email) = lower(cast(:email as text)) then 1 else 2 end as place
				from organisation o
				join organisation n on n.id = organisation_now(o.id) and n.status in ('ACTIVE', 'PENDING')
				where o.authority_id = :authority and o.name_key = :name
				union all
				select n.id, 3 from organisation o
				join organisation n on n.id = organisation_now(o.id) and n.status in ('ACTIVE', 'PENDING')
				where o.authority_id = :authority and lower(o.email) = lower(cast(:email as text))),
			invited as materialized (
				select i.id, min(c.place) over () as best, c.place from candidate c cross join lateral (
					select id from invitee where consultation_id = :consultation and organisation_id = c.id limit 1) i)
			insert into invitee_voice (invitee_id, kind, occasion_id, subject_id, by_link)
			select distinct id, :kind, :occasion, :subject, place = 0 from invited where place = best
			""";

	/** What the personal link of an invitation is for. */
	public static final String INVITATION = "invitation";

	private final JdbcClient jdbc;

	private final PersonalLinks links;

	InvitedSenders(JdbcClient jdbc, PersonalLinks links) {
		this.jdbc = jdbc;
		this.links = links;
	}

	/**
	 * Notes who is registered for a meeting; said again, it is decided anew.
	 * @param authorityId whose consultation
	 * @param organisation for whom they say they come, or null
	 * @param email their address, or null
	 * @param link how the link is referred to by which they came, null if by none; by
	 * which they came first is remembered
	 */
	@Transactional
	public void registered(String authorityId, CaseId consultationId, MeetingId meetingId,
			RegistrationId registrationId, @Nullable String organisation, @Nullable EmailAddress email,
			@Nullable String link) {
		heard("REGISTRATION", authorityId, consultationId, meetingId, registrationId, organisation, email, link);
	}

	/**
	 * Notes who gave input; said again, it is decided anew.
	 * @param authorityId whose consultation
	 * @param submissionId what they sent
	 * @param organisation for whom they say they speak, or null
	 * @param email their address, or null
	 * @param link how the link is referred to by which they came, null if by none; by
	 * which they came first is remembered
	 */
	@Transactional
	public void gaveInput(String authorityId, CaseId consultationId, InputPeriodId periodId, SubmissionId submissionId,
			@Nullable String organisation, @Nullable EmailAddress email, @Nullable String link) {
		heard("INPUT", authorityId, consultationId, periodId, submissionId, organisation, email, link);
	}

	/**
	 * Notes that something no longer stands: input that was withdrawn, a registration
	 * that was cancelled.
	 * @param subjectId the registration or what was sent
	 */
	public void withdrawn(Id subjectId) {
		this.jdbc.sql("delete from invitee_voice where subject_id = :subject").param("subject", subjectId).update();
	}

	// nobody invited costs the same: how long it takes must not tell
	private void heard(String kind, String authorityId, CaseId consultationId, Id occasionId, Id subjectId,
			@Nullable String organisation, @Nullable EmailAddress email, @Nullable String link) {
		Optional<InviteeId> came = Optional.ofNullable(link)
			.flatMap((reference) -> this.links.subject(INVITATION, reference, InviteeId::new));
		Optional<InviteeId> cameBefore = this.jdbc
			.sql("delete from invitee_voice where subject_id = :subject returning invitee_id, by_link")
			.param("subject", subjectId)
			.query((rs, row) -> rs.getBoolean(2) ? Columns.id(rs, 1, InviteeId::new) : null)
			.list()
			.stream()
			.filter(Objects::nonNull)
			.findFirst();
		this.jdbc.sql(SPOKEN_FOR)
			.param("kind", kind)
			.param("invitee", came.or(() -> cameBefore).orElse(null), Types.OTHER)
			.param("authority", authorityId)
			.param("consultation", consultationId)
			.param("occasion", occasionId)
			.param("subject", subjectId)
			.param("name", (organisation != null) ? PlainText.key(organisation) : "")
			.param("email", (email != null) ? email.value() : null)
			.update();
	}

}
