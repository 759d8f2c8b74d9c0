package se.kulturlots.meeting;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.Registration.Status;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Seats, the waiting list, and what must never happen to them. */
@KulturlotsTest
class RegistrationServiceTest {

	private static final Locale SWEDISH = Locale.forLanguageTag("sv");

	@Autowired
	ApplicationContext context;

	@Autowired
	RegistrationService desk;

	@Autowired
	Registrations registrations;

	@Autowired
	RegistrationExport export;

	@Autowired
	Meetings meetings;

	@Autowired
	MeetingOffice office;

	@Autowired
	Invitees invitees;

	@Autowired
	Journal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AppClock clock;

	SampleMeetings sample;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
	}

	@Test
	void thereAreNeverMoreThanSeatsHoweverManyPressTheButton() throws Exception {
		Meeting meeting = this.sample.published(5);
		List<Receipt> receipts = atOnce(IntStream.range(0, 16)
			.<Callable<Receipt>>mapToObj((i) -> () -> this.sample.register(meeting, "person" + i))
			.toList());
		assertThat(receipts.stream().filter((receipt) -> !receipt.waiting())).hasSize(5);
		assertThat(statuses(meeting, Status.REGISTERED)).hasSize(5);
		assertThat(statuses(meeting, Status.WAITING)).hasSize(11);
		assertThat(this.meetings.get(meeting.id()).seatsTaken()).isEqualTo(5);
	}

	@Test
	void seatsGivenBackAtOnceGoToThoseWhoWaitedLongest() throws Exception {
		Meeting meeting = this.sample.published(4);
		IntStream.range(0, 10).forEach((i) -> this.sample.register(meeting, "person" + i));
		List<Callable<Receipt>> work = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			RegistrationId id = this.sample.of(meeting, "person" + i).id();
			work.add(() -> {
				this.desk.cancel(id, null);
				return new Receipt(new ReceiptId(id.value()), "", false, null);
			});
			int newcomer = 10 + i;
			work.add(() -> this.sample.register(meeting, "person" + newcomer));
		}
		atOnce(work);
		assertThat(statuses(meeting, Status.REGISTERED)).extracting(Registration::name)
			.containsExactlyInAnyOrder("person4", "person5", "person6", "person7");
		assertThat(this.meetings.get(meeting.id()).seatsTaken()).isEqualTo(4);
		assertThat(this.sample.mails("meeting-seat")).hasSize(4)
			.allSatisfy((mail) -> assertThat(this.sample.calendar(mail)).contains("METHOD:PUBLISH"));
	}

	@Test
	void theDatabaseItselfRefusesOneTooMany() {
		Meeting meeting = this.sample.published(1);
		this.sample.register(meeting, "Ida");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update meeting set seats_taken = 2 where id = :id")
				.param("id", meeting.id())
				.update());
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into registration (id, version, authority_id, meeting_id, reference, name, email, kind, language,
					status, registered_at)
				select gen_random_uuid(), 0, authority_id, meeting_id, 'M-2', name, upper(email), kind, language,
					status, registered_at from registration where meeting_id = :id""")
			.param("id", meeting.id())
			.update());
	}

	@Test
	void theSameFormSentTwiceIsOneRegistrationAndOneReceipt() throws Exception {
		Meeting meeting = this.sample.published(5);
		UUID submission = UUID.randomUUID();
		RegistrationDetails details = this.sample.details("Ida", null);
		Callable<Receipt> send = () -> this.desk.register(meeting.id(), submission, this.sample.email("Ida"), SWEDISH,
				details);
		List<Receipt> receipts = atOnce(List.of(send, send, send, send));
		assertThat(Set.copyOf(receipts)).hasSize(1);
		assertThat(this.registrations.active(meeting.id())).hasSize(1);
		assertThat(this.sample.mails("meeting-registered")).hasSize(1);
		assertThat(this.sample.mails("meeting-already")).isEmpty();
	}

	@Test
	void theSameFormSentAgainForSomebodyElseIsAnotherRegistration() {
		Meeting meeting = this.sample.published(5);
		UUID submission = UUID.randomUUID();
		Receipt first = this.desk.register(meeting.id(), submission, this.sample.email("Ida"), SWEDISH,
				this.sample.details("Ida", null));
		Receipt second = this.desk.register(meeting.id(), submission, this.sample.email("Ake"), SWEDISH,
				this.sample.details("Åke", null));
		assertThat(second.reference()).isNotEqualTo(first.reference());
		assertThat(this.registrations.active(meeting.id())).hasSize(2);
	}

	@Test
	void whoCorrectsTheirAddressKeepsTheSeatAndCountsOnce() {
		Meeting meeting = this.sample.published(1);
		UUID submission = UUID.randomUUID();
		send(meeting, submission, "Idda", "Ida");
		this.sample.register(meeting, "Waiting");
		Receipt corrected = send(meeting, submission, "Ida", "Ida");
		assertThat(corrected.waiting()).isFalse();
		assertThat(statuses(meeting, Status.REGISTERED)).extracting(Registration::email)
			.containsExactly(this.sample.email("Ida"));
		assertThat(this.registrations.active(meeting.id())).hasSize(2);
		assertThat(this.sample.mails("meeting-withdrawn")).singleElement()
			.satisfies((mail) -> assertThat(mail.recipient()).isEqualTo(this.sample.email("Idda").value()));
	}

	@Test
	void theNewWordsAreTakenAndToldInAMail() {
		Meeting meeting = this.sample.published(5);
		UUID submission = UUID.randomUUID();
		Receipt first = send(meeting, submission, "Ida", "Ida");
		assertThat(send(meeting, submission, "Ida", "Ida Exempel")).isEqualTo(first);
		assertThat(this.sample.of(meeting, "Ida").name()).isEqualTo("Ida Exempel");
		assertThat(this.sample.mails("meeting-registered")).hasSize(2);
	}

	@Test
	void nobodyChangesWhatAnotherFormHasMade() {
		Meeting meeting = this.sample.published(5);
		this.sample.register(meeting, "Ida");
		UUID submission = UUID.randomUUID();
		Receipt first = send(meeting, submission, "Ida", "Någon annan");
		assertThat(send(meeting, submission, "Ida", "En tredje")).isEqualTo(first);
		send(meeting, submission, "Annan", "Ida");
		assertThat(this.sample.of(meeting, "Ida").name()).isEqualTo("Ida");
		assertThat(this.registrations.active(meeting.id())).hasSize(2);
		assertThat(this.sample.mails("meeting-withdrawn")).isEmpty();
	}

	private Receipt send(Meeting meeting, UUID submission, String address, String name) {
		return this.desk.register(meeting.id(), submission, this.sample.email(address), SWEDISH,
				this.sample.details(name, null));
	}

	@Test
	void somebodyRegisteredAlreadyLearnsItByMailAndThePageSaysTheSame() {
		Meeting meeting = this.sample.published(5);
		this.sample.register(meeting, "Ida");
		Receipt again = this.sample.register(meeting, new EmailAddress(this.sample.email("Ida").value().toUpperCase()),
				this.sample.details("Någon annan", null));
		Receipt new1 = this.sample.register(meeting, "Ny");
		assertThat(again.waiting()).isEqualTo(new1.waiting());
		assertThat(again.reference()).hasSameSizeAs(new1.reference()).isNotEqualTo(new1.reference());
		assertThat(this.sample.of(meeting, "Ida").name()).isEqualTo("Ida");
		this.sample.register(meeting, this.sample.email("Ida"), this.sample.details("En tredje", null));
		assertThat(this.sample.mails("meeting-already")).as("one a day").singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(this.sample.email("Ida").value());
			assertThat(mail.textBody()).contains("hade redan en plats").doesNotContain("Någon annan");
		});
	}

	@Test
	void theFirstOnTheWaitingListGetsTheSeatAndAMail() {
		Meeting meeting = this.sample.published(1);
		assertThat(this.sample.register(meeting, "Ida").waiting()).isFalse();
		assertThat(this.sample.register(meeting, "First").waiting()).isTrue();
		assertThat(this.sample.register(meeting, "Second").waiting()).isTrue();
		assertThat(this.sample.mails("meeting-waiting")).hasSize(2)
			.allSatisfy((mail) -> assertThat(mail.textBody()).doesNotContain(SampleMeetings.LINK));
		RegistrationId ida = this.sample.of(meeting, "Ida").id();
		this.desk.cancel(ida, null);
		this.desk.cancel(ida, null);
		assertThat(this.sample.of(meeting, "First").status()).isEqualTo(Status.REGISTERED);
		assertThat(this.sample.of(meeting, "Second").status()).isEqualTo(Status.WAITING);
		assertThat(this.sample.mails("meeting-seat")).singleElement()
			.satisfies((mail) -> assertThat(mail.textBody()).contains(SampleMeetings.LINK));
		assertThat(this.sample.calendar(this.sample.mails("meeting-withdrawn").get(0))).contains("METHOD:CANCEL");
		assertThat(this.registrations.findById(ida).orElseThrow().details().food()).isNull();
	}

	@Test
	void whoHasCancelledMayRegisterAgainAtTheEndOfTheList() {
		Meeting meeting = this.sample.published(1);
		this.sample.register(meeting, "Ida");
		this.sample.register(meeting, "First");
		this.desk.cancel(this.sample.of(meeting, "Ida").id(), null);
		assertThat(this.sample.register(meeting, "Ida").waiting()).isTrue();
	}

	@Test
	void moreSeatsGoToTheWaitingListAndFewerThanTakenCannotBe() {
		Meeting meeting = this.sample.published(1);
		List.of("Ida", "First", "Second", "Third").forEach((name) -> this.sample.register(meeting, name));
		this.desk.resize(this.sample.authority().id(), meeting.id(), 3);
		assertThat(statuses(meeting, Status.REGISTERED)).extracting(Registration::name)
			.containsExactly("Ida", "First", "Second");
		assertThatExceptionOfType(MeetingProblem.class)
			.isThrownBy(() -> this.desk.resize(this.sample.authority().id(), meeting.id(), 2))
			.satisfies((problem) -> assertThat(problem.field()).isEqualTo("capacity"));
		this.desk.resize(this.sample.authority().id(), meeting.id(), null);
		assertThat(statuses(meeting, Status.WAITING)).isEmpty();
	}

	@Test
	void theLastDayLastsToItsEndAndThenOnlyStaffCanHelp() {
		Meeting meeting = this.sample.published(5);
		var zone = this.sample.authority().zone();
		this.clock.jumpTo(this.sample.registrationLastDay().atTime(LocalTime.of(23, 59)).atZone(zone).toInstant());
		this.sample.register(meeting, "Sen");
		this.clock.jumpTo(this.sample.registrationLastDay().plusDays(1).atStartOfDay(zone).toInstant());
		assertThatExceptionOfType(MeetingProblem.class).isThrownBy(() -> this.sample.register(meeting, "ForSen"))
			.satisfies((problem) -> assertThat(problem.messageKey()).isEqualTo("meeting.problem.closed"));
		Registration byPhone = this.desk.registerOnBehalf(meeting.id(), UUID.randomUUID(), null, SWEDISH,
				this.sample.details("Vera utan e-post", null), this.sample.officer().id());
		assertThat(byPhone.status()).isEqualTo(Status.REGISTERED);
		assertThat(this.journal.of(this.sample.authority().id(), this.sample.consultation().id(), false, 10))
			.filteredOn((entry) -> entry.textKey().equals("journal.meeting.registeredOnBehalf"))
			.singleElement()
			.satisfies((entry) -> assertThat(entry.arguments()).containsExactly(meeting.title(), byPhone.reference()));
		this.clock.jumpTo(meeting.startsAt());
		assertThatExceptionOfType(MeetingProblem.class)
			.isThrownBy(() -> this.desk.registerOnBehalf(meeting.id(), UUID.randomUUID(), this.sample.email("Snabb"),
					SWEDISH, this.sample.details("Snabb", null), this.sample.officer().id()));
		assertThatExceptionOfType(MeetingProblem.class).isThrownBy(() -> this.desk.cancel(byPhone.id(), null));
	}

	@Test
	void aRegistrationAnswersTheInvitation() {
		OrganisationId byAddress = this.sample.invite("Kor");
		OrganisationId byName = this.sample.invite("Hembygd");
		OrganisationId silent = this.sample.invite("Tyst");
		Meeting meeting = this.sample.published(5);
		this.sample.register(meeting, "Kor");
		this.sample.register(meeting, this.sample.email("privat"),
				new RegistrationDetails("Eva", " hembygd ", null, ParticipantKind.ASSOCIATION, null, null, null, null));
		assertThat(this.invitees.of(this.sample.consultation().id(), Invitees.Which.UNREGISTERED))
			.extracting("organisationId")
			.containsExactly(silent)
			.doesNotContain(byAddress, byName);
	}

	@Test
	void anotherAuthoritysMeetingCannotBeChanged() {
		Meeting meeting = this.sample.published(5);
		String other = new SampleMeetings(this.context).authority().id();
		assertThatExceptionOfType(MeetingProblem.class).isThrownBy(() -> this.meetings.get(other, meeting.id()));
		assertThatExceptionOfType(MeetingProblem.class).isThrownBy(() -> this.desk.resize(other, meeting.id(), 3));
		assertThatExceptionOfType(MeetingProblem.class)
			.isThrownBy(() -> this.office.cancel(other, meeting.id(), "Nej"));
		this.sample.register(meeting, "Ida");
		assertThatExceptionOfType(MeetingProblem.class)
			.isThrownBy(() -> this.registrations.get(other, this.sample.of(meeting, "Ida").id()));
	}

	@Test
	void theFileForSpreadsheetsComputesNothing() {
		Meeting meeting = this.sample.published(5);
		this.sample.register(meeting, this.sample.email("ond"),
				new RegistrationDetails("=cmd|' /C calc'!A0", "+Förening; \"med\" tecken\noch rad", null,
						ParticipantKind.OTHER, "0380", TopicKind.IDEA, "@SUM(1)", "-1"));
		String csv = Sheets.csv((sheet) -> this.export.write(meeting, SWEDISH, sheet));
		assertThat(csv).startsWith("\uFEFFReferens;Läge;Namn")
			.contains("'=cmd|", "'+Förening", "'@SUM(1)", "'-1", "Uppsala", "Har plats")
			.doesNotContain(";=", ";+", ";@", ";-", "\"+", "\"=");
	}

	private List<Registration> statuses(Meeting meeting, Status status) {
		return this.registrations.active(meeting.id()).stream().filter((one) -> one.status() == status).toList();
	}

	private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(work.size());
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<T>> futures = work.stream().map((one) -> threads.submit(() -> {
				start.await();
				return one.call();
			})).toList();
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
