package se.kulturlots.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;

/** How many have registered. */
@Component
public class RegistrationCounts {

	private final JdbcClient jdbc;

	RegistrationCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many wait for a seat.
	 * @return for each of its meetings where anybody waits
	 */
	public Map<MeetingId, Integer> waiting(CaseId caseId) {
		Map<MeetingId, Integer> waiting = new HashMap<>();
		this.jdbc.sql("""
				select r.meeting_id, count(*) as waiting from registration r join meeting m on m.id = r.meeting_id
				where m.case_id = :case and r.status = 'WAITING' group by r.meeting_id""")
			.param("case", caseId)
			.query((rs) -> {
				waiting.put(Columns.id(rs, 1, MeetingId::new), rs.getInt(2));
			});
		return waiting;
	}

	/**
	 * What sorts of people have registered, at all meetings together.
	 * @return the most first
	 */
	public List<Share> byKind(CaseId caseId) {
		return shares(caseId, "r.kind", "");
	}

	/**
	 * From where people have registered, at all meetings together.
	 * @return the most first, what is not known last
	 */
	public List<Share> byMunicipality(CaseId caseId) {
		return shares(caseId, "p.name", "left join municipality p on p.code = r.municipality_code");
	}

	private List<Share> shares(CaseId caseId, String what, String join) {
		return this.jdbc.sql("""
				select %s as name, count(*) as registered, count(*) filter (where r.attended) as attended
				from meeting m join registration r on r.meeting_id = m.id %s
				where m.case_id = :case and r.status = 'REGISTERED'
				group by 1 order by 1 is null, 2 desc, 1""".formatted(what, join))
			.param("case", caseId)
			.query(Share.class)
			.list();
	}

	/**
	 * How many took part in the meetings of a case: as it was recorded for each of them,
	 * else those who were ticked off.
	 */
	public int participants(CaseId caseId) {
		return this.jdbc.sql("""
				select coalesce(sum(coalesce(m.participants, (select count(*) from registration r
					where r.meeting_id = m.id and r.status = 'REGISTERED' and r.attended))), 0)
				from meeting m where m.case_id = :case""").param("case", caseId).query(Integer.class).single();
	}

	/**
	 * How many registered on each day, for any meeting.
	 * @param zone the authority's zone
	 * @return the days on which somebody did
	 */
	public Map<LocalDate, Integer> perDay(CaseId caseId, ZoneId zone) {
		Map<LocalDate, Integer> perDay = new TreeMap<>();
		this.jdbc.sql("""
				select cast(r.registered_at at time zone :zone as date) as day, count(*)
				from meeting m join registration r on r.meeting_id = m.id
				where m.case_id = :case and r.status = 'REGISTERED' group by 1""")
			.param("zone", zone.getId())
			.param("case", caseId)
			.query((rs) -> {
				perDay.put(rs.getObject(1, LocalDate.class), rs.getInt(2));
			});
		return perDay;
	}

	/**
	 * Some of those who have registered.
	 *
	 * @param name what they have in common, null if it is not known
	 * @param registered how many have a seat
	 * @param attended how many of them were there
	 */
	public record Share(@Nullable String name, int registered, int attended) {
	}

}
