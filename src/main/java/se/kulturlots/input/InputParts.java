package se.kulturlots.input;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.Texts;
import se.kulturlots.register.Participation;

/** What somebody has said for organisations in writing. */
@Component
class InputParts implements Participation {

	private final JdbcClient jdbc;

	InputParts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Part> of(String authorityId, Collection<OrganisationId> organisationIds, Texts texts) {
		return this.jdbc.sql("""
				select distinct s.received_at, s.reference, c.title, f.id
				from invitee i
				join invitee_voice v on v.invitee_id = i.id and v.kind = 'INPUT'
				join input_submission s on s.id = v.subject_id
				join input f on f.submission_id = s.id and f.position = 1
				join cases c on c.id = i.consultation_id
				where i.authority_id = :authority and i.organisation_id = any(cast(:ids as uuid[]))
				order by s.received_at desc limit :most""")
			.param("authority", authorityId)
			.param("ids", Id.texts(organisationIds))
			.param("most", MOST)
			.query((rs, row) -> new Part(Columns.instant(rs, "received_at"), texts.t("input.part"),
					rs.getString("title"), "/staff/input/" + rs.getString("id"), rs.getString("reference"), false))
			.list();
	}

}
