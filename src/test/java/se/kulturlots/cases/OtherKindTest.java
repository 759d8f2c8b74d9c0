package se.kulturlots.cases;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.core.AppClock;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;
import se.kulturlots.testing.sample.SampleDeadline;
import se.kulturlots.testing.sample.SampleKind;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A kind of case that the application does not know is treated as every other. */
@KulturlotsTest
class OtherKindTest {

	private static final String TITLE = "Ungas råd om scenkonst";

	private static final String DIARY_NUMBER = "KUN 2026/417-3";

	@Autowired
	CaseHandling service;

	@Autowired
	Cases cases;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Journal journal;

	@Autowired
	Deadlines deadlines;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	MeetingOffice office;

	@Autowired
	Meetings meetings;

	@Autowired
	OpenTasks tasks;

	@Autowired
	FormService forms;

	@Autowired
	AppClock clock;

	@Autowired
	se.kulturlots.testing.Cases processes;

	@Autowired
	Registrations registrations;

	@LocalServerPort
	int port;

	String authority;

	Account officer;

	Case one;

	@BeforeEach
	void aCase() {
		this.authority = this.authorities.region().id();
		this.officer = this.accounts.with(this.authority, Role.OFFICER);
		this.one = this.service.open(this.authority, SampleKind.KEY, TITLE, this.officer.id());
	}

	@Test
	void itsMeetingTaskAndDeadlineShowInTheListsOfStaffAndInSearch() throws Exception {
		LocalDate day = this.calendars.of(this.authority)
			.plus(this.clock.today(this.calendars.of(this.authority).zone()), 40);
		this.deadlines.set(this.authority, this.one.id(), SampleDeadline.CIRCLE, day);
		this.service.describe(this.authority, this.one.id(), TITLE, DIARY_NUMBER);
		MeetingId meeting = this.office.begin(this.one.id(), UUID.randomUUID(), "Första träffen", Meeting.Kind.DIALOGUE,
				this.officer);
		assertThat(this.meetings.get(meeting).caseId()).isEqualTo(this.one.id());

		List<OpenTask> open = this.tasks.ofCase(this.authority, this.one.id());
		assertThat(open).extracting(OpenTask::key).containsExactly("planMeeting");
		assertThat(this.forms.getTaskFormVariables(open.get(0).id())).containsEntry("consultationTitle", TITLE)
			.containsEntry("staffPage", "/staff/samples/" + this.one.id() + "/meetings");

		Visitor visitor = new Visitor(this.port).as(this.officer.id());
		String link = "href=\"/staff/samples/" + this.one.id() + "\"";
		assertThat(visitor.get("/staff").body()).contains(link).contains(TITLE).contains("arbetsdagar kvar");
		assertThat(visitor.get("/staff/progress").body()).contains(link.replaceFirst("\"$", "/progress\""))
			.contains("Uppgifter som väntar: 1");
		assertThat(visitor.get("/staff/search?text=scenkonst").body()).contains(link).contains("Planera mötet");
		assertThat(visitor.get("/staff/search?text=417-3").body()).contains(link).contains("<mark>417-3</mark>");
		assertThat(visitor.get("/staff/search?text=tr%C3%A4ffen").body()).contains(TITLE);
		assertThat(visitor.get("/staff/tasks/cards?ids=" + open.get(0).id()).body())
			.contains("/staff/samples/" + this.one.id());
		assertThat(visitor.get("/staff/meetings/" + meeting).body())
			.contains("/staff/samples/" + this.one.id() + "/meetings");
		assertThat(this.journal.of(this.authority, this.one.id(), false, 10)).extracting(Journal.Entry::textKey)
			.containsExactly("journal.case.diaryNumber");
	}

