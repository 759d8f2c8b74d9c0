package se.kulturlots.meeting.web;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingTexts;
import se.kulturlots.meeting.MeetingTexts.Texts;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What staff see of meetings and do with them. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class StaffMeetingPagesTest {

	@Autowired
	MeetingTexts texts;

	@Autowired
	ApplicationContext context;

	@Autowired
	Meetings meetings;

	@Autowired
	Registrations registrations;

	@Autowired
	MeetingNotes notes;

	@Autowired
	Cases cases;

	@Autowired
	AppClock clock;

	SampleMeetings sample;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
	}

	@Test
	void theOfficerSeesWhoComesMovesAndCallsOff(Browser browser) throws Exception {
		Meeting meeting = this.sample.published(3);
		this.sample.wanted();
		this.sample.register(meeting, this.sample.email("Ida"), this.sample.details("Ida", "Fler scener för unga"));
		List.of("Bo", "Eva", "Waiting").forEach((name) -> this.sample.register(meeting, name));
		Page page = browser.open();
		browser.signIn(page, this.sample.officer().id());
		page.navigate("/staff/consultations/" + this.sample.consultation().id() + "/meetings");
		assertThat(page.locator("main")).containsText("3 av 3");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-meetings");
		link(page, meeting.title()).click();
		assertThat(page.locator("main")).containsText("Fler scener för unga");
		assertThat(page.locator("main")).containsText("På väntelistan: 1");
		assertThat(page.locator("main")).containsText("inga nötter");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-meeting");
		Download csv = page.waitForDownload(() -> link(page, "Hämta som CSV").click());
		assertThat(Files.readString(csv.path())).contains("Fler scener för unga", "Uppsala");

		link(page, "Ändra antalet platser").click();
		page.getByLabel("Antal platser").fill("2");
		button(page, "Spara").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("3 har redan plats");
		page.getByLabel("Antal platser").fill("4");
		button(page, "Spara").click();
		assertThat(this.sample.of(meeting, "Waiting").status()).isEqualTo(Registration.Status.REGISTERED);

		link(page, "Flytta mötet").click();
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-meeting-move");
		button(page, "Flytta och meddela alla").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Inget är ändrat");
		page.getByLabel("Börjar").fill("19:00");
		page.getByLabel("Slutar").fill("18:00");
		button(page, "Flytta och meddela alla").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("måste sluta efter");
		browser.assertAccessible(page);
		page.getByLabel("Slutar").fill("21:00");
		page.getByLabel("Plats").fill("Rådhuset");
		button(page, "Flytta och meddela alla").click();
		assertThat(page.locator("h1")).hasText("Så här blir det");
		assertThat(page.locator("main")).containsText("Mötet börjar");
		assertThat(page.locator(".kl-lots")).containsText("4 mejl · skickas direkt");
		assertThat(page.locator(".kl-letter")).containsText("Rådhuset");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-meeting-move-outgoing");
		button(page, "Gå tillbaka och ändra").click();
		assertThat(page.getByLabel("Plats")).hasValue("Rådhuset");
		assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
		this.cases.run();
		assertThat(this.sample.mails("meeting-moved")).as("nothing has happened yet").isEmpty();
		button(page, "Flytta och meddela alla").click();
		button(page, "Flytta och skicka 4 mejl").click();
		assertThat(page.locator("main")).containsText("19:00–21:00");
		this.cases.run();
		assertThat(this.sample.mails("meeting-moved")).hasSize(4);

		link(page, "Ställ in mötet").click();
		button(page, "Ställ in och meddela alla").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Skriv varför");
		browser.assertAccessible(page);
		page.getByLabel("Varför ställs mötet in?").fill("Snöstorm.");
		button(page, "Ställ in och meddela alla").click();
		assertThat(page.locator(".kl-letter")).containsText("Snöstorm.");
		button(page, "Skicka 4 mejl").click();
		assertThat(page.locator("main")).containsText("Snöstorm.");
		this.cases.run();
		assertThat(this.sample.mails("meeting-cancelled")).hasSize(4);
		assertThat(this.cases.isRunning("meeting", meeting.id())).isFalse();
	}

	@Test
	void theLiaisonRegistersSomebodyWhoCalls(Browser browser) {
		Meeting meeting = this.sample.published(3);
		Page page = browser.open();
		browser.signIn(page, this.sample.with(Role.LIAISON).id());
		page.navigate("/staff/meetings/" + meeting.id());
		assertThat(link(page, "Flytta mötet")).hasCount(0);
		assertThat(page.navigate("/staff/meetings/" + meeting.id() + "/move").status()).isEqualTo(403);
		page.navigate("/staff/meetings/" + meeting.id());
		link(page, "Anmäl någon").click();
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-meeting-register");
		page.getByLabel("Namn").fill("Vera Utan Nät");
		page.getByLabel("Privatperson").check();
		page.getByLabel("Kommun").selectOption("elsewhere");
		button(page, "Anmäl").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("telefonnummer eller en e-postadress");
		page.getByLabel("Telefon").fill("070-174 06 44");
		button(page, "Anmäl").click();
		assertThat(page.locator("main")).containsText("Vera Utan Nät");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-registration");
		link(page, "Ändra anmälan").click();
		page.getByLabel("Förening eller organisation").fill("Syföreningen");
		button(page, "Spara").click();
		assertThat(page.locator("main")).containsText("Syföreningen");
		link(page, "Avanmäl").click();
		browser.assertAccessible(page);
		button(page, "Ja, avanmäl").click();
		assertThat(this.registrations.active(meeting.id())).isEmpty();
	}

	@Test
	void theOfficerAddsAMeetingAndGetsTheTaskToPlanIt(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, this.sample.officer().id());
		page.navigate("/staff/consultations/" + this.sample.consultation().id() + "/meetings");
		browser.assertAccessible(page);
		link(page, "Lägg till ett möte").click();
		button(page, "Lägg till ett möte").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Skriv mötets namn");
		browser.assertAccessible(page);
		page.getByLabel("Mötets namn").fill("Extra stormöte");
		page.getByLabel("Öppet möte").check();
		button(page, "Lägg till ett möte").click();
		assertThat(page.locator(".kl-todo")).containsText("Extra stormöte");
		Meeting added = this.meetings.of(this.sample.consultation().id()).get(0);
		assertThat(added.kind()).isEqualTo(Meeting.Kind.OPEN);
		assertThat(this.cases.task(added.id(), "planMeeting").getAssignee()).isEqualTo(this.sample.officer().id());
		link(page, "Extra stormöte").click();
		assertThat(page.locator("main")).containsText("Mötet är inte planerat");
		browser.assertAccessible(page);
	}

	@Test
	void attendanceAndNotesAreKeptForEachQuestionAndGroup(Browser browser) {
		Meeting meeting = this.sample.published(3);
		List.of("Ida", "Bo").forEach((name) -> this.sample.register(meeting, name));
		Page page = browser.open();
		browser.signIn(page, this.sample.officer().id());
		page.navigate("/staff/meetings/" + meeting.id() + "/attendance");
		assertThat(page.locator("main")).containsText("Mötet har inte börjat");
		browser.assertAccessible(page);
		this.clock.jumpTo(meeting.endsAt());
		page.navigate("/staff/meetings/" + meeting.id());
		link(page, "Närvaro").click();
		page.getByLabel("Ida").check();
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-attendance");
		button(page, "Spara").click();
		assertThat(this.sample.of(meeting, "Ida").hasAttended()).isTrue();
		assertThat(this.sample.of(meeting, "Bo").hasAttended()).isFalse();
		link(page, "Anteckningar").click();
		button(page, "Spara").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Skriv en anteckning");
		page.getByLabel("Fråga").selectOption(new SelectOption().setIndex(1));
		page.getByLabel("Grupp").fill("Bord 1");
		page.getByLabel("Anteckning").fill("Lokaler saknas.");
		button(page, "Spara").click();
		assertThat(page.locator("main")).containsText("Fråga 1: Vad saknas i dag?");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-notes");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändra Bord 1")).click();
		page.getByLabel("Anteckning").fill("Lokaler saknas i byarna.");
		button(page, "Spara").click();
		assertThat(this.notes.of(meeting)).singleElement()
			.satisfies((note) -> assertThat(note.text()).isEqualTo("Lokaler saknas i byarna."));
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändra Bord 1")).click();
		page.locator("summary", new Page.LocatorOptions().setHasText("Ta bort anteckningen")).click();
		button(page, "Ja, ta bort").click();
		assertThat(this.notes.of(meeting)).isEmpty();
	}

	@Test
	void anotherAuthoritysMeetingIsNotThere(Browser browser) {
		Meeting meeting = this.sample.published(3);
		this.sample.register(meeting, "Ida");
		RegistrationId registration = this.sample.of(meeting, "Ida").id();
		SampleMeetings other = new SampleMeetings(this.context);
		Meeting theirs = other.published(3);
		Page page = browser.open();
		browser.signIn(page, other.officer().id());
		String path = "/staff/meetings/" + meeting.id();
		for (String foreign : List.of("/staff/consultations/" + this.sample.consultation().id() + "/meetings",
				"/staff/consultations/" + this.sample.consultation().id() + "/meetings/new", path, path + "/move",
				path + "/cancel", path + "/seats", path + "/register", path + "/attendance", path + "/notes",
				path + "/registrations.csv", path + "/registrations.xlsx", path + "/registrations/" + registration,
				path + "/registrations/" + registration + "/change",
				"/staff/meetings/" + theirs.id() + "/registrations/" + registration)) {
			assertThat(page.navigate(foreign).status()).as(foreign).isEqualTo(404);
		}
		page.navigate("/staff/meetings/" + theirs.id() + "/cancel");
		for (Map.Entry<String, String> wrong : Map
			.of(path + "/cancel", "reason=Nej", path + "/registrations/" + registration + "/cancel", "x=1",
					path + "/attendance", "attended=" + registration, path + "/notes", "text=x")
			.entrySet()) {
			Object status = page.evaluate(
					"""
							async ([url, body]) => {
								const token = document.querySelector('main form input[name=_csrf]').value;
								const answer = await fetch(url, {method: 'POST', body: body + '&_csrf=' + encodeURIComponent(token),
									headers: {'Content-Type': 'application/x-www-form-urlencoded'}});
								return answer.status;
							}""",
					List.of(wrong.getKey(), wrong.getValue()));
			assertThat(status).as(wrong.getKey()).isEqualTo(404);
		}
		assertThat(this.meetings.get(meeting.id()).status()).isEqualTo(Meeting.Status.PUBLISHED);
		assertThat(this.registrations.active(meeting.id())).hasSize(1);
	}

	@Test
	void textsAreChangedShownWithHowTheyWereAndToldIfWanted(Browser browser) {
		Meeting meeting = this.sample.published(3);
		this.sample.register(meeting, "Ida");
		Page page = browser.open();
		browser.signIn(page, this.sample.officer().id());
		page.navigate("/staff/meetings/" + meeting.id());
		link(page, "Ändra texter").click();
		browser.assertAccessible(page);
		page.getByLabel("Praktisk information").fill("x".repeat(4001));
		button(page, "Spara").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("högst 4 000 tecken");
		page.getByLabel("Praktisk information").fill("Ta ingången från gården.");
		page.getByLabel("Mejla alla på listorna").check();
		button(page, "Spara").click();
		assertThat(page.locator("h1")).hasText("Det här skickas");
		assertThat(page.locator(".kl-letter")).containsText("Ta ingången från gården.");
		browser.assertAccessible(page);
		assertThat(this.sample.mails("meeting-texts")).isEmpty();
		button(page, "Skicka ett mejl").click();
		assertThat(page.locator("#changes + dl")).containsText("Ta ingången från gården.");
		browser.assertAccessible(page);
		assertThat(this.sample.mails("meeting-texts")).hasSize(1);
		page.getByLabel("Praktisk information").fill("Ta ingången från torget.");
		this.texts.change(meeting.authorityId(), meeting.id(), this.meetings.get(meeting.id()).sequence(),
				new Texts("Tillsammans", null, null), false);
		button(page, "Spara").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Någon annan har ändrat mötet");
		assertThat(page.getByLabel("Praktisk information")).hasValue("Ta ingången från torget.");
		assertThat(page.locator("main")).containsText("Nu står där: Tillsammans");
		button(page, "Spara").click();
		assertThat(this.meetings.get(meeting.id()).practical()).isEqualTo("Ta ingången från torget.");
		page.getByLabel("Praktisk information").fill("Ta ingången från parken.");
		page.getByLabel("Mejla alla på listorna").check();
		button(page, "Spara").click();
		assertThat(page.locator("h1")).hasText("Det här skickas");
		this.texts.change(meeting.authorityId(), meeting.id(), this.meetings.get(meeting.id()).sequence(),
				new Texts("Var för sig", null, "Ta ingången från torget."), false);
		button(page, "Gå tillbaka och ändra").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Någon annan har ändrat");
		assertThat(page.locator("main")).containsText("Nu står där: Var för sig");
		page.navigate("/staff/meetings/" + meeting.id());
		link(page, "Öppna sidan").click();
		assertThat(page.locator("main")).containsText("Ändrad ");
		assertThat(page.locator("main")).containsText("praktisk information");
		browser.assertAccessible(page);
	}

	@Test
	void theRegistrarReadsOnly(Browser browser) {
		Meeting meeting = this.sample.published(3);
		Page page = browser.open();
		browser.signIn(page, this.sample.with(Role.REGISTRAR).id());
		assertThat(page.navigate("/staff/meetings/" + meeting.id()).status()).isEqualTo(200);
		for (String refused : List.of("move", "texts", "cancel", "seats", "register", "attendance", "notes")) {
			assertThat(page.navigate("/staff/meetings/" + meeting.id() + "/" + refused).status()).as(refused)
				.isEqualTo(403);
		}
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator link(Page page, String name) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
