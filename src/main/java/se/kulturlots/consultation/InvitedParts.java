package se.kulturlots.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.Texts;
import se.kulturlots.register.Participation;

/** To what organisations were invited, and to which meetings somebody came for them. */
@Component
class InvitedParts implements Participation {

	private final JdbcClient jdbc;

	InvitedParts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Part> of(String authorityId, Collection<OrganisationId> organisationIds, Texts texts) {
		return Stream
			.concat(invitations(authorityId, organisationIds, texts).stream(),
					meetings(authorityId, organisationIds, texts).stream())
			.toList();
	}

	private List<Part> invitations(String authorityId, Collection<OrganisationId> organisationIds, Texts texts) {
		return of("""
				select coalesce(i.invited_at, i.added_at) as at, c.id, c.title, i.invited_at is not null as invited,
					i.answer, c.closed_at is null as open
				from invitee i join cases c on c.id = i.consultation_id
				where i.authority_id = :authority and i.organisation_id = any(cast(:ids as uuid[]))
				and i.joined_into is null""", authorityId, organisationIds,
				(rs, row) -> new Part(Columns.instant(rs, "at"),
						texts.t(rs.getBoolean("invited") ? "consultation.part.invited" : "consultation.part.onList"),
						rs.getString("title"), "/staff/consultations/" + rs.getString("id"), answer(rs, texts),
						rs.getBoolean("open")));
	}

	private static @Nullable String answer(ResultSet rs, Texts texts) throws SQLException {
		String answer = rs.getString("answer");
		return (answer != null) ? texts.t("invitation.answer." + answer) : null;
	}

	private List<Part> meetings(String authorityId, Collection<OrganisationId> organisationIds, Texts texts) {
		return of("""
				select coalesce((select due_at from deadline where subject_id = m.id and kind = 'MEETING'),
						min(r.registered_at)) as at, m.id, coalesce(m.title, c.title) as title,
					coalesce(bool_or(r.attended), false) as attended
				from invitee i
				join invitee_voice v on v.invitee_id = i.id and v.kind = 'REGISTRATION'
				join registration r on r.id = v.subject_id
				join meeting m on m.id = r.meeting_id
				join cases c on c.id = m.case_id
				where i.authority_id = :authority and i.organisation_id = any(cast(:ids as uuid[]))
				group by m.id, m.title, c.title""", authorityId, organisationIds,
				(rs, row) -> new Part(Columns.instant(rs, "at"), texts.t("consultation.part.meeting"),
						rs.getString("title"), "/staff/meetings/" + rs.getString("id"),
						rs.getBoolean("attended") ? texts.t("consultation.part.attended") : null, false));
	}

	private List<Part> of(String sql, String authorityId, Collection<OrganisationId> organisationIds,
			RowMapper<Part> mapper) {
		return this.jdbc.sql(sql + " order by at desc limit " + MOST)
			.param("authority", authorityId)
			.param("ids", Id.texts(organisationIds))
			.query(mapper)
			.list();
	}

}
