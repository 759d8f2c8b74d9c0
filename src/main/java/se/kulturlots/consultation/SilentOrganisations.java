package se.kulturlots.consultation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.PhoneNumber;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/** The organisations of a register that a consultation has not heard. */
@Component
public class SilentOrganisations {

	/** How many a page holds. */
	public static final int PAGE_SIZE = 50;

	private final JdbcClient jdbc;

	SilentOrganisations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many there are. */
	public int count(String authorityId, CaseId consultationId, Which which, OrganisationFilter filter) {
		return query("select count(*)", "", authorityId, consultationId, which, filter).query(Integer.class).single();
	}

	/**
	 * Some of them.
	 * @param filter municipality, sector and priority group count
	 * @param skip how many come before them
	 * @param most how many at most
	 * @return by name
	 */
	public List<Row> find(String authorityId, CaseId consultationId, Which which, OrganisationFilter filter, int skip,
			int most) {
		return query(
				"select o.id, o.name, m.name as municipality, o.sector, o.priority_group, o.email, o.phone, "
						+ "t.day as contacted",
				" order by o.name collate \"sv-x-icu\", o.seq limit :most offset :skip", authorityId, consultationId,
				which, filter)
			.param("most", most)
			.param("skip", skip)
			.query(Row.class)
			.list();
	}

	private JdbcClient.StatementSpec query(String what, String order, String authorityId, CaseId consultationId,
			Which which, OrganisationFilter filter) {
		StringBuilder sql = new StringBuilder(what).append("""
				 from organisation o
				left join municipality m on m.code = o.municipality_code
				left join invitee i on i.organisation_id = o.id and i.consultation_id = :consultation
				left join (select organisation_now(organisation_id) as organisation_id, max(day) as day
					from organisation_contact where case_id = :consultation group by 1) t on t.organisation_id = o.id
				where o.authority_id = :authority and o.status = 'ACTIVE' and\s""").append(which.condition);
		Map<String, Object> parameters = new HashMap<>();
		if (OrganisationFilter.UNKNOWN.equals(filter.municipality())) {
			sql.append(" and o.municipality_code is null");
		}
		else if (filter.municipality() != null) {
			sql.append(" and o.municipality_code = :municipality");
			parameters.put("municipality", filter.municipality());
		}
		if (filter.sector() != null) {
			sql.append(" and o.sector = :sector");
			parameters.put("sector", filter.sector().name());
		}
		if (filter.priorityGroup() != null) {
			sql.append(" and o.priority_group = :group");
			parameters.put("group", filter.priorityGroup().name());
		}
		return this.jdbc.sql(sql.append(order).toString())
			.param("authority", authorityId)
			.param("consultation", consultationId)
			.params(parameters);
	}

	/** Which of those not heard. */
	public enum Which {

		/** Invited, but nothing has been heard. */
		SILENT(Invitees.SILENT),
		/** In the register, but not invited. */
		NOT_INVITED("i.invited_at is null");

		private final String condition;

		Which(String condition) {
			this.condition = condition;
		}

		/** The key of its name. */
		public String messageKey() {
			return "consultation.silent." + name();
		}

	}

	/**
	 * An organisation that has not been heard.
	 *
	 * @param municipality the name of its municipality
	 * @param phone with country code
	 * @param contacted when staff last were in touch about the consultation
	 */
	public record Row(OrganisationId id, String name, @Nullable String municipality, Sector sector,
			@Nullable PriorityGroup priorityGroup, @Nullable String email, @Nullable String phone,
			@Nullable LocalDate contacted) {

		/** The number as people write it, or null. */
		public @Nullable String shownPhone() {
			return (this.phone != null) ? new PhoneNumber(this.phone).display() : null;
		}

	}

}
