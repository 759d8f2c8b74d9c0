package se.kulturlots.cases;

import java.sql.SQLException;
import java.util.List;
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
		DataSource database = before();
		JdbcClient jdbc = JdbcClient.create(database);
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

	@Test
	void processesUnderWayCallTheirCaseACase() throws SQLException {
		DataSource database = before();
		JdbcClient jdbc = JdbcClient.create(database);
		List<String> tables = List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail");
		for (String table : tables) {
			jdbc.sql("create table " + table + " (name_ varchar(255))").update();
			jdbc.sql("insert into " + table + " values ('consultationId'), ('responsibleOfficer')").update();
		}

		Flyway.configure().dataSource(database).load().migrate();

		assertThat(tables)
			.allSatisfy((table) -> assertThat(jdbc.sql("select name_ from " + table).query(String.class).list())
				.containsExactlyInAnyOrder("caseId", "responsibleOfficer"));
	}

	@Test
	void everyDateMovesHomeAndWhatBelongsToACycleFollowsIt() throws SQLException {
		DataSource database = before();
		JdbcClient jdbc = JdbcClient.create(database);
		UUID cycle = consultation(jdbc, "kulturplan", "OPEN", "DIALOGUE", null);
		UUID meeting = UUID.randomUUID();
		UUID invitation = UUID.randomUUID();
		UUID period = UUID.randomUUID();
		UUID over = UUID.randomUUID();
		jdbc.sql("""
				update consultation set inventory_last_day = '2026-12-01', answer_last_day = '2027-01-15',
					input_opens = '2026-12-10', input_last_day = '2027-02-10'""").update();
		jdbc.sql(
				"""
						insert into meeting (id, version, authority_id, consultation_id, ordinal, kind, title, starts_at, ends_at,
							place, registration_last_day, food, status, sequence, created_at)
						values (:id, 0, 'exempel', :consultation, 1, 'OPEN', 'Möte', '2027-01-20T17:00:00Z',
							'2027-01-20T19:00:00Z', 'Biblioteket', '2027-01-12', false, 'PUBLISHED', 0, now())""")
			.param("id", meeting)
			.param("consultation", cycle)
			.update();
		jdbc.sql("""
				insert into invitation (id, version, authority_id, consultation_id, answer_last_day, status)
				values (:id, 0, 'exempel', :consultation, '2027-01-18', 'DRAFT')""")
			.param("id", invitation)
			.param("consultation", cycle)
			.update();
		for (UUID id : List.of(period, over)) {
			jdbc.sql(
					"""
							insert into input_period (id, version, authority_id, consultation_id, kind, status, opens, created_at,
								opened_at, closed_at)
							values (:id, 0, 'exempel', :consultation, 'INPUT', :status, '2026-12-10', now(),
								case when :status = 'CLOSED' then now() end, case when :status = 'CLOSED' then now() end)""")
				.param("id", id)
				.param("consultation", cycle)
				.param("status", id.equals(over) ? "CLOSED" : "PLANNED")
				.update();
			jdbc.sql("""
					insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at)
					values (:id, 'exempel', :id, 'INPUT', '2027-02-10', '2027-02-10T23:00:00Z', 1, now())""")
				.param("id", id)
				.update();
		}

		Flyway.configure().dataSource(database).load().migrate();

		assertThat(dates(jdbc, cycle)).containsExactly("ANSWER 2027-01-16 00:00", "DECISION 2027-06-02 00:00",
				"INPUT 2027-02-11 00:00", "INVENTORY 2026-12-02 00:00", "OPENING 2026-12-10 00:00");
		assertThat(dates(jdbc, meeting)).containsExactly("MEETING 2027-01-20 18:00", "MEETING_END 2027-01-20 20:00",
				"REGISTRATION 2027-01-13 00:00");
		assertThat(dates(jdbc, invitation)).containsExactly("ANSWER 2027-01-19 00:00 follows");
		assertThat(dates(jdbc, period)).containsExactly("INPUT 2027-02-11 00:00 follows",
				"OPENING 2026-12-10 00:00 follows");
		assertThat(dates(jdbc, over)).containsExactly("INPUT 2027-02-11 00:00", "OPENING 2026-12-10 00:00");
	}

	private static List<String> dates(JdbcClient jdbc, UUID subject) {
		return jdbc.sql("""
				select kind || to_char(due_at at time zone 'Europe/Stockholm', ' YYYY-MM-DD HH24:MI')
					|| case when follows is null then '' else ' follows' end
				from deadline where subject_id = :subject order by kind""")
			.param("subject", subject)
			.query(String.class)
			.list();
	}

	private DataSource before() throws SQLException {
		String name = "upgrade_" + UUID.randomUUID().toString().replace("-", "");
		JdbcClient.create(this.postgres.getPostgresDatabase()).sql("create database " + name).update();
		DataSource database = this.postgres.getDatabase("postgres", name);
		Flyway.configure().dataSource(database).target(BEFORE).load().migrate();
		JdbcClient.create(database).sql("""
				insert into authority (id, version, name, country, zone_id, languages, contact_name, contact_email,
					accent_colour)
				values ('exempel', 0, 'Region Exempel', 'SE', 'Europe/Stockholm', 'sv', 'Kim Exempel',
					'kim@region.example', '#1a5c4c')""").update();
		return database;
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
