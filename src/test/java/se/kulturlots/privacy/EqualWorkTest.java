package se.kulturlots.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.Afterwards;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.identity.Account;
import se.kulturlots.input.SampleInput;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Statements;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever sends a form of the public waits for the same work, whether the address in it
 * is known or not: nobody can time who takes part.
 */
@KulturlotsTest
class EqualWorkTest {

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	Statements statements;

	@Autowired
	Afterwards afterwards;

	@Autowired
	JdbcClient jdbc;

	SampleMeetings sample;

	@BeforeEach
	void somebodyInvited() {
		this.sample = new SampleMeetings(this.context);
		this.sample.invite("Ida");
	}

	@Test
	void whoAsksForTheirPagesWaitsForOneStatement() {
		String form = "/" + this.sample.authority().id() + "/my";
		this.sample.register(this.sample.published(20), "Ida");
		send(form, "nobody");
		List<String> unknown = send(form, "stranger");
		assertThat(send(form, "Ida")).isEqualTo(unknown).hasSize(1);
		this.afterwards.run();
		assertThat(this.sample.mails("personal-page")).hasSize(1);
		assertThat(waiting()).isZero();
	}

	@Test
	void whoHasForgottenAPasswordWaitsForOneStatement() {
		Account officer = this.sample.officer();
		send("/login/forgot", "nobody", "account", "nobody-at-all");
		List<String> unknown = send("/login/forgot", "nobody", "account", "nobody-else");
		assertThat(send("/login/forgot", "nobody", "account", officer.id())).isEqualTo(unknown).hasSize(1);
		this.afterwards.run();
		assertThat(this.sample.mails("password")).hasSize(1);
	}

	@Test
	void whatWasAskedForIsNotLostWhenTheProcessEnds() {
		EmailAddress ida = this.sample.email("Ida");
		this.sample.register(this.sample.published(20), "Ida");
		// committed, and then nothing: as if the process had ended there
		this.jdbc
			.sql("""
					insert into afterwards (id, kind, what, added_at, due_at) values (:id, 'personal-page',
						jsonb_build_object('authority', :authority, 'address', :address, 'language', 'fi'), now(), now())""")
			.param("id", UUID.randomUUID())
			.param("authority", this.sample.authority().id())
			.param("address", ida.value())
			.update();
		this.afterwards.run();
		assertThat(this.sample.mails("personal-page")).hasSize(1);
		assertThat(waiting()).isZero();
	}

	@Test
	void whatCannotBeDoneIsKeptAndHoldsUpNothing() {
		UUID broken = UUID.randomUUID();
		this.jdbc.sql("""
				insert into afterwards (id, kind, what, added_at, due_at)
				values (:id, 'personal-page', jsonb_build_object('authority', :authority), now(), now())""")
			.param("id", broken)
			.param("authority", this.sample.authority().id())
			.update();
		whatWasAskedForIsNotLost();
		assertThat(this.jdbc.sql("delete from afterwards where id = :id and tries > 1").param("id", broken).update())
			.isEqualTo(1);
	}

	private void whatWasAskedForIsNotLost() {
		this.sample.register(this.sample.published(20), "Ida");
		send("/" + this.sample.authority().id() + "/my", "Ida");
		this.afterwards.run();
		assertThat(this.sample.mails("personal-page")).hasSize(1);
	}

	@Test
	void whoRegistersAgainWaitsAsLongAsWhoeverIsNew() {
		Meeting meeting = this.sample.published(20);
		String form = MeetingPath.registration(this.sample.consultation().path(), meeting);
		Object[] plain = { "step", "send", "name", "Kim", "kind", "CITIZEN", "municipality", "0380" };
		Object[] withTopic = { "step", "send", "name", "Kim", "kind", "CITIZEN", "municipality", "0380", "topicKind",
				"IDEA", "topic", "Scener" };
		send(form, "warm", plain);
		List<String> fresh = send(form, "new", plain);
		List<String> invited = send(form, "Ida", plain);
		assertThat(invited).isEqualTo(fresh);
		assertThat(send(form, "Ida", plain)).hasSameSizeAs(fresh);
		assertThat(send(form, "Ida", plain)).as("a third time").hasSameSizeAs(fresh);
		List<String> raising = send(form, "raising", withTopic);
		assertThat(send(form, "Ida", withTopic)).hasSameSizeAs(raising);
	}

	@Test
	void whoSaysSomethingWaitsAsLongWhetherInvitedOrNot() {
		SampleInput input = new SampleInput(this.context, this.sample.authority(), this.sample.consultation());
		String key = input.answer("").keySet().iterator().next();
		String form = "/" + this.sample.authority().id() + "/consultations/" + this.sample.consultation().slug()
				+ "/input";
		Object[] said = { "step", "send", "name", "Kim", "answers[" + key + "]", "Fler scener." };
		send(form, "warm", said);
		List<String> stranger = send(form, "stranger", said);
		assertThat(send(form, "Ida", said)).isEqualTo(stranger);
	}

	@Test
	void whoJoinsWaitsAsLongWhetherInTheRegisterOrNot() {
		String form = "/" + this.sample.authority().id() + "/join";
		Object[] joining = { "step", "send", "name", "Teatern", "sector", "CULTURE", "municipality", "-", "language",
				"sv" };
		send(form, "warm", joining);
		List<String> stranger = send(form, "stranger", joining);
		assertThat(send(form, "Ida", joining)).isEqualTo(stranger);
	}

	/** What the server asks the database before it answers. */
	private List<String> send(String form, String name, Object... fields) {
		Visitor visitor = new Visitor(this.port);
		List<Object> all = new ArrayList<>(List.of(fields));
		all.addAll(List.of("email", this.sample.email(name).value(), "submissionId", UUID.randomUUID()));
		try {
			// the token is fetched before
			visitor.post("/nothing");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return this.statements.during(() -> {
			try {
				assertThat(visitor.post(form, all.toArray()).statusCode()).as(form).isEqualTo(302);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private int waiting() {
		return this.jdbc.sql("select count(*) from afterwards where what ->> 'authority' = :authority")
			.param("authority", this.sample.authority().id())
			.query(Integer.class)
			.single();
	}

}
