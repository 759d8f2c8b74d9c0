package se.kulturlots.consultation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.workflow.CaseTitles;

/** Gives the module of the processes the names of consultations. */
@Component
class ConsultationTitles implements CaseTitles {

	private final JdbcClient jdbc;

	ConsultationTitles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<UUID, String> titles(Collection<UUID> consultationIds) {
		Map<UUID, String> titles = new HashMap<>();
		this.jdbc.sql("select id, title from consultation where id = any(cast(:ids as uuid[]))")
			.param("ids", consultationIds.stream().map(UUID::toString).toArray(String[]::new))
			.query((rs) -> {
				titles.put(rs.getObject("id", UUID.class), rs.getString("title"));
			});
		return titles;
	}

}
