package se.kulturlots.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/**
 * How far the organisations of a register have come in one or more consultations. Counted
 * anew each time from what stands, in one statement however many there are.
 */
@Component
public class CoverageNumbers {

	private static final String COUNTS = """
			count(*) filter (where p.invited) as invited, count(k.organisation_id) as contacted, count(*) filter (where p.heard) as heard,
			count(*) filter (where p.answered) as answered, count(*) filter (where p.registered) as registered,
			count(*) filter (where p.attended) as attended, count(*) filter (where p.gave_input) as gave_input,
			count(*) filter (where p.got_answer) as got_answer""";

	private static final String PARTS = """
			select %%s, bool_or(invited) as invited, bool_or(answered or registered or gave_input) as heard,
				bool_or(answered) as answered, bool_or(registered) as registered, bool_or(attended) as attended,
				bool_or(gave_input) as gave_input,
				bool_or(gave_input and consultation_id = any(cast(:answers as uuid[]))) as got_answer
			from (
				select i.organisation_id, i.consultation_id, true as invited, i.answer is not null as answered,
					%s as registered, %s as attended, %s as gave_input
				from invitee i
				where i.authority_id = :authority and i.consultation_id = any(cast(:consultations as uuid[]))
				and i.invited_at is not null and i.joined_into is null) told
			group by %%s""".formatted(Invitees.REGISTERED, Invitees.ATTENDED, Invitees.GAVE_INPUT);

	private final JdbcClient jdbc;

	private final Optional<Dispositions> dispositions;

	CoverageNumbers(JdbcClient jdbc, Optional<Dispositions> dispositions) {
		this.jdbc = jdbc;
		this.dispositions = dispositions;
	}

