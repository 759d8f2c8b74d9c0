package se.kulturlots.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.CycleLetters;
import se.kulturlots.consultation.InvitedSenders;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.InviteeId;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.input.SampleInput;
import se.kulturlots.input.Submission;
import se.kulturlots.mail.Refusals;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.register.JoinId;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationJoins;
import se.kulturlots.register.OrganisationJoins.Seen;
import se.kulturlots.register.Organisations;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What two organisations had part in is one's when they become one, and theirs again. */
@KulturlotsTest
class JoinedOrganisationsTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	OrganisationJoins joins;

	@Autowired
	Refusals refusals;

	@Autowired
	Organisations organisations;

	@Autowired
	RegistrationService desk;

	@Autowired
	Invitees invitees;

	@Autowired
	PersonalLinks links;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CycleLetters letters;

	@LocalServerPort
	int port;

	SampleMeetings sample;

	Meeting meeting;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
		this.meeting = this.sample.published(null);
	}

	@Test
	void ofTwoOnOneListTheOneThatStaysHasSaidAndAnsweredAll() {
		OrganisationId stays = this.sample.invite("Kören");
		OrganisationId goes = this.sample.invite("Sångarna");
		InviteeId invited = invitee("Sångarna");
		register("Sångarna", "a");
		assertNumbers(2, 1, 0, 1);
		JoinId join = join(stays, goes);
		assertNumbers(1, 1, 0, 0);
		answer(invited, Invitee.Answer.COMING);
		assertNumbers(1, 1, 1, 0);
		assertThat(this.invitees.of(this.sample.consultation().id())).extracting(Invitee::name, Invitee::answer)
			.containsExactly(tuple("Kören", Invitee.Answer.COMING));
		register("Sångarna", "b");
		this.joins.takeBack(this.sample.authority().id(), join);
		assertNumbers(2, 2, 1, 0);
		assertThat(this.invitees.find(invited)).map(Invitee::name).hasValue("Sångarna");
	}

	@Test
	void whoeverComesByTheLinkOfTheOneThatWentSpeaksForTheOneThatStays() throws Exception {
		OrganisationId stays = this.sample.invite("Kören");
		OrganisationId goes = this.sample.invite("Sångarna");
		String token = this.links
			.issue(this.sample.authority().id(), InvitedSenders.INVITATION, invitee("Sångarna"),
					this.clock.instant().plus(Duration.ofDays(9)))
			.value();
		join(stays, goes);
		new Visitor(this.port).post(
				MeetingPath.registration(this.sample.consultation().path(), this.meeting) + "?by="
						+ PersonalLinks.reference(token),
				"step", "send", "name", "Kim Exempel", "kind", "CITIZEN", "municipality", "0380", "email",
				this.sample.email("privat").value(), "submissionId", UUID.randomUUID());
		assertNumbers(1, 1, 0, 0);
	}

	@Test
	void theLaterAnswerCountsAndComesBack() {
		OrganisationId stays = this.sample.invite("Kören");
		OrganisationId goes = this.sample.invite("Sångarna");
		answer(invitee("Kören"), Invitee.Answer.COMING);
		answer(invitee("Sångarna"), Invitee.Answer.NOT_COMING);
		JoinId join = join(stays, goes);
		assertThat(answers()).containsExactly("Kören NOT_COMING");
		this.joins.takeBack(this.sample.authority().id(), join);
		assertThat(answers()).containsExactly("Kören COMING", "Sångarna NOT_COMING");
	}

	@Test
	void onAListWithOnlyTheOneThatGoesTheOtherTakesItsPlace() {
		OrganisationId goes = this.sample.invite("Sångarna");
		InviteeId invited = invitee("Sångarna");
		register("Sångarna", "a");
		OrganisationId stays = new SampleMeetings(this.context).invite("x");
		this.jdbc.sql("""
				update organisation set authority_id = :authority, name = 'Kören', name_key = 'kören' where id = :id""")
			.param("authority", this.sample.authority().id())
			.param("id", stays)
			.update();
		JoinId join = join(stays, goes);
		assertNumbers(1, 1, 0, 0);
		assertThat(answers()).containsExactly("Kören null");
		assertThat(this.invitees.find(invited)).map(Invitee::name).hasValue("Kören");
		this.joins.takeBack(this.sample.authority().id(), join);
		assertThat(answers()).containsExactly("Sångarna null");
		assertNumbers(1, 1, 0, 0);
	}

	@Test
	void anOrganisationsPageShowsAllThatItHadPartInAlsoByAnother() throws Exception {
		OrganisationId stays = this.sample.invite("Kören");
		OrganisationId goes = this.sample.invite("Sångarna");
		register("Sångarna", "a");
		Submission said = new SampleInput(this.context, this.sample.authority(), this.sample.consultation())
			.say("Kören", "Kim", this.sample.email("b"), "Fler scener.");
		answer(invitee("Kören"), Invitee.Answer.COMING);
		waitingMail(goes);
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		assertThat(officer.get("/staff/register/" + goes).body()).contains("Anmäld till möte", "Ett mejl som väntar")
			.doesNotContain(said.reference());
		join(stays, goes);
		assertThat(officer.get("/staff/register/" + stays).body()).contains("Anmäld till möte", said.reference(),
				"Ett mejl som väntar", "Inbjuden", this.sample.consultation().title());
	}

	@Test
	void whoeverIsRemovedIsToldTrulyWhatBecomesOfTheInvitations() throws Exception {
		OrganisationId removed = this.sample.invite("Kören");
		InviteeId invited = invitee("Kören");
		UUID mail = waitingMail(removed);
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		assertThat(officer.get("/staff/register/" + removed + "/remove").body()).contains(
				this.sample.consultation().title(), "Ett mejl till den som väntar skickas inte.",
				"Länkarna i dess inbjudningar slutar fungera.");
		officer.post("/staff/register/" + removed + "/remove");
		assertThat(this.invitees.find(invited)).isEmpty();
		assertThat(this.invitees.numbers(this.sample.consultation().id()).invited()).isZero();
		assertThat(this.jdbc.sql("select count(*) from mail where id = :id")
			.param("id", mail)
			.query(Integer.class)
			.single()).isZero();
		officer.post("/staff/register/" + removed + "/restore");
		assertThat(this.invitees.find(invited)).isPresent();
	}

	@Test
	void whoeverIsNotToBeWrittenToGetsNoMailAlsoWhenJoined() throws Exception {
		OrganisationId stays = this.sample.invite("Kören");
		OrganisationId goes = this.sample.invite("Sångarna");
		UUID mail = waitingMail(goes);
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		officer.post("/staff/register/" + goes + "/writing", "may", "false");
		assertThat(officer.get("/staff/register/" + goes).body()).contains("Organisationen har bett att inte få mejl.");
		assertThat(this.jdbc.sql("select count(*) from mail where id = :id")
			.param("id", mail)
			.query(Integer.class)
			.single()).as("what waited").isZero();
		this.letters.tellCancelled(this.sample.consultation().id());
		assertThat(this.sample.mails("consultation-cancelled")).extracting(SampleMeetings.Sent::recipient)
			.containsExactly(organisation(stays).email());
		join(stays, goes);
		assertThat(officer.get("/staff/register/" + stays).body())
			.contains("Organisationen har bett att inte få mejl.");
		officer.post("/staff/register/" + stays + "/writing", "may", "true");
		assertThat(officer.get("/staff/register/" + stays).body()).contains("Organisationen får mejl igen.")
			.doesNotContain("Organisationen har bett att inte få mejl.");
	}

	@Test
	void whoHasAskedNotToBeWrittenToIsKnownWhenTheyAreTwoAgain() throws Exception {
		OrganisationId stays = this.sample.invite("Kören");
		OrganisationId goes = this.sample.invite("Sångarna");
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		officer.post("/staff/register/" + goes + "/writing", "may", "false");
		this.joins.takeBack(this.sample.authority().id(), join(stays, goes));
		assertThat(refused(stays)).isFalse();
		assertThat(refused(goes)).isTrue();

		officer.post("/staff/register/" + goes + "/writing", "may", "true");
		officer.post("/staff/register/" + stays + "/writing", "may", "false");
		UUID mail = waitingMail(goes);
		JoinId join = join(stays, goes);
		assertThat(this.jdbc.sql("select count(*) from mail where id = :id")
			.param("id", mail)
			.query(Integer.class)
			.single()).as("goes nowhere now").isZero();
		officer.post("/staff/register/" + stays + "/writing", "may", "true");
		officer.post("/staff/register/" + stays + "/writing", "may", "false");
		this.joins.takeBack(this.sample.authority().id(), join);
		assertThat(refused(stays)).isTrue();
		assertThat(refused(goes)).as("asked for while they were one").isTrue();
	}

	private boolean refused(OrganisationId organisation) {
		return this.refusals.isRefused(this.sample.authority().id(), organisation);
	}

	@Test
	void mailsThatWaitGoToTheAddressThatWasChosen() {
		OrganisationId stays = this.sample.invite("Kören");
		OrganisationId goes = this.sample.invite("Sångarna");
		UUID mail = waitingMail(goes);
		JoinId join = join(stays, goes);
		assertThat(recipient(mail)).isEqualTo(organisation(stays).email());
		this.joins.takeBack(this.sample.authority().id(), join);
		assertThat(recipient(mail)).isEqualTo(organisation(goes).email());
	}

	private UUID waitingMail(OrganisationId addressee) {
		UUID mail = UUID.randomUUID();
		this.jdbc.sql("""
				insert into mail (id, authority_id, occasion, version, kind, step, recipient, subject, text_body,
					html_body, bulk, state, created_at, due_at, addressee)
				values (:id, :authority, 'x', 1, 'x', 0, 'gammal@kor.example', 'Ett mejl som väntar', 'x', 'x', false,
					'PENDING', :now, :now, :addressee)""")
			.param("id", mail)
			.param("authority", this.sample.authority().id())
			.param("now", this.clock.instant())
			.param("addressee", addressee)
			.update();
		return mail;
	}

	private String recipient(UUID mail) {
		return this.jdbc.sql("select recipient from mail where id = :id")
			.param("id", mail)
			.query(String.class)
			.single();
	}

	private JoinId join(OrganisationId stays, OrganisationId goes) {
		Organisation one = organisation(stays);
		this.joins.join(this.sample.authority().id(), new Seen(stays, one.version()),
				new Seen(goes, organisation(goes).version()), Set.of());
		return this.joins.into(one).get(0).id();
	}

	private Organisation organisation(OrganisationId id) {
		return this.organisations.get(this.sample.authority().id(), id);
	}

	private InviteeId invitee(String name) {
		return this.invitees.of(this.sample.consultation().id())
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow()
			.id();
	}

	/** As the page behind a link does it. */
	private void answer(InviteeId invitee, Invitee.Answer answer) {
		this.invitees.answered(this.invitees.find(invitee).orElseThrow().id(), answer);
	}

	private List<String> answers() {
		return this.invitees.of(this.sample.consultation().id())
			.stream()
			.map((one) -> one.name() + " " + one.answer())
			.toList();
	}

	private void register(String organisation, String who) {
		this.desk.register(this.meeting.id(), UUID.randomUUID(), this.sample.email(who), Locale.forLanguageTag("sv"),
				new RegistrationDetails(who, organisation, null, ParticipantKind.ASSOCIATION, null, null, null, null));
	}

	private void assertNumbers(int invited, int registered, int answered, int silent) {
		InviteeNumbers numbers = this.invitees.numbers(this.sample.consultation().id());
		assertThat(List.of(numbers.invited(), numbers.registered(), numbers.answered(), numbers.silent()))
			.containsExactly(invited, registered, answered, silent);
	}

}
