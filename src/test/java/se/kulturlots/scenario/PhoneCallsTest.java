package se.kulturlots.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.cases.Case;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.MovedDates;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.mail.MailId;
import se.kulturlots.mail.MailLog;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPlan;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.phonecalls.PhoneCall;
import se.kulturlots.phonecalls.PhoneCall.How;
import se.kulturlots.phonecalls.PhoneCallProblem;
import se.kulturlots.phonecalls.PhoneCalls;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whom mails do not reach is called or written to, and ticked off once. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class PhoneCallsTest {

	@Autowired
	SampleCycles cycles;

	@Autowired
	PhoneCalls calls;

	@Autowired
	se.kulturlots.cases.Cases all;

	@Autowired
	Cases cases;

	@Autowired
	Meetings meetings;

	@Autowired
	MeetingOffice office;

	@Autowired
	RegistrationService desk;

	@Autowired
	MailLog log;

	@Autowired
	Consultations consultations;

	@Autowired
	Cycle cycle;

	@Autowired
	MovedDates moved;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void whoCannotBeMailedIsListedAndTickedOffOnce(Browser browser) throws Exception {
		SampleCycle cycle = invited("Bygdegården", "Nejtack", "Fel adress", "Hembygdsföreningen");
		failed("Fel adress", cycle);
		assertThat(names(cycle)).containsExactly("Bygdegården", "Fel adress");
		assertThat(this.calls.open(cycle.id(), 1, 1).get(0).text()).contains("Vi vill höra vad ni tycker")
			.doesNotContain("/my/", "Svara på inbjudan:");
		PhoneCall call = this.calls.open(cycle.id(), 0, 10).get(0);
		assertThat(call.shownPhone()).isEqualTo("070-174 06 11");
		assertThat(call.subject()).isEqualTo("Inbjudan till samråd om kulturplanen");
		assertThat(call.text()).contains("Vi vill höra vad ni tycker").doesNotContain("/my/invitation");
		String path = "/staff/consultations/" + cycle.id() + "/phone-calls";
		Visitor officer = new Visitor(this.port).as(cycle.officer().id());
		assertThat(officer.get(path).body()).contains("070-174 06 11", "Fel adress", "Vi vill höra")
			.doesNotContain("Nejtack", "Hembygdsföreningen");
		assertThat(officer.get("/staff/consultations/" + cycle.id()).body()).contains(path);
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate(path);
		browser.assertAccessible(page);
		browser.screenshot(page, "calls");
		page.setViewportSize(360, 800);
		assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 360")).isTrue();
		try (PDDocument letters = Loader.loadPDF(officer.bytes(path + "/letters.pdf").body())) {
			assertThat(letters.getNumberOfPages()).isEqualTo(2);
			assertThat(new PDFTextStripper().getText(letters)).contains("Bygdegården", "Fel adress",
					"Inbjudan till samråd om kulturplanen", "Vi vill höra vad ni tycker");
		}
		assertThat(officer.post(path, "how", "CALL").statusCode()).isEqualTo(400);
		assertThat(officer.post(path, "how", "CALL", "ids", call.id().toString()).statusCode()).isEqualTo(302);
		assertThat(names(cycle)).containsExactly("Fel adress");
		assertThat(officer.post(path, "how", "LETTER", "ids", call.id().toString()).body())
			.contains("De du valde är redan avbockade");
		assertThat(this.calls.told(cycle.id())).singleElement().satisfies((told) -> {
			assertThat(told.toldBy()).isEqualTo(cycle.officer().id());
			assertThat(told.how()).isEqualTo(How.CALL);
		});
		assertThat(this.jdbc.sql("""
				select t.kind from organisation_contact t join organisation o on o.id = t.organisation_id
				where t.case_id = :case and o.name = 'Bygdegården'""")
			.param("case", cycle.id())
			.query(String.class)
			.list()).containsExactly("CALL");
		PhoneCall failed = this.calls.open(cycle.id(), 0, 1).get(0);
		this.calls.tell(this.all.get(cycle.id()), List.of(failed.id()), How.CALL);
		assertThatThrownBy(() -> this.log.retry(cycle.authority().id(), new MailId(failed.id().value())))
			.hasMessageContaining("toldOtherwise");
		assertThat(new Visitor(this.port).as("registrar-" + cycle.authority().id())
			.post(path, "how", "CALL", "ids", call.id().toString())
			.statusCode()).isEqualTo(403);
	}

	@Test
	void whoHasAnsweredOrRefusesSinceLeavesTheList() {
		SampleCycle cycle = invited("Bygdegården", "Nejtack", "Kören");
		this.jdbc.sql("update organisation set email = null where authority_id = :authority and name = 'Kören'")
			.param("authority", cycle.authority().id())
			.update();
		assertThat(names(cycle)).containsExactly("Bygdegården");
		this.jdbc.sql("update invitee set answer = 'COMING', answered_at = now() where consultation_id = :case")
			.param("case", cycle.id())
			.update();
		assertThat(names(cycle)).isEmpty();
	}

	@Test
	void aFailedMailToSomebodyOutsideTheRegisterIsListedByItsAddress() throws Exception {
		SampleCycle cycle = invited("Fel adress");
		assertThat(names(cycle)).isEmpty();
		this.jdbc.sql("""
				update mail set state = 'FAILED', reason = '550 5.1.1', addressee = null, kind = 'plan-answer',
					occasion = 'plan:' || case_id, recipient = 'kim@egen.example'
				where case_id = :case and kind = 'invitation'""").param("case", cycle.id()).update();
		assertThat(names(cycle)).containsExactly("kim@egen.example");
		assertThat(new Visitor(this.port).as(cycle.officer().id())
			.get("/staff/consultations/" + cycle.id() + "/phone-calls")
			.body()).contains("kim@egen.example").doesNotContain("/staff/register/null", "/staff/meetings/null");
	}

	@Test
	void whatIsTooLateLeavesTheList() {
		SampleCycle cycle = invited("Bygdegården");
		assertThat(names(cycle)).containsExactly("Bygdegården");
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofDays(400)));
		assertThat(names(cycle)).isEmpty();
	}

	@Test
	void whoHasAnsweredTheReferralLeavesTheList() {
		SampleCycle cycle = invited("Bygdegården");
		UUID period = UUID.randomUUID();
		this.jdbc.sql("update mail_unreached set kind = 'input-referral', occasion = :occasion where case_id = :case")
			.param("occasion", "inputPeriod:" + period)
			.param("case", cycle.id())
			.update();
		voice(cycle, UUID.randomUUID());
		assertThat(names(cycle)).as("has said something before").containsExactly("Bygdegården");
		voice(cycle, period);
		assertThat(names(cycle)).isEmpty();
	}

	private void voice(SampleCycle cycle, UUID period) {
		this.jdbc.sql("""
				insert into invitee_voice (invitee_id, occasion_id, subject_id, kind)
				select id, :period, :period, 'INPUT' from invitee where consultation_id = :case""")
			.param("period", period)
			.param("case", cycle.id())
			.update();
	}

	@Test
	void whoIsInvitedWithoutAddressIsToldThatADateIsMoved() {
		SampleCycle cycle = invited("Bygdegården", "Hembygdsföreningen");
		String authority = cycle.authority().id();
		this.jdbc.sql("update consultation set published_at = coalesce(published_at, now()) where id = :case")
			.param("case", cycle.id())
			.update();
		Schedule before = this.consultations.get(authority, cycle.id()).schedule();
		this.moved.move(authority, cycle.id(), () -> this.cycle.reschedule(authority, cycle.id(),
				before.with(CycleDeadline.INPUT, before.inputLastDay().plusDays(3))), List.of("invited"));
		assertThat(this.calls.open(cycle.id(), 0, 10)).extracting(PhoneCall::name)
			.containsExactly("Bygdegården", "Bygdegården");
	}

	@Test
	void ofTwoWhoTickOffAtOnceOneIsTold() throws Exception {
		SampleCycle cycle = invited("Bygdegården");
		Case of = this.all.get(cycle.id());
		List<PhoneCall> open = this.calls.open(cycle.id(), 0, 10);
		Callable<Boolean> tick = () -> {
			try {
				this.calls.tell(of, List.of(open.get(0).id()), How.CALL);
				return true;
			}
			catch (PhoneCallProblem ex) {
				return false;
			}
		};
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			List<Future<Boolean>> done = two.invokeAll(List.of(tick, tick));
			assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
		}
		finally {
			two.shutdown();
		}
		assertThat(this.jdbc.sql("select count(*) from organisation_contact where case_id = :case")
			.param("case", cycle.id())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void whoIsRegisteredWithoutAddressIsToldThatTheMeetingIsMoved() {
		SampleCycle cycle = invited("Hembygdsföreningen");
		Meeting meeting = this.meetings.of(cycle.id()).get(0);
		Registration kim = register(cycle, meeting, "Kim Exempel", null, "+46701740612");
		register(cycle, meeting, "Robin Exempel", "robin@forening.example", null);
		move(cycle, meeting, "18:30");
		assertThat(this.calls.open(cycle.id(), 0, 10)).singleElement().satisfies((call) -> {
			assertThat(call.name()).isEqualTo("Kim Exempel");
			assertThat(call.shownPhone()).isEqualTo("070-174 06 12");
			assertThat(call.text()).contains("18:30").doesNotContain("/my/registration");
		});
		assertThat(this.jdbc.sql(
				"update mail set state = 'FAILED', reason = '550 5.1.1' where case_id = :case and kind = 'meeting-moved'")
			.param("case", cycle.id())
			.update()).isOne();
		assertThat(names(cycle)).containsExactly("Kim Exempel", "Robin Exempel");
		move(cycle, meeting, "19:00");
		assertThat(this.calls.open(cycle.id(), 0, 10)).singleElement()
			.satisfies((call) -> assertThat(call.text()).contains("19:00"));
		this.desk.cancel(kim.id(), cycle.officer().id());
		assertThat(this.calls.count(cycle.id())).isZero();
		assertThatThrownBy(() -> this.calls.tell(this.all.get(cycle.id()), List.of(), How.CALL))
			.isInstanceOf(PhoneCallProblem.class);
	}

	@Test
	void whoWaitsWithoutAddressIsToldOfTheSeat() {
		SampleCycle cycle = invited("Hembygdsföreningen");
		Meeting meeting = this.meetings.of(cycle.id()).get(0);
		this.jdbc.sql("update meeting set capacity = 1 where id = :meeting").param("meeting", meeting.id()).update();
		Registration first = register(cycle, meeting, "Robin Exempel", "robin@forening.example", null);
		register(cycle, meeting, "Kim Exempel", null, "+46701740612");
		assertThat(names(cycle)).isEmpty();
		this.desk.cancel(first.id(), cycle.officer().id());
		assertThat(this.calls.open(cycle.id(), 0, 10)).singleElement().satisfies((call) -> {
			assertThat(call.name()).isEqualTo("Kim Exempel");
			assertThat(call.text()).doesNotContain("/my/registration");
		});
	}

	/* the first can only be called, and so could the second who does not want it */
	private SampleCycle invited(String... organisations) {
		SampleCycle cycle = this.cycles.start("Ny kulturplan", organisations);
		this.jdbc.sql("""
				update organisation set email = null, phone = '+46701740611' where authority_id = :authority
				and name in ('Bygdegården', 'Nejtack')""").param("authority", cycle.authority().id()).update();
		this.jdbc
			.sql("""
					insert into mail_refusal (authority_id, addressee, since)
					select authority_id, id, now() from organisation where authority_id = :authority and name = 'Nejtack'""")
			.param("authority", cycle.authority().id())
			.update();
		cycle.story().until("approveInvitation");
		return cycle;
	}

	private void failed(String organisation, SampleCycle cycle) {
		assertThat(this.jdbc.sql("""
				select text_body from mail where case_id = :case and kind = 'invitation'
				and addressee = (select id from organisation where authority_id = :authority and name = :name)""")
			.param("case", cycle.id())
			.param("authority", cycle.authority().id())
			.param("name", organisation)
			.query(String.class)
			.single()).contains("/my/invitation/");
		assertThat(this.jdbc.sql("""
				update mail set state = 'FAILED', reason = '550 5.1.1', sent_at = null,
					html_body = '', lease_id = null, leased_until = null
				where case_id = :case and kind = 'invitation'
				and addressee = (select id from organisation where authority_id = :authority and name = :name)""")
			.param("case", cycle.id())
			.param("authority", cycle.authority().id())
			.param("name", organisation)
			.update()).isEqualTo(1);
	}

	private List<String> names(SampleCycle cycle) {
		return this.calls.open(cycle.id(), 0, 100).stream().map(PhoneCall::name).toList();
	}

	private Registration register(SampleCycle cycle, Meeting meeting, String name, String email, String phone) {
		return this.desk.registerOnBehalf(meeting.id(), UUID.randomUUID(),
				(email != null) ? new EmailAddress(email) : null, Locale.forLanguageTag("sv"),
				new RegistrationDetails(name, null, phone, ParticipantKind.CITIZEN, null, null, null, null),
				cycle.officer().id());
	}

	private void move(SampleCycle cycle, Meeting meeting, String starts) {
		MeetingPlan.When when = this.meetings.get(meeting.authorityId(), meeting.id()).when(cycle.authority().zone());
		this.office.move(meeting.authorityId(), meeting.id(), new MeetingPlan.When(when.day(), LocalTime.parse(starts),
				when.ends(), when.place(), when.link(), when.registrationLastDay()));
		this.cases.run();
	}

}