	@Test
	void itsMeetingIsRegisteredToOnThePublicPage() throws Exception {
		LocalDate day = this.calendars.of(this.authority)
			.plus(this.clock.today(this.calendars.of(this.authority).zone()), 40);
		MeetingId id = this.office.begin(this.one.id(), UUID.randomUUID(), "Första träffen", Meeting.Kind.DIALOGUE,
				this.officer);
		assertThat(this.forms.getTaskFormVariables(this.tasks.ofCase(this.authority, this.one.id()).get(0).id()))
			.containsEntry("questions", "")
			.containsKey("day")
			.doesNotContainKey("theme");
		this.processes.complete(id, "planMeeting",
				Map.of("title", "Första träffen", "kind", "DIALOGUE", "day", day.toString(), "starts", "18:00", "ends",
						"20:00", "place", "Bryggan", "registrationLastDay", day.minusDays(9).toString()));
		String path = MeetingPath.of("/" + this.authority + "/samples/" + this.one.slug(), this.meetings.get(id));
		Visitor anyone = new Visitor(this.port);
		assertThat(anyone.get(path).body()).contains("Första träffen", TITLE, path + "/registration");
		assertThat(anyone.get(path + "/registration").statusCode()).isEqualTo(200);
		HttpResponse<String> sent = anyone.post(path + "/registration", "step", "send", "name", "Kim Exempel", "kind",
				"CITIZEN", "municipality", "0380", "email", "kim@person.example", "submissionId", UUID.randomUUID());
		assertThat(sent.statusCode()).isEqualTo(302);
		assertThat(anyone.get(sent.headers().firstValue("Location").orElseThrow()).body()).contains("Första träffen");
		assertThat(this.registrations.active(id)).extracting(Registration::name).containsExactly("Kim Exempel");
		assertThat(anyone.get(path.replaceFirst("/meetings/.*", "/meetings.ics")).body()).contains("Första träffen");
		assertThat(anyone.get(path.replace("/samples/", "/consultations/")).statusCode()).isEqualTo(404);
		// nobody is invited to the case, so nobody is reminded
		this.processes.fire(id, "registrationReminderOrLastDay");
		assertThat(this.meetings.get(id).isPublic()).isTrue();
		new Visitor(this.port).as(this.officer.id())
			.post("/staff/meetings/" + id + "/cancel", "reason", "Lokalen brann.");
		this.processes.run();
		assertThat(anyone.get(path).body()).contains("Lokalen brann.");
	}

	@Test
	void anotherAuthorityDoesNotFindIt() throws Exception {
		Account stranger = this.accounts.with(this.authorities.region().id(), Role.OFFICER);
		assertThat(new Visitor(this.port).as(stranger.id()).get("/staff/search?text=scenkonst").body())
			.doesNotContain(TITLE);
		assertThatThrownBy(() -> this.service.describe(stranger.authority(), this.one.id(), "Ny titel", null))
			.isInstanceOf(CaseProblem.class);
	}

	@Test
	void twoOfOneNameHaveAddressesOfTheirOwnWhichStayAtARename() {
		Case second = this.service.open(this.authority, SampleKind.KEY, TITLE, null);
		assertThat(this.one.slug()).isEqualTo("ungas-rad-om-scenkonst");
		assertThat(second.slug()).isEqualTo("ungas-rad-om-scenkonst-2");
		this.service.describe(this.authority, second.id(), "Ungas råd om bibliotek", null);
		Case renamed = this.cases.get(second.id());
		assertThat(renamed.title()).isEqualTo("Ungas råd om bibliotek");
		assertThat(renamed.slug()).isEqualTo("ungas-rad-om-scenkonst-2");
	}

	@Test
	void aNameThatOnlyLooksLikeADateIsToldAsItWasTyped() throws Exception {
		this.service.describe(this.authority, this.one.id(), TITLE, "2027-02-30");
		assertThat(new Visitor(this.port).as(this.officer.id())
			.get("/staff/cases/" + this.one.id() + "/journal.csv")
			.body()).contains("Ärendet fick diarienummer 2027-02-30.");
	}

	@Test
	void aClosedCaseIsNoLongerAmongTheOpenOnes() throws Exception {
		LocalDate kept = this.clock.today(this.calendars.of(this.authority).zone()).plusYears(2);
		this.service.close(this.one.id(), kept);
		this.service.close(this.one.id(), kept.plusDays(1));
		assertThat(this.cases.get(this.one.id()).disposeAfter()).isEqualTo(kept);
		Visitor visitor = new Visitor(this.port).as(this.officer.id());
		assertThat(visitor.get("/staff").body()).doesNotContain(TITLE);
		assertThat(visitor.get("/staff/progress").body()).doesNotContain(TITLE);
		assertThat(visitor.get("/staff/progress?show=ended").body()).contains(TITLE);
		assertThatThrownBy(() -> this.office.begin(this.one.id(), UUID.randomUUID(), "För sent", Meeting.Kind.DIALOGUE,
				this.officer))
			.hasMessageContaining("meeting.problem.consultation");
	}

}
