package se.kulturlots.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Invitee.Answer;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.Lots;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.Removed;
import se.kulturlots.journal.Journal;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/** The list of those invited to a consultation, and what has been heard from them. */
@Component
public class Invitees {

	static final String REGISTERED = "exists (select 1 from invitee_voice v where v.invitee_id = i.id and v.kind = 'REGISTRATION')";

	static final String GAVE_INPUT = "exists (select 1 from invitee_voice v where v.invitee_id = i.id and v.kind = 'INPUT')";

	static final String ATTENDED = """
			exists (select 1 from invitee_voice v join registration r on r.id = v.subject_id
			where v.invitee_id = i.id and v.kind = 'REGISTRATION' and r.status = 'REGISTERED' and r.attended)""";

	static final String SILENT = "i.invited_at is not null and i.answer is null "
			+ "and not exists (select 1 from invitee_voice v where v.invitee_id = i.id)";

	private static final String SELECT = "select " + REGISTERED + " as registered, " + GAVE_INPUT + " as gave_input, "
			+ """
						i.id, i.authority_id, i.consultation_id, i.organisation_id, o.name, o.email, o.phone, o.language,
						m.name as municipality, o.sector, o.priority_group, i.invited_at, i.answer
					from invitee i
					join organisation o on o.id = i.organisation_id
					left join municipality m on m.code = o.municipality_code
					""";

	private final JdbcClient jdbc;

	private final Journal journal;

	private final AppClock clock;

