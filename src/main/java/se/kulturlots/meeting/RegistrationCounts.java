package se.kulturlots.meeting;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many have registered. */
@Component
public class RegistrationCounts {

	private final JdbcClient jdbc;

	RegistrationCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many wait for a seat.
	 * @param consultationId the consultation
	 * @return for each of its meetings where anybody waits
	 */
	public Map<UUID, Integer> waiting(UUID consultationId) {
		Map<UUID, Integer> waiting = new HashMap<>();
		this.jdbc.sql("""
				select r.meeting_id, count(*) as waiting from registration r join meeting m on m.id = r.meeting_id
				where m.consultation_id = :consultation and r.status = 'WAITING' group by r.meeting_id""")
			.param("consultation", consultationId)
			.query((rs) -> {
				waiting.put(rs.getObject(1, UUID.class), rs.getInt(2));
			});
		return waiting;
	}

}