	/**
	 * By municipality, sector and priority group, of all that are in the register.
	 * @param consultations an organisation counts if it came so far in one of them
	 */
	public Table of(String authorityId, Collection<CaseId> consultations) {
		Table table = new Table(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0), new HashMap<>(), new EnumMap<>(Sector.class),
				new HashMap<>(), new EnumMap<>(PriorityGroup.class));
		Counts[] all = { table.all() };
		query("""
				with p as (%s)
				select coalesce(o.municipality_code, '') as municipality, o.sector, o.priority_group,
					grouping(coalesce(o.municipality_code, '')) = 0 as of_municipality, grouping(o.sector) = 0 as of_sector,
					grouping(o.priority_group) = 0 as of_group, count(*) as known, %s
				from organisation o left join p on p.organisation_id = o.id
				left join (select distinct organisation_now(organisation_id) as organisation_id from organisation_contact
					where case_id = any(cast(:consultations as uuid[]))) k on k.organisation_id = o.id
				where o.authority_id = :authority and o.status = 'ACTIVE'
				group by grouping sets ((coalesce(o.municipality_code, ''), o.sector),
					(coalesce(o.municipality_code, '')), (o.sector), (o.priority_group), ())"""
			.formatted(PARTS.formatted("organisation_id", "organisation_id"), COUNTS), authorityId, consultations)
			.query((rs) -> {
				Counts counts = counts(rs);
				boolean place = rs.getBoolean("of_municipality");
				String sector = rs.getString("sector");
				String group = rs.getString("priority_group");
				if (place && sector != null) {
					table.cells().put(new Cell(rs.getString("municipality"), Sector.valueOf(sector)), counts);
				}
				else if (place) {
					table.byMunicipality().put(rs.getString("municipality"), counts);
				}
				else if (sector != null) {
					table.bySector().put(Sector.valueOf(sector), counts);
				}
				else if (group != null) {
					table.byGroup().put(PriorityGroup.valueOf(group), counts);
				}
				else if (!rs.getBoolean("of_group")) {
					all[0] = counts;
				}
			});
		return new Table(all[0], table.byMunicipality(), table.bySector(), table.cells(), table.byGroup());
	}

	/**
	 * How far those invited came in each consultation; removed organisations do not
	 * count.
	 * @return by consultation; those to which nobody has been invited are missing
	 */
	public Map<CaseId, Counts> each(String authorityId, Collection<CaseId> consultations) {
		Map<CaseId, Counts> each = new LinkedHashMap<>();
		query("""
				with p as (%s)
				select p.consultation_id, 0 as known, %s
				from p join organisation o on o.id = p.organisation_id and o.status = 'ACTIVE'
				left join (select distinct organisation_now(organisation_id) as organisation_id, case_id
					from organisation_contact where case_id = any(cast(:consultations as uuid[]))) k
					on k.organisation_id = o.id and k.case_id = p.consultation_id
				group by p.consultation_id"""
			.formatted(PARTS.formatted("organisation_id, consultation_id", "organisation_id, consultation_id"), COUNTS),
				authorityId, consultations)
			.query((rs) -> {
				each.put(Columns.id(rs, "consultation_id", CaseId::new), counts(rs));
			});
		return each;
	}

	private JdbcClient.StatementSpec query(String sql, String authorityId, Collection<CaseId> consultations) {
		return this.jdbc.sql(sql)
			.param("authority", authorityId)
			.param("consultations", Id.texts(consultations))
			.param("answers",
					Id.texts(this.dispositions.map((given) -> given.answered(consultations)).orElse(Set.of())));
	}

	private static Counts counts(ResultSet rs) throws SQLException {
		return new Counts(rs.getInt("known"), rs.getInt("invited"), rs.getInt("contacted"), rs.getInt("heard"),
				rs.getInt("answered"), rs.getInt("registered"), rs.getInt("attended"), rs.getInt("gave_input"),
				rs.getInt("got_answer"));
	}

	/** How far an organisation has come. */
	public enum Stage {

		/** In the register. */
		KNOWN,
		/** Invited. */
		INVITED,
		/** Staff have called, visited or written to it. */
		CONTACTED,
		/** Invited, and has answered, registered or given input. */
		HEARD,
		/** Has answered the invitation. */
		ANSWERED,
		/** Somebody is registered for a meeting. */
		REGISTERED,
		/** Somebody was at a meeting. */
		ATTENDED,
		/** Has given input. */
		GAVE_INPUT,
		/** Has been told what its input led to. */
		GOT_ANSWER;

		/** The key of its name. */
		public String messageKey() {
			return "consultation.stage." + name();
		}

	}

	/** How many organisations came how far. */
	public record Counts(int known, int invited, int contacted, int heard, int answered, int registered, int attended,
			int gaveInput, int gotAnswer) {

		/** How many came so far. */
		public int of(Stage stage) {
			return switch (stage) {
				case KNOWN -> this.known;
				case INVITED -> this.invited;
				case CONTACTED -> this.contacted;
				case HEARD -> this.heard;
				case ANSWERED -> this.answered;
				case REGISTERED -> this.registered;
				case ATTENDED -> this.attended;
				case GAVE_INPUT -> this.gaveInput;
				case GOT_ANSWER -> this.gotAnswer;
			};
		}

	}

	/**
	 * A municipality and a sector.
	 *
	 * @param municipality its code, empty where nobody knows it
	 */
	public record Cell(String municipality, Sector sector) {
	}

	/**
	 * How many came how far.
	 *
	 * @param all of the whole register
	 * @param byMunicipality by its code, empty where nobody knows it
	 */
	public record Table(Counts all, Map<String, Counts> byMunicipality, Map<Sector, Counts> bySector,
			Map<Cell, Counts> cells, Map<PriorityGroup, Counts> byGroup) {

		/** Those of a municipality and a sector, null if there are none. */
		public @Nullable Counts cell(String municipality, Sector sector) {
			return this.cells.get(new Cell(municipality, sector));
		}

		/** The sectors that have anybody. */
		public List<Sector> sectors() {
			return List.copyOf(this.bySector.keySet());
		}

	}

}
