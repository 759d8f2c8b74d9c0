package se.kulturlots.scenario;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleLetters;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Lots;
import se.kulturlots.deadline.Rung;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputProgress;
import se.kulturlots.input.InputReminders;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.invitation.InvitationId;
import se.kulturlots.invitation.Inviting;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.meeting.process.MeetingSteps;
import se.kulturlots.plan.Answering;
import se.kulturlots.plan.SamplePlan;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written to everybody: the statements grow with the lots, not with the people,
 * and memory holds one lot. Everything is rolled back, so nothing goes out.
 */
@KulturlotsTest
class MailsToAllTest {

	private static final int PEOPLE = 2 * Lots.SIZE + 7;

	private static final int LOTS = 3;

	/** Reads of a lot, its links, its authority and texts, its mails and their files. */
	private static final int STATEMENTS_OF_A_LOT = 12;

	private static final int STATEMENTS_BESIDES = 40;

	@Autowired
	ApplicationContext context;

	@Autowired
	Statements statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AppClock clock;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	Cycle cycle;

	@Autowired
	CycleLetters letters;

	@Autowired
	Consultations consultations;

	@Autowired
	Inviting inviting;

	@Autowired
	InputSchedule schedule;

	@Autowired
	InputReminders reminders;

	@Autowired
	MeetingOffice office;

	@Autowired
	MeetingSteps meetings;

	@Autowired
	Answering answering;

	@Autowired
	InputProgress progress;

	@Autowired
	InputPeriods periods;

	SampleMeetings sample;

	Meeting meeting;

	@BeforeEach
	void meeting() {
		this.sample = new SampleMeetings(this.context);
		this.meeting = this.sample.published(null);
	}

	@Test
	void thoseInvited() {
		inATransaction(() -> {
			CaseId id = this.sample.consultation().id();
			invite(id);
			this.cycle.confirmInvitees(id, PEOPLE);
			InvitationId invitation = this.inviting.prepare(this.consultations.get(id)).id();
			LocalDate lastDay = this.sample.registrationLastDay().minusDays(1);
			this.inviting.write(invitation, "Välkommen", "Kom och säg vad ni vill.", lastDay);
			this.inviting.approve(invitation);
			grow("invitation", () -> this.inviting.send(invitation));
			morning(lastDay, 3);
			grow("invitation-reminder", () -> this.inviting.remindSilent(invitation));
			morning(this.sample.registrationLastDay(), 1);
			grow("meeting-unregistered", () -> this.meetings.remindUnregistered(this.meeting.id()));
			Consultation consultation = this.consultations.get(id);
			InputPeriodId planned = this.schedule
				.planExtra(consultation, InputPeriod.Kind.INPUT, today(), today().plusDays(20))
				.id();
			this.progress.open(planned);
			InputPeriod period = this.periods.get(planned);
			grow("input-reminder",
					() -> this.reminders.remind(consultation, period, new Rung(3, this.clock.instant())));
			grow("input-referral", () -> this.reminders.announceReferral(consultation, period));
			grow("consultation-cancelled", () -> this.letters.tellCancelled(id));
		});
	}

	@Test
	void thoseRegistered() {
		inATransaction(() -> {
			register();
			this.office.prepare(this.meeting.id(), "Kom i tid.");
			grow("meeting-preparation", () -> this.meetings.mailPreparation(this.meeting.id()));
			grow("meeting-moved", () -> this.meetings.tellMoved(this.meeting.id()));
			morning(this.sample.day(), 1);
			grow("meeting-reminder", () -> this.meetings.remindRegistered(this.meeting.id()));
			grow("meeting-cancelled", () -> this.meetings.tellCancelled(this.meeting.id()));
			this.clock.jumpTo(this.meeting.endsAt().plusSeconds(60));
			this.office.record(this.meeting.id(), PEOPLE, "Många ville ha scener.", null);
			grow("meeting-notes", () -> this.meetings.sendNotes(this.meeting.id()));
		});
	}

	@Test
	void thoseWhoGaveInput() {
		SamplePlan plan = new SamplePlan(this.context);
		inATransaction(() -> {
			say(plan);
			grow("plan-answer", () -> this.answering.send(plan.id));
		});
	}

