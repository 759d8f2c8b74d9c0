package se.kulturlots.scenario;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.InvitedSenders;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.InviteeId;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Invitees.Which;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.input.Corrections;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.Intake;
import se.kulturlots.input.SampleInput;
import se.kulturlots.input.Sender;
import se.kulturlots.input.Submission;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** For whom somebody speaks is the same by every channel and for everything that asks. */
@KulturlotsTest
class InvitedSendersTest {

	private static final Locale SWEDISH = Locale.forLanguageTag("sv");

	@Autowired
	ApplicationContext context;

	@Autowired
	RegistrationService desk;

	@Autowired
	Registrations registrations;

	@Autowired
	Intake intake;

	@Autowired
	Corrections corrections;

	@Autowired
	InputPeriods periods;

	@Autowired
	Invitees invitees;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PersonalLinks links;

	@LocalServerPort
	int port;

	SampleMeetings sample;

	Meeting meeting;

	SampleInput input;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
		this.meeting = this.sample.published(null);
		this.input = new SampleInput(this.context, this.sample.authority(), this.sample.consultation());
	}

	@Test
	void withTheirOwnAddressTheySpeakForTheOrganisationTheyNameByEveryChannel() {
		List.of("Kor ett", "Kor två", "Kor tre", "Kor fyra", "Kor fem", "Kor sex", "Tyst").forEach(this.sample::invite);
		register("KOR–ETT", "a");
		this.desk.registerOnBehalf(this.meeting.id(), UUID.randomUUID(), address("b"), SWEDISH,
				details("kor  två", "b"), this.sample.officer().id());
		register(null, "c");
		this.desk.change(this.registrations.activeWith(this.meeting.id(), address("c").value()).orElseThrow().id(),
				details("Kor Tre", "c"), null);
		say("Kor fyra!", "d");
		this.intake.register(this.sample.authority().id(), period(), UUID.randomUUID(),
				new Intake.OnBehalf(Submission.Channel.PHONE, this.clock.today(this.sample.authority().zone())),
				this.sample.officer().id(), new Sender("kor fem", "E", null, null, SWEDISH),
				this.input.answer("Fler scener."));
		Submission sent = say(null, "f");
		this.corrections.change(this.sample.authority().id(), sent.id(), sent.version(),
				new Sender("Kor Sex", "F", null, null, SWEDISH), this.input.answer("Fler scener."));
		assertThat(names(Which.SILENT)).containsExactly("Tyst");
		assertThat(names(Which.UNREGISTERED)).containsExactlyInAnyOrder("Kor fyra", "Kor fem", "Kor sex", "Tyst");
		assertThat(names(Which.WITHOUT_INPUT)).containsExactlyInAnyOrder("Kor ett", "Kor två", "Kor tre", "Tyst");
		assertThat(silentOn(period())).containsExactlyInAnyOrder("Kor ett", "Kor två", "Kor tre", "Tyst");
		assertThat(this.invitees.numbers(this.sample.consultation().id()).silent()).isOne();
		this.clock.jumpTo(this.meeting.startsAt());
		this.desk.attendance(this.meeting,
				this.registrations.active(this.meeting.id()).stream().map((one) -> one.id()).toList());
		assertThat(this.invitees.attended(this.sample.consultation().id())).isEqualTo(3);
	}

	@Test
	void whoNamesNobodyInvitedSpeaksForAllThatShareTheAddress() {
		OrganisationId one = this.sample.invite("Ett");
		OrganisationId other = this.sample.invite("Annat");
		this.sample.invite("Tyst");
		List.of(one, other).forEach((id) -> set(id, "email", address("delad").value().toUpperCase(Locale.ROOT)));
		say("En okänd förening", "delad");
		assertThat(names(Which.SILENT)).containsExactly("Tyst");
		assertThat(silentOn(period())).containsExactly("Tyst");
	}

	@Test
	void theNameCountsBeforeTheAddress() {
		this.sample.invite("Ett");
		this.sample.invite("Annat");
		say("Annat", "Ett");
		assertThat(names(Which.SILENT)).containsExactly("Ett");
	}

	@Test
	void ofSeveralWithTheNameTheOneAtTheAddressIsMeant() {
		OrganisationId here = this.sample.invite("Pensionärerna");
		set(here, "municipality_code", "0380");
		set(here, "email", address("har").value());
		OrganisationId there = this.sample.invite("Pensionärerna");
		say("Pensionärerna", "har");
		assertThat(this.invitees.of(this.sample.consultation().id(), Which.SILENT)).extracting(Invitee::organisationId)
			.containsExactly(there);
		say("Pensionärerna", "privat");
		assertThat(names(Which.SILENT)).as("either may be meant").isEmpty();
	}

	@Test
	void whatIsWithdrawnNoLongerSpeaks() {
		this.sample.invite("Ett");
		Submission sent = say("Ett", "privat");
		assertThat(silentOn(period())).isEmpty();
		this.corrections.withdraw(this.sample.authority().id(), sent.id());
		assertThat(silentOn(period())).containsExactly("Ett");
		register("Ett", "privat");
		assertThat(silentOn(this.meeting.id())).isEmpty();
		this.desk.cancel(this.registrations.activeWith(this.meeting.id(), address("privat").value()).orElseThrow().id(),
				null);
		assertThat(silentOn(this.meeting.id())).containsExactly("Ett");
	}

	@Test
	void whoeverComesByTheLinkOfAnInvitationSpeaksForTheInvited() throws Exception {
		List.of("Kören Klangen", "Kören Klingen", "Tyst").forEach(this.sample::invite);
		String token = this.links
			.issue(this.sample.authority().id(), InvitedSenders.INVITATION, invitee("Kören Klangen"),
					this.clock.instant().plus(Duration.ofDays(9)))
			.value();
		String link = PersonalLinks.reference(token);
		String registration = MeetingPath.registration(this.sample.consultation().path(), this.meeting) + "?by=" + link;
		Visitor anyone = new Visitor(this.port);
		assertThat(anyone.get(registration).body()).contains("action=\"" + registration + "\"")
			.doesNotContain("Klangen", token);
		assertThat(anyone.get("/my/invitation/" + link).statusCode()).as("it opens nothing").isEqualTo(404);
		assertThat(send(anyone, registration, "check", "privat", "").body())
			.contains("action=\"" + registration + "\"");
		assertThat(send(anyone, registration, "send", "privat", "").headers().firstValue("Location")).isPresent()
			.get(InstanceOfAssertFactories.STRING)
			.doesNotContain(link);
		assertNumbers(1, 0, "Kören Klingen", "Tyst");
		this.desk.change(this.registrations.activeWith(this.meeting.id(), address("privat").value()).orElseThrow().id(),
				details(null, "privat"), null);
		assertNumbers(1, 0, "Kören Klingen", "Tyst");
		send(anyone, registration, "send", "annan", "kören  klingen");
		assertNumbers(2, 0, "Tyst");
		say("Någon annan", "obekant");
		HttpResponse<String> said = anyone.post(this.sample.consultation().path() + "/input?by=" + link, "step", "send",
				"name", "Kim Exempel", "email", address("privat").value(),
				"answers[" + this.input.answer("").keySet().iterator().next() + "]", "Fler scener.", "submissionId",
				UUID.randomUUID());
		assertThat(said.statusCode()).isEqualTo(302);
		assertThat(names(Which.WITHOUT_INPUT)).containsExactlyInAnyOrder("Kören Klingen", "Tyst");
		cancel("privat");
		assertNumbers(1, 1, "Tyst");
	}

	@Test
	void aLinkThatHasEndedOrIsOfAnotherCaseCountsForNothing() throws Exception {
		this.sample.invite("Ett");
		SampleMeetings other = new SampleMeetings(this.context);
		Meeting there = other.published(null);
		String ended = PersonalLinks.reference(this.links
			.issue(this.sample.authority().id(), InvitedSenders.INVITATION, invitee("Ett"), this.clock.instant())
			.value());
		String elsewhere = PersonalLinks.reference(
				this.links
					.issue(this.sample.authority().id(), InvitedSenders.INVITATION, invitee("Ett"),
							this.clock.instant().plus(Duration.ofDays(9)))
					.value());
		Visitor anyone = new Visitor(this.port);
		for (String path : List.of(
				MeetingPath.registration(this.sample.consultation().path(), this.meeting) + "?by=" + ended,
				MeetingPath.registration(other.consultation().path(), there) + "?by=" + elsewhere,
				MeetingPath.registration(this.sample.consultation().path(), this.meeting) + "?by=x")) {
			assertThat(send(anyone, path, "send", UUID.randomUUID().toString(), "").statusCode()).isEqualTo(302);
		}
		assertNumbers(0, 0, "Ett");
	}

	private HttpResponse<String> send(Visitor visitor, String path, String step, String who, String organisation)
			throws Exception {
		return visitor.post(path, "step", step, "name", "Kim Exempel", "organisation", organisation, "kind", "CITIZEN",
				"municipality", "0380", "email", address(who).value(), "submissionId", UUID.randomUUID());
	}

	private InviteeId invitee(String name) {
		return this.invitees.of(this.sample.consultation().id())
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow()
			.id();
	}

	@Test
	void whoeverIsRegisteredOrHasGivenInputIsHeardAsLongAsThatStands() {
		List.of("Ett", "Två", "Tre").forEach(this.sample::invite);
		register("Ett", "a");
		register("Ett", "b");
		Submission sent = say("Två", "c");
		Submission again = say("Två", "d");
		assertNumbers(1, 1, "Tre");
		cancel("a");
		this.corrections.withdraw(this.sample.authority().id(), sent.id());
		assertNumbers(1, 1, "Tre");
		assertThat(names(Which.UNREGISTERED)).containsExactlyInAnyOrder("Två", "Tre");
		cancel("b");
		assertNumbers(0, 1, "Ett", "Tre");
		assertThat(names(Which.UNREGISTERED)).containsExactlyInAnyOrder("Ett", "Två", "Tre");
		this.corrections.withdraw(this.sample.authority().id(), again.id());
		assertNumbers(0, 0, "Ett", "Två", "Tre");
		assertThat(names(Which.WITHOUT_INPUT)).containsExactlyInAnyOrder("Ett", "Två", "Tre");
		say("Två", "c");
		assertNumbers(0, 1, "Ett", "Tre");
	}

	private void assertNumbers(int registered, int gaveInput, String... silent) {
		InviteeNumbers numbers = this.invitees.numbers(this.sample.consultation().id());
		assertThat(numbers.registered()).isEqualTo(registered);
		assertThat(numbers.gaveInput()).isEqualTo(gaveInput);
		assertThat(numbers.silent()).isEqualTo(silent.length);
		assertThat(names(Which.SILENT)).containsExactlyInAnyOrder(silent);
		List<Invitee> all = this.invitees.of(this.sample.consultation().id());
		assertThat(all).filteredOn(Invitee::silent).extracting(Invitee::name).containsExactlyInAnyOrder(silent);
		assertThat(all).filteredOn(Invitee::registered).hasSize(registered);
		assertThat(all).filteredOn(Invitee::gaveInput).hasSize(gaveInput);
	}

	private void cancel(String who) {
		this.desk.cancel(this.registrations.activeWith(this.meeting.id(), address(who).value()).orElseThrow().id(),
				null);
	}

	@Test
	void theListOfThoseInvitedIsShownPageByPage() throws Exception {
		for (int i = 0; i < 101; i++) {
			this.sample.invite("Kör %03d".formatted(i));
		}
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		String path = "/staff/consultations/" + this.sample.consultation().id() + "/invitees";
		assertThat(officer.get(path).body()).contains("Kör 099", path + "?listed=2").doesNotContain("Kör 100");
		assertThat(officer.get(path + "?listed=2").body()).contains("Kör 100").doesNotContain("Kör 099");
		assertThat(this.invitees.numbers(this.sample.consultation().id()).onList()).isEqualTo(101);
	}

	@Test
	void removedOrganisationsAndThoseOfOthersCountForNothing() {
		OrganisationId removed = this.sample.invite("Borta");
		this.jdbc.sql("update organisation set status = 'REMOVED' where id = :id").param("id", removed).update();
		new SampleMeetings(this.context).invite("Borta");
		say("Borta", "privat");
		assertThat(this.jdbc.sql("""
				select count(*) from invitee_voice v join invitee i on i.id = v.invitee_id
				where i.authority_id = :authority""")
			.param("authority", this.sample.authority().id())
			.query(Integer.class)
			.single()).isZero();
	}

	private void register(String organisation, String who) {
		this.desk.register(this.meeting.id(), UUID.randomUUID(), address(who), SWEDISH, details(organisation, who));
	}

	private Submission say(String organisation, String who) {
		return this.input.say(organisation, who, address(who), "Fler scener.");
	}

	private static RegistrationDetails details(String organisation, String who) {
		return new RegistrationDetails(who, organisation, null, ParticipantKind.ASSOCIATION, null, null, null, null);
	}

	private EmailAddress address(String who) {
		return this.sample.email(who);
	}

	private InputPeriodId period() {
		return this.periods.current(this.sample.authority().id(), this.sample.consultation().id()).orElseThrow().id();
	}

	private void set(OrganisationId organisation, String column, String value) {
		this.jdbc.sql("update organisation set " + column + " = :value where id = :id")
			.param("value", value)
			.param("id", organisation)
			.update();
	}

	private List<String> names(Which which) {
		return this.invitees.of(this.sample.consultation().id(), which).stream().map(Invitee::name).toList();
	}

	private List<String> silentOn(Id occasion) {
		List<String> names = new ArrayList<>();
		this.invitees.forEachLotSilentOn(this.sample.consultation().id(), occasion,
				(lot) -> lot.forEach((invitee) -> names.add(invitee.name())));
		return names;
	}

}
