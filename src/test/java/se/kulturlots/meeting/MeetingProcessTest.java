package se.kulturlots.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Programme;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.DateText;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.process.MeetingSteps;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.EarlierDiagrams;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.CaseDiagrams;
import se.kulturlots.workflow.CaseStep;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/** The stories of a meeting, through the engine. */
@KulturlotsTest
class MeetingProcessTest {

	@Autowired
	CaseDiagrams diagrams;

	@Autowired
	FormService forms;

	@Autowired
	ApplicationContext context;

	@Autowired
	Meetings meetings;

	@Autowired
	Registrations registrations;

	@Autowired
	RegistrationService desk;

	@Autowired
	MeetingOffice office;

	@Autowired
	MeetingNotes notes;

	@Autowired
	MeetingSteps steps;

	@Autowired
	Programme programme;

	@Autowired
	Cycle cycle;

	@Autowired
	Processes processes;

	@Autowired
	Journal journal;

	@Autowired
	Cases cases;

	@Autowired
	EarlierDiagrams earlier;

	@Autowired
	RuntimeService runtime;

	@Autowired
	HistoryService history;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	AppClock clock;

	SampleMeetings sample;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
	}

	@Test
	void aMeetingIsPlannedPublishedPreparedHeldAndItsNotesAreSent() {
		this.sample.invite("Silent");
		this.sample.invite("Eager");
		Meeting meeting = this.sample.published(20);
		MeetingId id = meeting.id();
		ProcessInstance instance = this.cases.instance("meeting", id);
		assertThat(instance).isWaitingAt("registrationReminderOrLastDay");
		this.sample.register(meeting, "Eager");
		this.sample.register(meeting, "Absent");

		this.cases.fire(id, "registrationReminderOrLastDay");
		this.cases.fire(id, "registrationReminderOrLastDay");
		assertThat(this.sample.mails("meeting-unregistered")).extracting("recipient", "step")
			.containsExactly(tuple(this.sample.email("Silent").value(), 5),
					tuple(this.sample.email("Silent").value(), 1));
		assertThat(this.sample.mails("meeting-unregistered").get(0).textBody())
			.contains("/meetings/" + id, "Dialogmöte om plats för alla")
			.doesNotContain(SampleMeetings.LINK);
		this.cases.fire(id, "registrationReminderOrLastDay");
		assertThat(instance).hasPassed("closeRegistration").isWaitingAt("sendPreparation", "meetingReminderOrStart");

		this.cases.complete(id, "sendPreparation",
				Map.of("preparation", "Fundera på frågorna innan.\n\nVi börjar prick."));
		assertThat(this.sample.mails("meeting-preparation")).hasSize(2)
			.allSatisfy((mail) -> assertThat(mail.textBody()).contains("Fundera på frågorna", SampleMeetings.LINK));

		this.cases.fire(id, "meetingReminderOrStart");
		assertThat(this.sample.mails("meeting-reminder")).hasSize(2)
			.allSatisfy((mail) -> assertThat(mail.textBody()).contains("Bryggan, Storgatan 1", SampleMeetings.LINK));
		this.cases.fire(id, "meetingReminderOrStart");
		this.cases.fire(id, "meetingStarted");
		assertThat(instance).isWaitingAt("meetingEnded");
		this.cases.fire(id, "meetingEnded");
		assertThat(instance).isWaitingAt("recordMeeting");

		this.desk.attendance(this.meetings.get(id), Set.of(this.sample.of(meeting, "Eager").id()));
		this.notes.add(this.meetings.get(id), null, "Bord 1", "Fler lokaler behövs.");
		this.cases.complete(id, "recordMeeting",
				Map.of("participants", 2, "summary", "Ett bra samtal om lokaler.", "followUp", "Lista tomma lokaler."));
		assertThat(instance).isEnded();
		assertThat(instance).hasPassedInOrder("planMeeting", "publishMeeting", "remindUnregistered",
				"closeRegistration", "sendPreparation", "mailPreparation", "remindRegistered", "recordMeeting",
				"sendNotes", "meetingRecorded");
		assertThat(this.sample.mails("meeting-notes")).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(this.sample.email("Eager").value());
			assertThat(mail.textBody()).contains("Ett bra samtal om lokaler.", "Bord 1", "Fler lokaler behövs.",
					"Lista tomma lokaler.");
		});
		assertThat(this.meetings.get(id).status()).isEqualTo(Meeting.Status.HELD);
		assertThat(this.registrations.active(id)).extracting((one) -> one.details().food()).containsOnlyNulls();
		assertThat(this.journal.of(this.sample.authority().id(), this.sample.consultation().id(), true, 50))
			.extracting(Journal.Entry::textKey)
			.contains("journal.meeting.published", "journal.meeting.notesSent");
	}

	@Test
	void theEngineKeepsIdsAndDecisionsOnly() {
		Meeting meeting = this.sample.published(20);
		this.sample.register(meeting, this.sample.email("Ida"), this.sample.details("Ida", "Fler scener för unga"));
		this.cases.complete(meeting.id(), "contactParticipant", Map.of("note", "Ida inleder."));
		assertThat(this.history.createHistoricVariableInstanceQuery()
			.processInstanceId(this.cases.instance("meeting", meeting.id()).getId())
			.list()).extracting("name").containsOnly("caseId", "responsibleOfficer", "registrationId");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			day                 | 2020-01-10       | har redan varit
			ends                | 17:00            | sluta efter att det har börjat
			starts              | 03:00            | mellan 06:00 och 23:00
			link                | http://x.example | https://
			link                | javascript:x     | https://
			registrationLastDay | DAY              | före mötets dag
			registrationLastDay | 2020-01-10       | har redan varit
			capacity            | 0                | minst 1
			capacity            | 20000            | högst 10000
			title               | x                | minst 3
			kind                | PARTY            | välj något
			extra               | x                | finns inte i formuläret
			""")
	void aPlanThatCannotBeKeptIsRefusedAndTheTaskStays(String field, String value, String sentence) {
		MeetingId id = this.sample.wanted().id();
		Map<String, Object> plan = this.sample.plan("Dialogmöte", 20);
		plan.put(field, field.equals("capacity") ? (Object) Integer.valueOf(value)
				: value.replace("DAY", this.sample.day().toString()));
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.cases.complete(id, "planMeeting", plan))
			.withMessageContaining(sentence);
		assertThat(this.cases.task(id, "planMeeting")).isNotNull();
		assertThat(this.meetings.get(id).isPlanned()).isFalse();
	}

	@Test
	void aMeetingIsSomewhere() {
		MeetingId id = this.sample.wanted().id();
		Map<String, Object> plan = new HashMap<>(this.sample.plan("Dialogmöte", null));
		plan.remove("place");
		plan.remove("link");
		assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> this.cases.complete(id, "planMeeting", plan))
			.withMessageContaining("Skriv en plats, en länk");
	}

	@Test
	void whoeverStartsAMeetingByFormMakesItForAConsultationUnderWay() {
		Id id = this.processes.startWithAnswers(new ProcessKey("meeting"), this.sample.officer(),
				Map.of("caseId", this.sample.consultation().id().toString(), "title", "Extra möte", "kind", "OPEN"));
		assertThat(this.meetings.get(new MeetingId(id.value()))).satisfies((meeting) -> {
			assertThat(meeting.wishedTitle()).isEqualTo("Extra möte");
			assertThat(meeting.kind()).isEqualTo(Meeting.Kind.OPEN);
			assertThat(meeting.authorityId()).isEqualTo(this.sample.authority().id());
		});
		Task task = this.cases.task(id, "planMeeting");
		assertThat(task.getAssignee()).isEqualTo(this.sample.officer().id());
		SampleMeetings other = new SampleMeetings(this.context);
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.processes.startWithAnswers(new ProcessKey("meeting"), this.sample.officer(),
					Map.of("caseId", other.consultation().id().toString(), "title", "Främmande", "kind", "OPEN")));
	}

	@Test
	void theFormsAreFilledWithAProposalThatCanBeKept() {
		MeetingId id = this.sample.wanted().id();
		VariableMap facts = this.forms.getTaskFormVariables(this.cases.task(id, "planMeeting").getId());
		assertThat(LocalDate.parse(facts.get("registrationLastDay").toString()))
			.isBefore(LocalDate.parse(facts.get("day").toString()));
		assertThat(facts.get("questions").toString()).contains("1. Vad saknas i dag?", "2. Vad ska prioriteras?");
		Map<String, Object> plan = new HashMap<>(Map.of("place", "Biblioteket"));
		List.of("title", "kind", "day", "starts", "ends", "registrationLastDay", "theme", "targetGroup")
			.forEach((field) -> plan.put(field, facts.get(field).toString()));
		this.cases.complete(id, "planMeeting", plan);
		assertThat(this.meetings.get(id).status()).isEqualTo(Meeting.Status.PUBLISHED);
	}

	@Test
	void whatAMeetingWaitsForIsNamedAsWaitedForAndUntilWhen() {
		Meeting meeting = this.sample.published(20);
		String registration = DateText.date(meeting.registrationLastDay(), Locale.forLanguageTag("sv"));
		assertThat(waiting(meeting, "sv")).contains("Väntar på att anmälan stänger " + registration)
			.anySatisfy(
					(name) -> assertThat(name).startsWith("Väntar på nästa påminnelse eller sista anmälningsdagen "));
		assertThat(waiting(meeting, "en")).contains(
				"Waiting for registration to close on " + DateText.date(meeting.registrationLastDay(), Locale.ENGLISH));
	}

	private List<String> waiting(Meeting meeting, String language) {
		return this.diagrams.of(meeting.authorityId(), meeting.caseId(), Locale.forLanguageTag(language))
			.stream()
			.flatMap((process) -> process.now().stream())
			.filter((step) -> step.state() == CaseStep.State.WAITING)
			.map(CaseStep::name)
			.toList();
	}

	@Test
	void aCycleGetsAsManyMeetingsAsItWants() {
		List<String> ids = this.steps.prepareMeetings(this.sample.consultation().id());
		assertThat(ids).hasSize(2);
		assertThat(this.programme.items(this.sample.consultation().id())).hasSize(2)
			.allSatisfy((item) -> assertThat(item.planned() || item.published()).isFalse());
	}

	@Test
	void somebodyWithATopicIsContactedBeforeTheMeeting() {
		Meeting meeting = this.sample.published(20);
		MeetingId id = meeting.id();
		this.sample.register(meeting, this.sample.email("Ida"), this.sample.details("Ida", "Fler scener för unga"));
		Task task = this.cases.task(id, "contactParticipant");
		assertThat(task.getDueDate().toInstant()).isBefore(meeting.startsAt());
		this.cases.complete(id, "contactParticipant", Map.of("note", "Ida inleder i grupp två."));
		Registration ida = this.sample.of(meeting, "Ida");
		assertThat(ida.contactedAt()).isNotNull();
		assertThat(ida.contactNote()).isEqualTo("Ida inleder i grupp två.");
		assertThat(this.cases.instance("meeting", id)).isWaitingAt("registrationReminderOrLastDay");
		assertThat(this.steps.sendPreparationFacts(id).topics()).contains("Ida", "Fler scener för unga");
	}

	@Test
	void twoWithTopicsAreTwoTasksEachWithItsOwnPerson() {
		Meeting meeting = this.sample.published(20);
		this.sample.register(meeting, this.sample.email("Ida"), this.sample.details("Ida", "Scener"));
		this.sample.register(meeting, this.sample.email("Åke"), this.sample.details("Åke", "Bussar"));
		ProcessInstance instance = this.cases.instance("meeting", meeting.id());
		assertThat(this.runtime.createVariableInstanceQuery()
			.processInstanceIdIn(instance.getId())
			.variableName("registrationId")
			.list()).extracting("value")
			.containsExactlyInAnyOrder(this.sample.of(meeting, "Ida").id().toString(),
					this.sample.of(meeting, "Åke").id().toString());
	}

	@Test
	void aRenamedMeetingIsCalledSoEverywhereAndNobodyIsMailed() {
		Meeting meeting = this.sample.published(20);
		String before = meeting.title();
		String authority = this.sample.authority().id();
		this.sample.register(meeting, "Ida");
		int mails = mails();
		this.office.rename(authority, meeting.id(), before);
		assertThat(this.meetings.get(meeting.id()).sequence()).as("no new name").isZero();
		this.office.rename(authority, meeting.id(), "Samtal om scener");
		this.cases.run();
		Meeting renamed = this.meetings.get(meeting.id());
		assertThat(renamed.title()).isEqualTo("Samtal om scener");
		assertThat(renamed.sequence()).as("for calendars").isOne();
		assertThat(renamed.edition().changed()).isAfter(meeting.edition().changed());
		assertThat(mails()).isEqualTo(mails);
		assertThat(this.journal.of(authority, this.sample.consultation().id(), true, 1)).first()
			.satisfies((entry) -> assertThat(entry.textKey()).isEqualTo("journal.meeting.renamed"))
			.satisfies((entry) -> assertThat(entry.arguments()).containsExactly(before, "Samtal om scener"));
		this.office.cancel(authority, meeting.id(), "Snöstorm.");
		assertThatExceptionOfType(MeetingProblem.class)
			.isThrownBy(() -> this.office.rename(authority, meeting.id(), "Något annat"));
	}

	private int mails() {
		return this.jdbc.sql("select count(*) from mail where authority_id = :authority")
			.param("authority", this.sample.authority().id())
			.query(Integer.class)
			.single();
	}

	@Test
	void aTitleStoredBeforeLinesWereCleanedStopsNobody() {
		Meeting meeting = this.sample.published(20);
		this.jdbc.sql("update meeting set title = :title, place = :place where id = :id")
			.param("title", "Dialog\tmöte\r\ni \u202EHeby")
			.param("place", "Biblioteket\r\nSala")
			.param("id", meeting.id())
			.update();
		this.sample.register(meeting, "Ida");
		SampleMeetings.Sent registered = mail("meeting-registered", "Ida");
		assertThat(registered.subject()).contains("Dialog möte i Heby");
		assertThat(this.sample.calendar(registered)).contains("SUMMARY:Dialog möte i Heby\r\n")
			.contains("LOCATION:Biblioteket Sala\r\n");
		this.office.cancel(this.sample.authority().id(), meeting.id(), "Snöstorm.");
		this.cases.run();
		assertThat(mail("meeting-cancelled", "Ida").subject()).contains("Dialog möte i Heby");
		assertThat(this.cases.isRunning("meeting", meeting.id())).isFalse();
	}

	@Test
	void aMovedMeetingTellsEverybodyAndItsTimersFollow() {
		Meeting meeting = this.sample.published(1);
		MeetingId id = meeting.id();
		this.sample.register(meeting, "Ida");
		this.sample.register(meeting, "Åke");
		LocalDate newDay = this.sample.day().plusDays(28);
		this.office.move(this.sample.authority().id(), id, new MeetingPlan.When(newDay, LocalTime.of(17, 30),
				LocalTime.of(19, 0), "Rådhuset", SampleMeetings.LINK, newDay.minusDays(10)));
		this.cases.run();
		assertThat(this.journal.of(this.sample.authority().id(), this.sample.consultation().id(), true, 9))
			.filteredOn((entry) -> entry.textKey().startsWith("journal.meeting.moved"))
			.extracting(Journal.Entry::textKey, (entry) -> List.of(entry.arguments()))
			.containsExactlyInAnyOrder(
					tuple("journal.meeting.movedTime",
							List.of(meeting.title(), meeting.startsAt().toString(),
									instant(newDay, LocalTime.of(17, 30)).toString())),
					tuple("journal.meeting.movedPlace", List.of(meeting.title(), "Rådhuset")),
					tuple("journal.meeting.movedLastDay", List.of(meeting.title(),
							meeting.registrationLastDay().toString(), newDay.minusDays(10).toString())));
		assertThat(this.sample.mails("meeting-moved")).hasSize(2);
		SampleMeetings.Sent toIda = mail("meeting-moved", "Ida");
		assertThat(toIda.textBody()).contains("Rådhuset", SampleMeetings.LINK);
		assertThat(this.sample.calendar(toIda)).contains("SEQUENCE:1", "METHOD:PUBLISH");
		assertThat(uid(this.sample.calendar(toIda)))
			.isEqualTo(uid(this.sample.calendar(mail("meeting-registered", "Ida"))));
		assertThat(mail("meeting-moved", "Åke").textBody()).contains("väntelistan").doesNotContain(SampleMeetings.LINK);
		this.cases.fire(id, "registrationReminderOrLastDay");
		assertThat(this.clock.instant()).isAfter(instant(newDay.minusDays(24), LocalTime.NOON))
			.isBefore(instant(newDay.minusDays(10), LocalTime.MIDNIGHT));
		assertThat(this.meetings.get(id).sequence()).isOne();
	}

	@Test
	void aMeetingMovedAfterItsRegistrationClosedIsRemindedOfAtItsNewTime() {
		Meeting meeting = this.sample.published(20);
		MeetingId id = meeting.id();
		this.sample.register(meeting, "Ida");
		closeRegistration(id);
		LocalDate newDay = this.sample.day().plusDays(14);
		this.office.move(this.sample.authority().id(), id, new MeetingPlan.When(newDay, LocalTime.of(18, 0),
				LocalTime.of(20, 0), "Rådhuset", null, this.sample.registrationLastDay()));
		this.cases.run();
		this.cases.fire(id, "meetingReminderOrStart");
		assertThat(this.clock.instant()).isAfter(instant(newDay.minusDays(5), LocalTime.NOON));
		assertThat(this.sample.mails("meeting-reminder")).singleElement()
			.satisfies((mail) -> assertThat(mail.textBody()).contains("Rådhuset"));
		this.cases.fire(id, "meetingReminderOrStart");
		assertThat(this.clock.instant()).isAfterOrEqualTo(instant(newDay, LocalTime.of(18, 0)));
	}

	@Test
	void aMeetingMovedWithANewLastDayAfterItsRegistrationClosedRemindsAndClosesAgain() {
		this.sample.invite("Silent");
		Meeting meeting = this.sample.published(20);
		MeetingId id = meeting.id();
		closeRegistration(id);
		assertThat(this.sample.mails("meeting-unregistered")).hasSize(2);
		ProcessInstance instance = this.cases.instance("meeting", id);
		for (int moves = 1; moves <= 2; moves++) {
			LocalDate newDay = this.sample.day().plusDays(60 * moves);
			move(id, 60 * moves);
			this.cases.run();
			assertThat(instance).isWaitingAt("registrationReminderOrLastDay", "meetingReminderOrStart",
					"sendPreparation");
			this.cases.fire(id, "registrationReminderOrLastDay");
			this.cases.fire(id, "registrationReminderOrLastDay");
			assertThat(this.sample.mails("meeting-unregistered")).hasSize(2 + 2 * moves);
			this.sample.register(meeting, "Late" + moves);
			this.cases.fire(id, "registrationReminderOrLastDay");
			assertThat(this.clock.instant()).isAfterOrEqualTo(instant(newDay.minusDays(9), LocalTime.MIDNIGHT));
			assertThat(instance).isNotWaitingAt("registrationReminderOrLastDay").isWaitingAt("registrationMayReopen");
		}
		assertThat(this.cases.task(id, "sendPreparation")).as("one for all closings").isNotNull();
		assertThatExceptionOfType(MeetingProblem.class).isThrownBy(() -> this.sample.register(meeting, "Toolate"));
		this.cases.fire(id, "meetingReminderOrStart");
		assertThat(this.sample.mails("meeting-reminder")).hasSize(2);
	}

	@Test
	void aMeetingBegunWithAnEarlierDiagramIsMovedAndClosesAgain() throws Exception {
		this.earlier.with(() -> {
			Meeting meeting = this.sample.published(20);
			MeetingId id = meeting.id();
			this.sample.register(meeting, "Ida");
			closeRegistration(id);
			move(id, 60);
			this.cases.run();
			ProcessInstance instance = this.cases.instance("meeting", id);
			assertThat(this.sample.mails("meeting-moved")).hasSize(1);
			assertThat(instance).isWaitingAt("reopenedReminderOrLastDay", "meetingReminderOrStart", "sendPreparation");
			for (int i = 0; i < 3; i++) {
				this.cases.fire(id, "reopenedReminderOrLastDay");
			}
			assertThat(instance).hasPassed("registrationClosedAgain");
			this.cases.fire(id, "meetingReminderOrStart");
			assertThat(this.clock.instant()).isAfter(instant(this.sample.day().plusDays(50), LocalTime.NOON));
		});
	}

	@Test
	void aRegistrationThatIsMovedWhileItClosesStaysOpen() {
		Meeting meeting = this.sample.published(20);
		MeetingId id = meeting.id();
		ProcessInstance instance = this.cases.instance("meeting", id);
		this.cases.fire(id, "registrationReminderOrLastDay");
		this.cases.fire(id, "registrationReminderOrLastDay");
		Job lastDay = this.management.createJobQuery().timers().processInstanceId(instance.getId()).singleResult();
		this.clock.jumpTo(lastDay.getDuedate().toInstant());
		this.management.executeJob(lastDay.getId());
		Job closing = this.management.createJobQuery().messages().processInstanceId(instance.getId()).singleResult();
		CompletableFuture<Void> closed = this.transaction.execute((status) -> {
			move(id, 60);
			CompletableFuture<Void> job = CompletableFuture.runAsync(() -> this.management.executeJob(closing.getId()));
			await().until(() -> this.jdbc.sql("select count(*) from pg_locks where not granted")
				.query(Integer.class)
				.single() > 0);
			return job;
		});
		// it waits for the move and sees the new day
		closed.join();
		this.cases.run();
		assertThat(instance).hasNotPassed("meetingAhead").isWaitingAt("registrationReminderOrLastDay");
		this.sample.register(meeting, "Late");
		closeRegistration(id);
		assertThat(instance).isWaitingAt("sendPreparation", "meetingReminderOrStart");
		assertThat(this.clock.instant()).isAfter(instant(this.sample.day().plusDays(50), LocalTime.NOON));
	}

	private void move(MeetingId id, int days) {
		LocalDate newDay = this.sample.day().plusDays(days);
		this.office.move(this.sample.authority().id(), id, new MeetingPlan.When(newDay, LocalTime.of(18, 0),
				LocalTime.of(20, 0), "Rådhuset", null, newDay.minusDays(10)));
	}

	private void closeRegistration(MeetingId id) {
		this.cases.fire(id, "registrationReminderOrLastDay");
		this.cases.fire(id, "registrationReminderOrLastDay");
		this.cases.fire(id, "registrationReminderOrLastDay");
	}

	@Test
	void aCancelledMeetingTellsEverybodyAndItsTasksEnd() {
		Meeting meeting = this.sample.published(1);
		MeetingId id = meeting.id();
		this.sample.register(meeting, this.sample.email("Ida"), this.sample.details("Ida", "Scener"));
		this.sample.register(meeting, "Åke");
		ProcessInstance instance = this.cases.instance("meeting", id);
		this.office.cancel(this.sample.authority().id(), id, "Lokalen är översvämmad.");
		this.cases.run();
		assertThat(instance).isEnded();
		assertThat(instance).hasPassed("tellCancelled").hasNotPassed("closeRegistration", "recordMeeting");
		assertThat(this.sample.mails("meeting-cancelled")).hasSize(2)
			.allSatisfy((mail) -> assertThat(mail.textBody()).contains("Lokalen är översvämmad."));
		assertThat(this.sample.calendar(mail("meeting-cancelled", "Ida"))).contains("METHOD:CANCEL", "STATUS:CANCELLED",
				"SEQUENCE:1");
		assertThat(this.programme.items(this.sample.consultation().id())).isEmpty();
		assertThat(this.registrations.active(id)).extracting((one) -> one.details().food()).containsOnlyNulls();
		assertThatExceptionOfType(MeetingProblem.class).isThrownBy(() -> this.sample.register(meeting, "Sen"));
	}

	@Test
	void aCancelledCycleCallsOffItsMeetings() {
		Meeting meeting = this.sample.published(20);
		Meeting unplanned = this.sample.wanted();
		this.sample.register(meeting, "Ida");
		this.transaction.executeWithoutResult((status) -> this.steps.cancelMeetings(this.sample.consultation().id()));
		assertThat(this.meetings.get(meeting.id()).status()).isEqualTo(Meeting.Status.CANCELLED);
		assertThat(this.meetings.get(unplanned.id()).status()).isEqualTo(Meeting.Status.CANCELLED);
		this.cases.run();
		assertThat(this.cases.isRunning("meeting", meeting.id())).isFalse();
		assertThat(this.cases.isRunning("meeting", unplanned.id())).isFalse();
		assertThat(this.sample.mails("meeting-cancelled")).hasSize(1);
	}

	@Test
	void aPreparationThatComesTooLateIsNotSent() {
		Meeting meeting = this.sample.published(20);
		MeetingId id = meeting.id();
		this.sample.register(meeting, "Ida");
		closeRegistration(id);
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(id, "sendPreparation", Map.of()))
			.withMessageContaining("måste fyllas i");
		this.cases.fire(id, "meetingReminderOrStart");
		this.cases.fire(id, "meetingReminderOrStart");
		this.cases.fire(id, "meetingStarted");
		this.cases.fire(id, "meetingEnded");
		this.cases.complete(id, "recordMeeting", Map.of("participants", 1, "summary", "Ett kort samtal."));
		assertThat(this.cases.instance("meeting", id)).isWaitingAt("sendPreparation");
		this.cases.complete(id, "sendPreparation", Map.of());
		assertThat(this.sample.mails("meeting-preparation")).isEmpty();
		assertThat(this.cases.isRunning("meeting", id)).isFalse();
		assertThat(this.sample.mails("meeting-notes")).hasSize(1);
	}

	@Test
	void meetingsWithTheSameLastDayRemindOnceForAll() {
		this.sample.invite("Silent");
		Meeting one = this.sample.published("Dialogmöte ett", 20);
		Meeting other = this.sample.published("Dialogmöte två", 20);
		this.cases.fire(one.id(), "registrationReminderOrLastDay");
		this.cases.fire(other.id(), "registrationReminderOrLastDay");
		assertThat(this.sample.mails("meeting-unregistered")).singleElement()
			.satisfies((mail) -> assertThat(mail.textBody()).contains("Dialogmöte ett", "Dialogmöte två"));
	}

	@Test
	void nobodyIsRemindedWhoStaysAway() {
		OrganisationId organisation = this.sample.invite("Away");
		Meeting meeting = this.sample.published(20);
		this.transaction.executeWithoutResult((status) -> {
			Invitees invitees = this.context.getBean(Invitees.class);
			invitees.of(this.sample.consultation().id())
				.stream()
				.filter((invitee) -> invitee.organisationId().equals(organisation))
				.forEach((invitee) -> invitees.answered(invitee.id(), Invitee.Answer.NOT_COMING));
		});
		this.cases.fire(meeting.id(), "registrationReminderOrLastDay");
		assertThat(this.sample.mails("meeting-unregistered")).isEmpty();
	}

	private SampleMeetings.Sent mail(String kind, String name) {
		return this.sample.mails(kind)
			.stream()
			.filter((mail) -> mail.recipient().equals(this.sample.email(name).value()))
			.findFirst()
			.orElseThrow();
	}

	private static String uid(String calendar) {
		return calendar.replaceAll("(?s).*\\nUID:([^\\r\\n]+).*", "$1");
	}

	private Instant instant(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(this.sample.authority().zone()).toInstant();
	}

}