	private void grow(String kind, Runnable send) {
		int before = mails(kind);
		List<String> asked = this.statements.here(send);
		assertThat(mails(kind) - before).as(kind).isEqualTo(PEOPLE);
		assertThat(asked).as(kind)
			.hasSizeLessThan(LOTS * STATEMENTS_OF_A_LOT + STATEMENTS_BESIDES)
			.filteredOn((sql) -> sql.contains("insert into mail ("))
			.hasSize(LOTS);
	}

	private int mails(String kind) {
		return this.jdbc.sql("select count(*) from mail where kind = :kind")
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

	private void inATransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			work.run();
		});
	}

	private LocalDate today() {
		return this.clock.today(this.sample.authority().zone());
	}

	private void morning(LocalDate lastDay, int workingDaysBefore) {
		LocalDate day = this.calendars.of(this.sample.authority().id()).minus(lastDay, workingDaysBefore);
		this.clock.jumpTo(day.atTime(LocalTime.of(9, 0)).atZone(this.sample.authority().zone()).toInstant());
	}

	/** Two of them have one address: each gets a mail of its own. */
	private void invite(CaseId consultationId) {
		sql("""
				insert into organisation (id, version, authority_id, name, name_key, email, sector, language, source,
					status, created_at, changed_at)
				select gen_random_uuid(), 0, :authority, 'Förening ' || n, 'förening ' || n,
					'f' || greatest(n, 2) || '@' || :authority || '.example', 'CULTURE', case n % 2 when 0 then 'sv' else 'fi' end,
					'IMPORT', 'ACTIVE', :now, :now
				from generate_series(1, :people) n""",
				this.sample.authority().id());
		this.jdbc.sql("""
				insert into invitee (id, authority_id, consultation_id, organisation_id, added_at)
				select gen_random_uuid(), o.authority_id, :consultation, o.id, o.created_at from organisation o
				where o.authority_id = :authority""")
			.param("consultation", consultationId)
			.param("authority", this.sample.authority().id())
			.update();
	}

	private void register() {
		this.jdbc.sql("update meeting set seats_taken = :people where id = :meeting")
			.param("people", PEOPLE)
			.param("meeting", this.meeting.id())
			.update();
		this.jdbc.sql("""
				insert into registration (id, version, authority_id, meeting_id, reference, name, email, kind, language,
					status, registered_at)
				select gen_random_uuid(), 0, :authority, :meeting, 'M-' || n, 'Kim ' || n,
					'kim' || n || '@' || :authority || '.example', 'CITIZEN', 'sv', 'REGISTERED', :now
				from generate_series(1, :people) n""")
			.param("authority", this.sample.authority().id())
			.param("meeting", this.meeting.id())
			.param("people", PEOPLE)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private void say(SamplePlan plan) {
		String authority = plan.authority.id();
		this.jdbc.sql("""
				with said as (
					insert into input_submission (id, version, authority_id, period_id, reference, channel, name, email,
						language, received_at, late)
					select gen_random_uuid(), 0, p.authority_id, p.id, 'S-' || n, 'WEB', 'Kim ' || n,
						'kim' || n || '@' || :authority || '.example', 'sv', :now, false
					from input_period p cross join generate_series(1, :people) n where p.consultation_id = :consultation
					returning *)
				insert into input (id, authority_id, period_id, submission_id, position, reference, text, hidden,
					written_at)
				select gen_random_uuid(), authority_id, period_id, id, 1, reference, 'Fler scener.', false, :now
				from said""")
			.param("authority", authority)
			.param("people", PEOPLE)
			.param("consultation", plan.consultationId)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.jdbc.sql("""
				insert into plan_answer (input_id, authority_id, plan_id, text, edited, version, changed_at)
				select id, authority_id, :plan, 'Tack.', false, 1, :now from input where authority_id = :authority""")
			.param("plan", plan.id)
			.param("authority", authority)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private void sql(String sql, String authority) {
		this.jdbc.sql(sql)
			.param("authority", authority)
			.param("people", PEOPLE)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
