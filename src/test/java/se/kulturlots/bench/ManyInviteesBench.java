package se.kulturlots.bench;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.AppClock;
import se.kulturlots.input.SampleInput;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long people wait who register or give input, by how many are invited: turn by turn,
 * so that both are measured on the same machine.
 */
@Tag("bench")
@KulturlotsTest
class ManyInviteesBench {

	private static final int FEW = 10;

	private static final int MANY = 10_000;

	private static final int WARM = 30;

	private static final int ROUNDS = 101;

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AppClock clock;

	private int sent;

	@Test
	void registrationAndInput() throws Exception {
		Invited few = new Invited(FEW);
		Invited many = new Invited(MANY);
		measure("Registration", few.registration, many.registration, "kind", "CITIZEN", "municipality", "0380");
		measure("Input", few.input, many.input);
	}

	private void measure(String what, Form few, Form many, Object... fields) throws Exception {
		double[] ofFew = new double[ROUNDS];
		double[] ofMany = new double[ROUNDS];
		for (int i = -WARM; i < ROUNDS; i++) {
			double first = millis(few, fields);
			double second = millis(many, fields);
			if (i >= 0) {
				ofFew[i] = first;
				ofMany[i] = second;
			}
		}
		double limit = Report.median(ofFew);
		double ours = Report.median(ofMany);
		Report.line(what + " with %d invited, median".formatted(MANY), "%.1f ms".formatted(ours),
				"with %d invited: %.1f ms".formatted(FEW, limit), ours / limit, "at most 1.2");
	}

	private double millis(Form form, Object... fields) throws Exception {
		this.sent++;
		List<Object> all = new ArrayList<>(Arrays.asList(fields));
		all.addAll(List.of("step", "send", "name", "Kim " + this.sent, "email", "kim" + this.sent + "@person.example",
				"organisation", "Förening 7", "submissionId", UUID.randomUUID()));
		if (form.question() != null) {
			all.addAll(List.of("answers[" + form.question() + "]", "Fler scener."));
		}
		Visitor visitor = form.visitor().from("192.0.2." + this.sent % 250);
		long begun = System.nanoTime();
		int status = visitor.post(form.path(), all.toArray()).statusCode();
		double millis = (System.nanoTime() - begun) / 1e6;
		assertThat(status).isEqualTo(302);
		return millis;
	}

	private record Form(Visitor visitor, String path, String question) {
	}

	/** A consultation with so many on its list. */
	private final class Invited {

		private final Form registration;

		private final Form input;

		Invited(int number) throws Exception {
			SampleMeetings sample = new SampleMeetings(ManyInviteesBench.this.context);
			String authority = sample.authority().id();
			Timestamp now = Timestamp.from(ManyInviteesBench.this.clock.instant());
			ManyInviteesBench.this.jdbc
				.sql("""
						insert into organisation (id, version, authority_id, name, name_key, email, sector, language, source,
							status, created_at, changed_at)
						select gen_random_uuid(), 0, :authority, 'Förening ' || n, 'förening ' || n,
							'f' || n || '@' || :authority || '.example', 'CULTURE', 'sv', 'IMPORT', 'ACTIVE', :now, :now
						from generate_series(1, :number) n""")
				.param("authority", authority)
				.param("number", number)
				.param("now", now)
				.update();
			ManyInviteesBench.this.jdbc.sql("""
					insert into invitee (id, authority_id, consultation_id, organisation_id, added_at, invited_at)
					select gen_random_uuid(), o.authority_id, :consultation, o.id, :now, :now from organisation o
					where o.authority_id = :authority""")
				.param("consultation", sample.consultation().id())
				.param("authority", authority)
				.param("now", now)
				.update();
			Visitor visitor = new Visitor(ManyInviteesBench.this.port);
			visitor.post("/nothing");
			this.registration = new Form(visitor,
					MeetingPath.registration(sample.consultation().path(), sample.published(null)), null);
			this.input = new Form(visitor, sample.consultation().path() + "/input",
					new SampleInput(ManyInviteesBench.this.context, sample.authority(), sample.consultation())
						.answer("")
						.keySet()
						.iterator()
						.next());
		}

	}

}
