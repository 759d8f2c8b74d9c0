package se.kulturlots.consultation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Columns;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.register.Sector;

/**
 * Those who were invited to the consultation that another one begins from, what has
 * changed about them since, and who has come to the register.
 */
@Component
public class EarlierInvitees {

	/** How many of a kind are shown. */
	public static final int MOST = 200;

	/* what hinders an invitation comes before what is only good to know */
	private static final String ROWS = """
			from (
				select o.id, o.name, m.name as municipality, o.sector, o.email, case
						when o.status <> 'ACTIVE' then 'GONE'
						when exists (select from mail_refusal r
							where r.authority_id = o.authority_id and r.addressee = o.id) then 'REFUSES'
						when exists (select from mail_suppression s
							where s.authority_id = o.authority_id and s.address = lower(o.email)) then 'RETURNED'
						when o.email is null then 'NO_EMAIL'
						when exists (select from organisation_join j where j.stays_id = o.id and j.undone_at is null
							and j.joined_at > i.added_at) then 'JOINED'
						when exists (select from organisation_change c where c.organisation_id = o.id
							and c.field = 'email' and c.at > coalesce(i.invited_at, i.added_at)) then 'NEW_ADDRESS'
						else 'SAME' end as since
				from invitee i join organisation o on o.id = i.organisation_id
				left join municipality m on m.code = o.municipality_code
				where i.consultation_id = :earlier and i.authority_id = :authority and i.joined_into is null
				union all
				select o.id, o.name, m.name, o.sector, o.email, 'NEW'
				from organisation o left join municipality m on m.code = o.municipality_code
				where o.authority_id = :authority and o.status = 'ACTIVE' and o.created_at > :after
				and not exists (select from invitee i where i.consultation_id = :earlier and i.organisation_id = o.id)
				and (o.priority_group is not null or o.sector in (select p.sector from invitee i
					join organisation p on p.id = i.organisation_id where i.consultation_id = :earlier))) x
			left join invitee n on n.consultation_id = :consultation and n.organisation_id = x.id
			""";

	private final JdbcClient jdbc;

	private final Consultations consultations;

	private final Invitees invitees;

	private final Journal journal;

	EarlierInvitees(JdbcClient jdbc, Consultations consultations, Invitees invitees, Journal journal) {
		this.jdbc = jdbc;
		this.consultations = consultations;
		this.invitees = invitees;
		this.journal = journal;
	}

	/** How many there are of each, also those on the list already. */
	public Map<Since, Count> counts(Consultation consultation) {
		Map<Since, Count> counts = new EnumMap<>(Since.class);
		query("select x.since, count(*), count(*) filter (where n.id is null)", "group by x.since", consultation)
			.query((rs) -> {
				counts.put(Since.valueOf(rs.getString(1)), new Count(rs.getInt(2), rs.getInt(3)));
			});
		return counts;
	}

	/**
	 * Some of them.
	 * @return by name, {@value #MOST} at most
	 */
	public List<Row> of(Consultation consultation, Since since) {
		return query("select x.id, x.name, x.municipality, x.sector, x.email, n.id is not null as listed",
				"where x.since = :since order by x.name collate \"sv-x-icu\", x.id limit " + MOST, consultation)
			.param("since", since.name())
			.query(Row.class)
			.list();
	}

	/**
	 * Puts all of a kind on the list of those invited.
	 * @return how many came to
	 * @throws ConsultationProblem if the list is confirmed
	 */
	@Transactional
	public int invite(Consultation consultation, Since since) {
		return since.mayBeInvited() ? invite(consultation,
				query("select x.id", "where x.since = :since and n.id is null", consultation)
					.param("since", since.name())
					.query(Columns.ids(OrganisationId::new))
					.list())
				: 0;
	}

	/**
	 * Puts some organisations on the list of those invited.
	 * @return how many came to
	 * @throws ConsultationProblem if the list is confirmed
	 */
	@Transactional
	public int invite(Consultation consultation, List<OrganisationId> organisations) {
		int came = this.invitees.add(consultation, organisations);
		if (came > 0) {
			this.journal.note(consultation.authorityId(), consultation.id(), "journal.consultation.invitedAgain", came,
					earlier(consultation).title());
		}
		return came;
	}

	private JdbcClient.StatementSpec query(String select, String rest, Consultation consultation) {
		Consultation earlier = earlier(consultation);
		Instant after = Objects.requireNonNullElse(earlier.inviteesConfirmedAt(), earlier.createdAt());
		return this.jdbc.sql(select + " " + ROWS + rest)
			.param("authority", consultation.authorityId())
			.param("consultation", consultation.id())
			.param("earlier", earlier.id())
			.param("after", after);
	}

	private Consultation earlier(Consultation consultation) {
		if (consultation.beginsFrom() == null) {
			throw ConsultationProblem.noEarlier();
		}
		return this.consultations.get(consultation.authorityId(), consultation.beginsFrom());
	}

	/** What has become of somebody since the earlier consultation. */
	public enum Since {

		/** It is in the register no longer. */
		GONE,
		/** It does not want to be written to. */
		REFUSES,
		/** What is sent to its address comes back, or is refused there. */
		RETURNED,
		/** There is no address to write to. */
		NO_EMAIL,
		/** Another one was joined with it. */
		JOINED,
		/** It is written to at another address. */
		NEW_ADDRESS,
		/** Nothing. */
		SAME,
		/** It has come to the register, and is of a sector or group that was invited. */
		NEW;

		/** The key of its name. */
		public String messageKey() {
			return "consultation.earlier.since." + name();
		}

		/** Whether it can be put on a list. */
		public boolean mayBeInvited() {
			return this != GONE;
		}

	}

	/**
	 * How many there are.
	 *
	 * @param all all of them
	 * @param unlisted those that are not on the list
	 */
	public record Count(int all, int unlisted) {
	}

	/**
	 * One of them.
	 *
	 * @param municipality the name of its municipality
	 * @param listed whether it is on the list already
	 */
	public record Row(OrganisationId id, String name, @Nullable String municipality, Sector sector,
			@Nullable String email, boolean listed) {
	}

}
