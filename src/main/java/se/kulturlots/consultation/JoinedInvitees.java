package se.kulturlots.consultation;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.register.OrganisationJoins.JoinTakenBack;
import se.kulturlots.register.OrganisationJoins.OrganisationsJoined;

/**
 * Lets invitations follow when two organisations become one. On a list with one of them
 * the other takes its place; on a list with both, what the one that goes has answered and
 * what was said for it is the other's. Links to either go on working.
 */
@Component
class JoinedInvitees {

	private static final String[] JOINED = { """
			insert into invitee_join (join_id, invitee_id, into_id, answer_before, answered_before)
			select :join, g.id, s.id, s.answer, s.answered_at
			from invitee g
			left join invitee s on s.consultation_id = g.consultation_id and s.organisation_id = :stays
			where g.organisation_id = :goes""", """
			update invitee i set organisation_id = :stays from invitee_join j
			where j.join_id = :join and j.invitee_id = i.id and j.into_id is null""", """
			update invitee i set joined_into = j.into_id from invitee_join j
			where j.join_id = :join and j.invitee_id = i.id and j.into_id is not null""", """
			update invitee s set answer = g.answer, answered_at = g.answered_at
			from invitee_join j join invitee g on g.id = j.invitee_id
			where j.join_id = :join and s.id = j.into_id and g.answered_at is not null
			and (s.answered_at is null or s.answered_at < g.answered_at)""", """
			insert into invitee_voice_join (join_id, invitee_id, subject_id)
			select :join, j.invitee_id, v.subject_id
			from invitee_join j join invitee_voice v on v.invitee_id = j.invitee_id
			where j.join_id = :join and j.into_id is not null and not exists (
				select from invitee_voice o where o.invitee_id = j.into_id and o.subject_id = v.subject_id)""", """
			update invitee_voice v set invitee_id = j.into_id
			from invitee_voice_join m join invitee_join j on j.join_id = m.join_id and j.invitee_id = m.invitee_id
			where m.join_id = :join and v.subject_id = m.subject_id and v.invitee_id = m.invitee_id""" };

	private static final String[] TAKEN_BACK = { """
			update invitee_voice v set invitee_id = m.invitee_id
			from invitee_voice_join m join invitee_join j on j.join_id = m.join_id and j.invitee_id = m.invitee_id
			where m.join_id = :join and v.subject_id = m.subject_id and v.invitee_id = j.into_id""", """
			update invitee s set answer = j.answer_before, answered_at = j.answered_before
			from invitee_join j join invitee g on g.id = j.invitee_id
			where j.join_id = :join and s.id = j.into_id and s.answered_at = g.answered_at""", """
			update invitee i set joined_into = null from invitee_join j
			where j.join_id = :join and j.invitee_id = i.id and j.into_id is not null""", """
			update invitee i set organisation_id = o.goes_id
			from invitee_join j join organisation_join o on o.id = j.join_id
			where j.join_id = :join and j.invitee_id = i.id and j.into_id is null""", """
			delete from invitee_voice_join where join_id = :join""", """
			delete from invitee_join where join_id = :join""" };

	private final JdbcClient jdbc;

	JoinedInvitees(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void on(OrganisationsJoined event) {
		for (String statement : JOINED) {
			JdbcClient.StatementSpec spec = this.jdbc.sql(statement).param("join", event.joinId());
			if (statement.contains(":stays")) {
				spec = spec.param("stays", event.staysId());
			}
			if (statement.contains(":goes")) {
				spec = spec.param("goes", event.goesId());
			}
			spec.update();
		}
	}

	@EventListener
	void on(JoinTakenBack event) {
		for (String statement : TAKEN_BACK) {
			this.jdbc.sql(statement).param("join", event.joinId()).update();
		}
	}

}
