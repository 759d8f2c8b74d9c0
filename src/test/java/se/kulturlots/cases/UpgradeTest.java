package se.kulturlots.cases;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;

/** An installation with consultations under way keeps them when cases come. */
@KulturlotsTest
class UpgradeTest {

	private static final String BEFORE = "202611300610";

	@Autowired
	EmbeddedPostgres postgres;

	@Test
	void everyConsultationBecomesACaseWithAllThatWasKnownOfIt() throws SQLException {
		String name = "upgrade_" + UUID.randomUUID().toString().replace("-", "");
		JdbcClient.create(this.postgres.getPostgresDatabase()).sql("create database " + name).update();
		DataSource database = this.postgres.getDatabase("postgres", name);
		JdbcClient jdbc = JdbcClient.create(database);
		Flyway.configure().dataSource(database).target(BEFORE).load().migrate();
		jdbc.sql("""
				insert into authority (id, version, name, country, zone_id, languages, contact_name, contact_email,
					accent_colour)
				values ('exempel', 0, 'Region Exempel', 'SE', 'Europe/Stockholm', 'sv', 'Kim Exempel',
					'kim@region.example', '#1a5c4c')""").update();
		UUID open = consultation(jdbc, "kulturplan", "OPEN", "DIALOGUE", null);
		UUID planned = consultation(jdbc, "scenkonst", "PLANNED", "PLANNING", null);
		UUID cancelled = consultation(jdbc, "bibliotek", "CANCELLED", "ENDED", "2026-11-20T10:00:00Z");
		UUID meeting = UUID.randomUUID();
		jdbc.sql("""
				insert into meeting (id, version, authority_id, consultation_id, ordinal, kind, food, status, sequence,
					created_at)
				values (:id, 0, 'exempel', :consultation, 1, 'OPEN', false, 'PLANNED', 0, now())""")
			.param("id", meeting)
			.param("consultation", open)
			.update();

		Flyway.configure().dataSource(database).load().migrate();

		assertThat(of(jdbc, open)).containsEntry("title", "Samråd om kulturplan")
			.containsEntry("slug", "kulturplan")
			.containsEntry("kind", "CONSULTATION")
			.containsEntry("responsible_officer", "kim")
			.containsEntry("opened", "2026-10-01 08:00")
			.containsEntry("closed", null)
			.containsEntry("ending", null)
			.containsEntry("published", true);
		assertThat(of(jdbc, planned)).containsEntry("closed", null)
			.containsEntry("ending", null)
			.containsEntry("published", false);
		assertThat(of(jdbc, cancelled)).containsEntry("closed", "2026-11-20 10:00")
			.containsEntry("ending", "CANCELLED")
			.containsEntry("kept", "2028-11-20");
		assertThat(
				jdbc.sql("select case_id from meeting where id = :id").param("id", meeting).query(UUID.class).single())
			.isEqualTo(open);
	}

	private static UUID consultation(JdbcClient jdbc, String slug, String status, String phase, String ended) {
		UUID id = UUID.randomUUID();
		jdbc.sql("""
				insert into consultation (id, version, authority_id, slug, title, subject, plan_from, plan_to,
					decision_date, referral_wanted, number_of_meetings, status, phase, responsible_officer, created_at,
					published_at, ended_at, dispose_after)
				values (:id, 3, 'exempel', :slug, 'Samråd om ' || :slug, 'Vad ska planen handla om?', 2028, 2031,
					'2027-06-01', false, 2, :status, :phase, 'kim', '2026-10-01T08:00:00Z',
					case when :status = 'PLANNED' then null else timestamptz '2026-10-05T08:00:00Z' end,
					cast(:ended as timestamptz), cast(:ended as timestamptz)::date + interval '2 years')""")
			.param("id", id)
			.param("slug", slug)
			.param("status", status)
			.param("phase", phase)
			.param("ended", ended)
			.update();
		return id;
	}

	private static Map<String, Object> of(JdbcClient jdbc, UUID id) {
		return jdbc
			.sql("""
					select c.title, c.slug, c.kind, c.responsible_officer, k.ending, k.published_at is not null as published,
						to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as opened,
						to_char(c.closed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as closed,
						to_char(c.dispose_after, 'YYYY-MM-DD') as kept
					from cases c join consultation k on k.id = c.id where c.id = :id""")
			.param("id", id)
			.query()
			.singleRow();
	}

}