	Invitees(JdbcClient jdbc, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Everyone on the list.
	 * @return by name
	 */
	public List<Invitee> of(CaseId consultationId) {
		return list(consultationId, "true");
	}

	/**
	 * A page of the list.
	 * @param skip how many come before it
	 * @param most how many stand on it
	 * @return by name
	 */
	public List<Invitee> of(CaseId consultationId, int skip, int most) {
		return this.jdbc
			.sql(SELECT + "where i.consultation_id = :consultation and o.status <> 'REMOVED' "
					+ "order by o.name collate \"sv-x-icu\", i.id limit :most offset :skip")
			.param("consultation", consultationId)
			.param("most", most)
			.param("skip", skip)
			.query(Invitees::read)
			.list();
	}

	/** The organisations on the list. */
	public Set<OrganisationId> organisationIds(CaseId consultationId) {
		return this.jdbc.sql("""
				select i.organisation_id from invitee i join organisation o on o.id = i.organisation_id
				where i.consultation_id = :consultation and o.status <> 'REMOVED'""")
			.param("consultation", consultationId)
			.query(Columns.ids(OrganisationId::new))
			.set();
	}

	/**
	 * All invitations to organisations that are reached at an address.
	 * @param authorityId whose consultations
	 * @return the latest first
	 */
	public List<Invitee> reachedAt(String authorityId, String email) {
		return this.jdbc.sql(SELECT + """
				where i.authority_id = :authority and lower(o.email) = lower(:email) and i.invited_at is not null
				order by i.invited_at desc""")
			.param("authority", authorityId)
			.param("email", email)
			.query(Invitees::read)
			.list();
	}

	/**
	 * Some of those on the list.
	 * @return by name
	 */
	public List<Invitee> of(CaseId consultationId, Which which) {
		return list(consultationId, which.condition);
	}

	/**
	 * Goes through some of those on the list, as many at a time as memory holds easily.
	 * @param work what is done with each lot
	 */
	public void forEachLot(CaseId consultationId, Which which, Consumer<List<Invitee>> work) {
		forEachLot(consultationId, which.condition, Map.of(), work);
	}

	/**
	 * Goes through those invited for whom nobody has spoken on an occasion.
	 * @param occasionId a meeting or an input period
	 * @param work what is done with each lot
	 */
	public void forEachLotSilentOn(CaseId consultationId, Id occasionId, Consumer<List<Invitee>> work) {
		forEachLot(consultationId, """
				i.invited_at is not null and not exists (select 1 from invitee_voice v
				where v.invitee_id = i.id and v.occasion_id = :occasion)""", Map.of("occasion", occasionId), work);
	}

	private void forEachLot(CaseId consultationId, String condition, Map<String, ?> parameters,
			Consumer<List<Invitee>> work) {
		Lots.forEach((after) -> this.jdbc
			.sql(SELECT + "where i.consultation_id = :consultation and o.status <> 'REMOVED' and (" + condition
					+ ") and i.id > :after order by i.id limit :most")
			.param("consultation", consultationId)
			.param("after", after)
			.param("most", Lots.SIZE)
			.params(parameters)
			.query(Invitees::read)
			.list(), Invitee::id, work);
	}

	/**
	 * How many have come how far.
	 * @return the numbers of now
	 */
	public InviteeNumbers numbers(CaseId consultationId) {
		return this.jdbc
			.sql("""
					select count(*) as on_list, count(*) filter (where o.email is null) as without_email,
					count(i.invited_at) as invited,
						count(*) filter (where i.invited_at is not null and i.answer is not null) as answered,
						count(*) filter (where i.invited_at is not null and i.answer = 'COMING') as coming,
						count(*) filter (where i.invited_at is not null and i.answer = 'NOT_COMING') as not_coming,
						count(*) filter (where i.invited_at is not null and %2$s) as registered,
						count(*) filter (where i.invited_at is not null and %3$s) as gave_input,
						count(*) filter (where %1$s) as silent,
						count(*) filter (where %1$s and o.priority_group is not null) as priority_silent
					from invitee i join organisation o on o.id = i.organisation_id
					where i.consultation_id = :consultation and o.status <> 'REMOVED'"""
				.formatted(Which.SILENT.condition, REGISTERED, GAVE_INPUT))
			.param("consultation", consultationId)
			.query(InviteeNumbers.class)
			.single();
	}

	/** How many of some of those on the list there are. */
	public int count(CaseId consultationId, Which which) {
		return this.jdbc
			.sql("""
					select count(*) from invitee i join organisation o on o.id = i.organisation_id
					where i.consultation_id = :consultation and o.status <> 'REMOVED' and\s""" + "(" + which.condition
					+ ")")
			.param("consultation", consultationId)
			.query(Integer.class)
			.single();
	}

	/** For how many of the invited somebody has been at a meeting. */
	public int attended(CaseId consultationId) {
		return this.jdbc.sql("""
				select count(*)
				from invitee i join organisation o on o.id = i.organisation_id and o.status <> 'REMOVED'
				where i.consultation_id = :consultation and i.invited_at is not null and\s""" + ATTENDED)
			.param("consultation", consultationId)
			.query(Integer.class)
			.single();
	}

	/**
	 * How many answered the invitation on each day.
	 * @param zone the authority's zone
	 * @return the days with answers
	 */
	public Map<LocalDate, Integer> answersPerDay(CaseId consultationId, ZoneId zone) {
		Map<LocalDate, Integer> perDay = new TreeMap<>();
		this.jdbc.sql("""
				select cast(answered_at at time zone :zone as date) as day, count(*) from invitee
				where consultation_id = :consultation and answered_at is not null and joined_into is null group by 1""")
			.param("zone", zone.getId())
			.param("consultation", consultationId)
			.query((rs) -> {
				perDay.put(rs.getObject(1, LocalDate.class), rs.getInt(2));
			});
		return perDay;
	}

	private List<Invitee> list(CaseId consultationId, String condition) {
		return this.jdbc
			.sql(SELECT + "where i.consultation_id = :consultation and o.status <> 'REMOVED' and (" + condition
					+ ") order by o.name collate \"sv-x-icu\", i.id")
			.param("consultation", consultationId)
			.query(Invitees::read)
			.list();
	}

	/**
	 * One on the list; of one that was joined with another on it, the other. Whoever was
	 * removed from the register is on no list.
	 * @param id its id on the list
	 * @return the invitee, or nothing
	 */
	public Optional<Invitee> find(InviteeId id) {
		return this.jdbc.sql(SELECT + "where i.id = invitee_now(:id) and o.status <> 'REMOVED'")
			.param("id", id)
			.query(Invitees::read)
			.optional();
	}

	private static Invitee read(ResultSet rs, int row) throws SQLException {
		String group = rs.getString("priority_group");
		String answer = rs.getString("answer");
		return new Invitee(Columns.id(rs, "id", InviteeId::new), rs.getString("authority_id"),
				Columns.id(rs, "consultation_id", CaseId::new), Columns.id(rs, "organisation_id", OrganisationId::new),
				rs.getString("name"), rs.getString("email"), rs.getString("phone"), rs.getString("language"),
				rs.getString("municipality"), Sector.valueOf(rs.getString("sector")),
				(group != null) ? PriorityGroup.valueOf(group) : null, Columns.instantOrNull(rs, "invited_at"),
				(answer != null) ? Answer.valueOf(answer) : null, rs.getBoolean("registered"),
				rs.getBoolean("gave_input"));
	}

	/**
	 * Puts organisations on the list; those on it already stay.
	 * @param organisationIds active organisations of the same authority, others are left
	 * out
	 * @return how many came to
	 * @throws ConsultationProblem if the list is confirmed
	 */
	@Transactional
	public int add(Consultation consultation, Collection<OrganisationId> organisationIds) {
		requireOpen(consultation);
		return put(consultation, organisationIds);
	}

	/**
	 * Puts organisations on a list that is confirmed already; those on it stay.
	 * @param organisationIds as for {@link #add}
	 * @return how many came to
	 * @throws ConsultationProblem if the consultation has ended
	 * @see LateInvitations
	 */
	@Transactional
	public int addLate(Consultation consultation, Collection<OrganisationId> organisationIds) {
		consultation.requireUnderWay();
		return put(consultation, organisationIds);
	}

	private int put(Consultation consultation, Collection<OrganisationId> organisationIds) {
		this.jdbc.sql("""
				delete from invitee_removed where consultation_id = :consultation
				and organisation_id = any(cast(:ids as uuid[]))""")
			.param("consultation", consultation.id())
			.param("ids", Id.texts(organisationIds))
			.update();
		return this.jdbc.sql("""
				insert into invitee (id, authority_id, consultation_id, organisation_id, added_at)
				select gen_random_uuid(), o.authority_id, :consultation, o.id, :now from organisation o
				where o.authority_id = :authority and o.status = 'ACTIVE' and o.id = any(cast(:ids as uuid[]))
				on conflict (consultation_id, organisation_id) do nothing""")
			.param("consultation", consultation.id())
			.param("authority", consultation.authorityId())
			.param("now", this.clock.instant())
			.param("ids", Id.texts(organisationIds))
			.update();
	}

	/**
	 * Takes organisations off the list; they can be put back.
	 * @param organisationIds which
	 * @return how many left
	 * @throws ConsultationProblem if the list is confirmed
	 */
	@Transactional
	public int remove(Consultation consultation, Collection<OrganisationId> organisationIds) {
		requireOpen(consultation);
		int left = this.jdbc.sql("""
				with gone as (delete from invitee where consultation_id = :consultation
					and organisation_id = any(cast(:ids as uuid[])) returning authority_id, organisation_id)
				insert into invitee_removed (authority_id, consultation_id, organisation_id, removed_at)
				select authority_id, :consultation, organisation_id, :now from gone
				on conflict (consultation_id, organisation_id) do update set removed_at = :now""")
			.param("consultation", consultation.id())
			.param("now", this.clock.instant())
			.param("ids", Id.texts(organisationIds))
			.update();
		if (left > 0) {
			this.journal.note(consultation.authorityId(), consultation.id(), "journal.consultation.inviteesRemoved",
					left);
		}
		return left;
	}

	/**
	 * Puts organisations that were taken off the list back.
	 * @param organisationIds which
	 * @return how many came back
	 * @throws ConsultationProblem if the list is confirmed
	 */
	@Transactional
	public int restore(Consultation consultation, Collection<OrganisationId> organisationIds) {
		List<OrganisationId> gone = removed(consultation.id()).stream()
			.map(Named::id)
			.filter(organisationIds::contains)
			.toList();
		int back = add(consultation, gone);
		if (back > 0) {
			this.journal.note(consultation.authorityId(), consultation.id(), "journal.consultation.inviteesRestored",
					back);
		}
		return back;
	}

	/**
	 * Those that were taken off the list and can be put back.
	 * @return the last one first, a few hundred at most
	 */
	public List<Named> removed(CaseId consultationId) {
		return this.jdbc.sql("""
				select o.id, o.name from invitee_removed r join organisation o on o.id = r.organisation_id
				where r.consultation_id = :consultation and o.status = 'ACTIVE' and not exists (select from invitee i
					where i.consultation_id = r.consultation_id and i.organisation_id = o.id)
				order by r.removed_at desc, o.name collate "sv-x-icu", o.id limit 200""")
			.param("consultation", consultationId)
			.query(Named.class)
			.list();
	}

	/** Deletes those that can no longer be had back. */
	@Scheduled(fixedDelayString = "${kulturlots.forget-removed.every:PT6H}",
			initialDelayString = "${kulturlots.forget-removed.every:PT6H}")
	public void forgetRemoved() {
		this.jdbc.sql("delete from invitee_removed where removed_at < :before")
			.param("before", Removed.forgottenBefore(this.clock.instant()))
			.update();
	}

	/**
	 * Some of those on the list, by what they are called.
	 * @param organisationIds which
	 * @return by name
	 */
	public List<Named> named(CaseId consultationId, Collection<OrganisationId> organisationIds) {
		return this.jdbc.sql("""
				select o.id, o.name from invitee i join organisation o on o.id = i.organisation_id
				where i.consultation_id = :consultation and o.id = any(cast(:ids as uuid[]))
				order by o.name collate "sv-x-icu", o.id""")
			.param("consultation", consultationId)
			.param("ids", Id.texts(organisationIds))
			.query(Named.class)
			.list();
	}

	private static void requireOpen(Consultation consultation) {
		if (consultation.inviteesConfirmedAt() != null) {
			throw ConsultationProblem.inviteesFixed();
		}
	}

	/**
	 * Notes that the invitation goes out to everyone who can be written to.
	 * @param at when it goes
	 */
	public void invited(CaseId consultationId, Instant at) {
		this.jdbc.sql("""
				update invitee set invited_at = :at where consultation_id = :consultation and invited_at is null""")
			.param("at", at)
			.param("consultation", consultationId)
			.update();
	}

	/**
	 * Notes an answer to the invitation; the latest one counts.
	 * @param id the id on the list
	 */
	public void answered(InviteeId id, Answer answer) {
		this.jdbc.sql("update invitee set answered_at = :now, answer = :answer where id = :id")
			.param("now", this.clock.instant())
			.param("answer", answer.name())
			.param("id", id)
			.update();
	}

	/** An organisation by its name. */
	public record Named(OrganisationId id, String name) {
	}

	/** Some of those on the list. */
	public enum Which {

		/** Everyone. */
		ALL("true"),
		/** Those whose invitation has not gone out. */
		NOT_INVITED("i.invited_at is null"),
		/** Those whose invitation has gone out. */
		INVITED("i.invited_at is not null"),
		/** Those of them who have not said that they stay away. */
		NOT_DECLINED("i.invited_at is not null and i.answer is distinct from 'NOT_COMING'"),
		/** Those invited from whom nothing has been heard. */
		SILENT(Invitees.SILENT),
		/** Those of them that belong to a priority group. */
		PRIORITY_SILENT(Invitees.SILENT + " and o.priority_group is not null"),
		/**
		 * Those invited who have registered for no meeting and have not said that they
		 * stay away.
		 */
		UNREGISTERED("i.invited_at is not null and not " + REGISTERED + " and i.answer is distinct from 'NOT_COMING'"),
		/** Those invited who have not given input. */
		WITHOUT_INPUT("i.invited_at is not null and not " + GAVE_INPUT);

		private final String condition;

		Which(String condition) {
			this.condition = condition;
		}

	}

}
