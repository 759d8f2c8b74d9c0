package se.kulturlots.staff.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.input.InputSearch;
import se.kulturlots.input.SampleInput;
import se.kulturlots.mail.MailLog;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Statements;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A consultation in numbers and pictures. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class StaffNumbersTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	Invitees invitees;

	@Autowired
	RegistrationService desk;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MailLog mails;

	@Autowired
	Statements statements;

	@Test
	@DisplayName("skane 7: registrations are counted by kind of participant and municipality")
	void registrationsAreCountedByKindAndMunicipality(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		String numbers = "/staff/consultations/" + sample.consultation().id() + "/numbers";
		Page page = browser.open();
		List<String> console = new ArrayList<>();
		page.onConsoleMessage((message) -> console.add(message.text()));
		browser.signIn(page, sample.officer().id());
		page.navigate(numbers);
		assertThat(page.locator("main")).containsText("Här visas hur många som bjudits in");
		browser.assertAccessible(page);
		browser.screenshot(page, "numbers-none");

		rich(sample);
		List<String> asked = this.statements.during(() -> page.navigate(numbers));
		assertThat(asked).as("statements").hasSizeBetween(8, 20);
		assertThat(page.locator("[data-chart] svg")).hasCount(4);
		assertThat(page.locator("[data-chart]").first()).hasAttribute("aria-label",
				Pattern.compile("6 föreningar bjöds in, 3 har svarat, 2 har anmält sig, 1 deltog.*"));
		assertThat(page.locator("details[open]")).hasCount(0);
		browser.assertAccessible(page);
		browser.screenshot(page, "numbers");
		page.locator("summary").nth(2).focus();
		page.keyboard().press("Enter");
		assertThat(page.locator("details[open]")).hasCount(1);
		assertThat(console).as("nothing is refused by the policy").isEmpty();

		Page plain = browser.open(false);
		browser.signInOnThePage(plain, sample.officer().id());
		plain.navigate(numbers);
		assertThat(plain.locator("table")).hasCount(4);
		assertThat(row(plain, "Företrädare för en förening"))
			.hasText(Pattern.compile("Företrädare för en förening\\s*2\\s*1"));
		assertThat(row(plain, "Professionell kulturaktör"))
			.hasText(Pattern.compile("Professionell kulturaktör\\s*1\\s*0"));
		assertThat(row(plain, "Politiker")).hasText(Pattern.compile("Politiker\\s*1\\s*1"));
		assertThat(row(plain, "Uppsala")).hasText(Pattern.compile("Uppsala\\s*2\\s*1"));
		assertThat(row(plain, "Enköping")).hasText(Pattern.compile("Enköping\\s*1\\s*0"));
		assertThat(row(plain, "Inte angiven")).hasText(Pattern.compile("Inte angiven\\s*1\\s*1"));
		assertThat(plain.locator("[data-chart]").first()).isHidden();

		this.jdbc.sql("update meeting set participants = 25 where authority_id = :authority")
			.param("authority", sample.authority().id())
			.update();
		plain.reload();
		assertThat(
				plain.locator("table").first().locator("tr", new Locator.LocatorOptions().setHasText("Deltog")).last())
			.hasText(Pattern.compile("Deltog\\s*1\\s*25"));
		assertThat(reminders(sample.consultation())).isNotEmpty();
		this.jdbc.sql("update mail set kind = 'task-reminder' where authority_id = :authority")
			.param("authority", sample.authority().id())
			.update();
		assertThat(reminders(sample.consultation())).as("what staff are reminded of").isEmpty();

		Account stranger = this.accounts.with(this.authorities.region().id(), Role.MANAGER);
		Page theirs = browser.open();
		browser.signIn(theirs, stranger.id());
		assertThat(theirs.navigate(numbers).status()).isEqualTo(404);
	}

	@Test
	void whoWritesTwiceIsOnePersonAndEveryReminderToPeopleCounts() {
		SampleMeetings sample = new SampleMeetings(this.context);
		SampleInput input = new SampleInput(this.context, sample.authority(), sample.consultation());
		input.say(null, "Kim Alm", sample.email("kim"), "Fler scener.");
		day(1);
		input.say(null, "Kim Alm", sample.email("kim"), "Och fler bibliotek.");
		input.say(null, "Bo Ek", sample.email("bo"), "Fler bibliotek.");
		assertThat(this.context.getBean(InputSearch.class)
			.sendersPerDay(sample.consultation().id(), ZoneId.of("Europe/Stockholm"))
			.values()).containsExactly(1, 1);

		for (String kind : List.of("invitation-reminder", "meeting-unregistered", "input-reminder", "meeting-reminder",
				"consultation-reminder-DECISION", "task-reminder")) {
			reminders(sample);
			this.jdbc.sql("update mail set kind = :kind, occasion = :kind where case_id = :case and occasion = 'test'")
				.param("kind", kind)
				.param("case", sample.consultation().id())
				.update();
		}
		assertThat(reminders(sample.consultation()).values()).as("to people, none to staff").containsExactly(4);
	}

	private Map<LocalDate, Integer> reminders(Consultation consultation) {
		return this.mails.remindersPerDay(consultation.authorityId(), consultation.id(), ZoneId.of("Europe/Stockholm"));
	}

	private static Locator row(Page page, String name) {
		return page.locator("tr", new Page.LocatorOptions().setHasText(name));
	}

	private void rich(SampleMeetings sample) {
		Meeting meeting = sample.published("Dialogmöte i november", 40);
		List<String> names = List.of("Alm", "Bok", "Cirkus", "Dans", "Ek", "Fiol");
		names.forEach(sample::invite);
		List<Invitee> invited = this.invitees.of(sample.consultation().id());
		this.invitees.answered(invited.get(0).id(), Invitee.Answer.COMING);
		this.invitees.answered(invited.get(1).id(), Invitee.Answer.NOT_COMING);
		day(2);
		reminders(sample);
		day(1);
		this.invitees.answered(invited.get(2).id(), Invitee.Answer.COMING);
		register(sample, meeting, "Alm", ParticipantKind.ASSOCIATION, "0380");
		day(3);
		register(sample, meeting, "Bok", ParticipantKind.ASSOCIATION, "0380");
		register(sample, meeting, "Konstnar", ParticipantKind.CULTURAL_ACTOR, "0381");
		register(sample, meeting, "Ledamoten", ParticipantKind.POLITICIAN, null);
		day(4);
		SampleInput input = new SampleInput(this.context, sample.authority(), sample.consultation());
		for (String name : List.of("Alm", "Grannen", "Larare")) {
			input.say(null, "Kim " + name, sample.email(name), "Fler scener behövs.");
			day(5);
		}
		this.clock.jumpTo(meeting.endsAt());
		this.desk.attendance(meeting, List.of(sample.of(meeting, "Alm").id(), sample.of(meeting, "Ledamoten").id()));
	}

	private void day(int days) {
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofDays(days)));
	}

	private void register(SampleMeetings sample, Meeting meeting, String name, ParticipantKind kind,
			@Nullable String municipality) {
		EmailAddress email = sample.email(name);
		sample.register(meeting, email,
				new RegistrationDetails(name, null, null, kind, municipality, null, null, null));
	}

	private void reminders(SampleMeetings sample) {
		this.jdbc
			.sql("""
					insert into mail (id, authority_id, case_id, occasion, version, kind, step, recipient, subject, bulk, state,
						created_at, due_at, sent_at)
					values (gen_random_uuid(), :authority, :case, 'test', 1, 'invitation-reminder', 10, 'kim@forening.example',
						'Påminnelse', true, 'SENT', :now, :now, :now)""")
			.param("authority", sample.authority().id())
			.param("case", sample.consultation().id())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
