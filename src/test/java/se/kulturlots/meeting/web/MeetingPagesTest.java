package se.kulturlots.meeting.web;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.consultation.Questions;
import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the public sees of a meeting and does there. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class MeetingPagesTest {

	/** With a word that is wider than a telephone. */
	private static final String TOPIC = "Fler scener för unga.\n\n<b>Gratis</b> lokaler! " + "scen".repeat(40);

	@Autowired
	ApplicationContext context;

	@Autowired
	Meetings meetings;

	@Autowired
	Registrations registrations;

	@Autowired
	MeetingOffice office;

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
	void allMeetingsOfTheAuthorityStandOnOnePage(Browser browser) {
		String home = "/" + this.sample.authority().id();
		Page page = browser.open();
		page.navigate(home + "/meetings");
		assertThat(page.locator("main")).containsText("Just nu är inga möten planerade.");
		assertThat(page.locator("main section, .kl-edition")).hasCount(0);
		browser.assertAccessible(page);
		Meeting first = this.sample.published(20);
		Meeting full = this.sample.published("Dialogmöte om unga", 1);
		new SampleMeetings(this.context).published("En annan myndighets möte", null);
		this.sample.register(full, "ida");
		page.reload();
		Locator coming = page.locator("section:has(#coming) .kl-meeting");
		assertThat(coming).hasCount(2);
		assertThat(coming.filter(new Locator.FilterOptions().setHasText(first.title())))
			.containsText("Anmäl dig senast");
		assertThat(coming.filter(new Locator.FilterOptions().setHasText(full.title()))).containsText("Fullt.");
		assertThat(coming.first()).containsText(this.sample.consultation().title());
		assertThat(page.locator("#past")).hasCount(0);
		assertThat(page.locator(".kl-edition")).isVisible();
		browser.assertAccessible(page);
		browser.screenshot(page, "meetings");
		link(page, full.title()).click();
		assertThat(heading(page)).hasText(full.title());
		this.clock.jumpTo(first.endsAt().plus(Duration.ofDays(60)));
		page.navigate("/fi" + home + "/meetings");
		assertThat(page.locator("#coming")).hasCount(0);
		assertThat(page.locator("section:has(#past) .kl-meeting")).hasCount(2);
		browser.assertAccessible(page);
		browser.screenshot(page, "meetings-past");
		assertThat(page.request().get(home + "/sitemap.xml").text()).contains(home + "/meetings<");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void somebodyRegistersChangesAndCancels(boolean javaScript, Browser browser) {
		Meeting meeting = this.sample.published(20);
		this.sample.published("Dialogmöte om unga", null);
		Page page = browser.open(javaScript);
		page.navigate(path(meeting));
		assertThat(page.locator("main")).not().containsText(SampleMeetings.LINK);
		if (javaScript) {
			browser.assertAccessible(page);
			browser.screenshot(page, "meeting");
		}
		link(page, "Anmäl dig").click();
		fill(page, "Ida Åberg", "ida");
		page.getByLabel("En idé").check();
		page.getByLabel("Vad vill du ta upp?").fill(TOPIC);
		page.getByLabel("Allergi eller specialkost?").fill("Inga nötter");
		button(page, "Fortsätt").click();
		assertThat(heading(page)).hasText("Granska din anmälan");
		assertThat(page.locator("main")).containsText("<b>Gratis</b> lokaler!");
		if (javaScript) {
			browser.assertAccessible(page);
			browser.screenshot(page, "meeting-check");
		}
		button(page, "Ändra").click();
		assertThat(page.getByLabel("Namn")).hasValue("Ida Åberg");
		assertThat(page.getByLabel("En idé")).isChecked();
		page.getByLabel("Namn").fill("Ida Öberg");
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").click();
		assertThat(heading(page)).hasText("Tack! Vi har fått din anmälan");
		assertThat(page.locator("a[type='text/calendar']",
				new Page.LocatorOptions().setHasText("Lägg mötet i din kalender")))
			.isVisible();
		Registration ida = this.sample.of(meeting, "ida");
		assertThat(page.locator("main")).containsText(ida.reference());
		assertThat(page.locator("main")).containsText(this.sample.email("ida").value());
		assertThat(link(page, "Tillbaka till " + this.sample.consultation().title())).isVisible();
		assertThat(ida.topic()).isEqualTo(TOPIC);
		this.context.getBean(Afterwards.class).run();
		assertThat(this.cases.task(meeting.id(), "contactParticipant")).isNotNull();
		if (javaScript) {
			browser.assertAccessible(page);
			browser.screenshot(page, "meeting-receipt");
		}

		page.navigate("/my/registration/" + this.sample.token("meeting-registered", "ida"));
		assertThat(page.locator("main")).containsText(SampleMeetings.LINK);
		assertThat(page.locator("main")).containsText(TOPIC.replaceAll("\\s+", " "));
		if (javaScript) {
			browser.assertAccessible(page);
			browser.screenshot(page, "meeting-my");
		}
		link(page, "Ändra anmälan").click();
		page.getByLabel("Förening eller organisation").fill("Folkets scen");
		button(page, "Spara ändringarna").click();
		assertThat(page.locator("main")).containsText("Anmälan är ändrad.");
		assertThat(this.sample.of(meeting, "ida").organisation()).isEqualTo("Folkets scen");
		link(page, "Avanmäl").click();
		if (javaScript) {
			browser.assertAccessible(page);
			browser.screenshot(page, "meeting-my-cancel");
		}
		button(page, "Ja, avanmäl").click();
		assertThat(page.locator("main")).containsText("Du är avanmäld.");
		assertThat(page.locator("main")).not().containsText("Inga nötter");
		assertThat(this.registrations.active(meeting.id())).isEmpty();
	}

	@Test
	void whatIsWrongIsSaidAndNothingTypedIsLost(Browser browser) {
		Meeting meeting = this.sample.published(20);
		Page page = browser.open();
		page.navigate(path(meeting) + "/registration");
		browser.assertAccessible(page);
		browser.screenshot(page, "meeting-registration");
		page.getByLabel("E-post").fill("inte en adress");
		page.getByLabel("Telefon").fill("ring mig");
		page.getByLabel("En utmaning").check();
		Response response = page.waitForResponse(Pattern.compile(".*/registration$"),
				() -> button(page, "Fortsätt").click());
		assertThat(response.status()).isEqualTo(400);
		Locator summary = page.getByRole(AriaRole.ALERT);
		assertThat(summary).containsText("Skriv ditt namn");
		assertThat(summary).containsText("Skriv en e-postadress, till exempel namn@forening.example");
		assertThat(summary).containsText("Skriv telefonnumret med siffror");
		assertThat(summary).containsText("Välj i vilken roll du deltar");
		assertThat(summary).containsText("Välj en kommun");
		assertThat(summary.getByRole(AriaRole.LISTITEM).nth(1)).containsText("namn@forening.example");
		assertThat(page).hasTitle(Pattern.compile("^Fel: .*"));
		assertThat(page.getByLabel("E-post")).hasValue("inte en adress");
		assertThat(page.getByLabel("En utmaning")).isChecked();
		browser.assertAccessible(page);
		browser.screenshot(page, "meeting-errors");
		fill(page, "Ida", "ida");
		page.getByLabel("Telefon").fill("");
		button(page, "Fortsätt").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Beskriv det som ska tas upp");
		assertThat(this.registrations.active(meeting.id())).isEmpty();
	}

	@Test
	void whoSendsWithoutLookingIsJudgedAllTheSame(Browser browser) {
		Meeting meeting = this.sample.published(20);
		Page page = browser.open();
		page.navigate(path(meeting) + "/registration");
		// a page that was tampered with sends at once, and what no browser would
		page.locator("button[name=step]").evaluate("(button) => button.value = 'send'");
		page.locator("select[name=municipality]")
			.evaluate("(select) => { select.options[1].value = '9999'; select.selectedIndex = 1; }");
		page.getByLabel("Namn").fill("x");
		page.getByLabel("E-post").fill("x@region.example");
		page.getByLabel("Annat").first().check();
		button(page, "Fortsätt").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Välj en kommun");
		assertThat(this.registrations.active(meeting.id())).isEmpty();
	}

	@Test
	void aFullMeetingHasAWaitingListAndSaysSo(Browser browser) {
		Meeting meeting = this.sample.published(1);
		this.sample.register(meeting, "First");
		Page page = browser.open();
		page.navigate(path(meeting));
		assertThat(page.locator("main")).containsText("Den enda platsen är tagen");
		browser.assertAccessible(page);
		browser.screenshot(page, "meeting-full");
		link(page, "Ställ dig på väntelistan").click();
		fill(page, "Ida", "ida");
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").click();
		assertThat(heading(page)).containsText("Mötet är fullt, så du står på väntelistan");
		assertThat(this.sample.of(meeting, "ida").status()).isEqualTo(Registration.Status.WAITING);
		page.navigate("/my/registration/" + this.sample.token("meeting-waiting", "ida"));
		assertThat(page.locator("main")).containsText("Du står på väntelistan");
		assertThat(page.locator("main")).not().containsText(SampleMeetings.LINK);
	}

	@Test
	void nobodyLearnsFromThePageWhoIsRegistered(Browser browser) {
		Meeting meeting = this.sample.published(20);
		this.sample.register(meeting, "Ida");
		Page page = browser.open();
		page.navigate(path(meeting) + "/registration");
		fill(page, "Nyfiken", "ida");
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").click();
		assertThat(heading(page)).hasText("Tack! Vi har fått din anmälan");
		assertThat(page.locator("main")).not().containsText(this.sample.of(meeting, "Ida").reference());
		assertThat(this.sample.mails("meeting-already")).hasSize(1);
	}

	@Test
	void theFormClosesByItselfWithAClearPage(Browser browser) {
		Meeting meeting = this.sample.published(20);
		Page page = browser.open();
		page.navigate(path(meeting) + "/registration");
		fill(page, "Sen", "sen");
		this.clock.jumpTo(
				this.sample.registrationLastDay().plusDays(1).atStartOfDay(this.sample.authority().zone()).toInstant());
		button(page, "Fortsätt").click();
		assertThat(heading(page)).hasText("Anmälan är stängd");
		Response response = page.navigate(path(meeting) + "/registration");
		assertThat(response.status()).isEqualTo(410);
		browser.assertAccessible(page);
		browser.screenshot(page, "meeting-closed");
		assertThat(this.registrations.active(meeting.id())).isEmpty();
	}

	@Test
	void aCancelledMeetingSaysWhyToEverybody(Browser browser) {
		Meeting meeting = this.sample.published(20);
		this.sample.register(meeting, "Ida");
		String token = this.sample.token("meeting-registered", "Ida");
		this.office.cancel(this.sample.authority().id(), meeting.id(), "Lokalen är översvämmad.");
		this.cases.run();
		Page page = browser.open();
		page.navigate(path(meeting));
		assertThat(page.locator("main")).containsText("Lokalen är översvämmad.");
		browser.assertAccessible(page);
		browser.screenshot(page, "meeting-cancelled");
		assertThat(page.navigate(path(meeting) + "/registration").status()).isEqualTo(410);
		browser.assertAccessible(page);
		page.navigate("/my/registration/" + token);
		assertThat(page.locator("main")).containsText("Mötet är inställt");
		assertThat(link(page, "Avanmäl")).hasCount(0);
		browser.assertAccessible(page);
	}

	@Test
	void afterTheMeetingItsNotesAreThere(Browser browser) {
		Meeting meeting = this.sample.published(20);
		this.sample.register(meeting, "Ida");
		List.of("registrationReminderOrLastDay", "registrationReminderOrLastDay", "registrationReminderOrLastDay")
			.forEach((timer) -> this.cases.fire(meeting.id(), timer));
		this.cases.complete(meeting.id(), "sendPreparation", Map.of("preparation", "Läs frågorna innan mötet börjar."));
		List.of("meetingReminderOrStart", "meetingReminderOrStart", "meetingEnded")
			.forEach((timer) -> this.cases.fire(meeting.id(), timer));
		Page page = browser.open();
		page.navigate(path(meeting));
		assertThat(page.locator("main")).not().containsText("Läs frågorna innan");
		this.context.getBean(MeetingNotes.class)
			.add(this.meetings.get(meeting.id()),
					this.context.getBean(Questions.class).of(this.sample.consultation().id()).get(0).id(),
					"Bord 1, civilsamhället", "Lokaler saknas i byarna.\n<script>alert(1)</script>");
		this.cases.complete(meeting.id(), "recordMeeting", Map.of("participants", 12, "summary",
				"Ett bra samtal om lokaler.", "followUp", "Lista tomma lokaler."));
		page.navigate(path(meeting));
		assertThat(page.locator("main")).containsText("Ett bra samtal om lokaler.");
		assertThat(page.locator("main")).containsText("<script>alert(1)</script>");
		browser.assertAccessible(page);
		browser.screenshot(page, "meeting-notes");
		page.navigate("/my/registration/" + this.sample.token("meeting-registered", "Ida"));
		assertThat(page.locator("main")).containsText("Läs frågorna innan");
		assertThat(link(page, "Ändra anmälan")).hasCount(0);
	}

	@Test
	void anAddressThatLeadsNowhereSaysSo(Browser browser) {
		Meeting meeting = this.sample.published(20);
		Meeting unpublished = this.sample.wanted();
		SampleMeetings other = new SampleMeetings(this.context);
		Page page = browser.open();
		String path = this.sample.consultation().path() + "/meetings/";
		for (String wrong : List.of(path + unpublished.id(), path + unpublished.id() + "/registration",
				path + UUID.randomUUID(), path + "x", other.consultation().path() + "/meetings/" + meeting.id(),
				path + meeting.id() + "/registration/" + UUID.randomUUID(), "/my/registration/x",
				"/my/registration/x/change", "/my/registration/x/cancel")) {
			assertThat(page.navigate(wrong).status()).as(wrong).isEqualTo(404);
		}
	}

	@Test
	void aPersonalLinkEndsInTheEnd(Browser browser) {
		Meeting meeting = this.sample.published(20);
		this.sample.register(meeting, "Ida");
		String link = "/my/registration/" + this.sample.token("meeting-registered", "Ida");
		Page page = browser.open();
		this.clock.jumpTo(meeting.endsAt().plus(Duration.ofDays(179)));
		assertThat(page.navigate(link).status()).isEqualTo(200);
		this.clock.jumpTo(meeting.endsAt().plus(Duration.ofDays(181)));
		assertThat(page.navigate(link).status()).isEqualTo(410);
	}

	@Test
	void theMeetingSpeaksFinnishAndEnglishToo(Browser browser) {
		Meeting meeting = this.sample.published(20);
		Page page = browser.open();
		page.navigate("/fi" + path(meeting));
		link(page, "Ilmoittaudu").click();
		page.getByLabel("Nimi").fill("Aino");
		page.getByLabel("Sähköposti").fill(this.sample.email("aino").value());
		page.getByLabel("Yksityishenkilö").check();
		page.getByLabel("Kunta").selectOption("elsewhere");
		browser.assertAccessible(page);
		button(page, "Jatka").click();
		button(page, "Lähetä ilmoittautuminen").click();
		assertThat(heading(page)).hasText("Kiitos! Olemme saaneet ilmoittautumisesi");
		assertThat(this.sample.mails("meeting-registered")).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).startsWith("Olet ilmoittautunut");
			assertThat(mail.textBody()).contains("/fi/my/registration/");
		});
		page.navigate("/en" + path(meeting));
		assertThat(link(page, "Register")).isVisible();
		browser.screenshot(page, "meeting-en");
	}

	@Test
	void theTimeIsThatOfTheMeetingsZone(Browser browser) {
		Meeting meeting = this.sample.published(20);
		Page page = browser.open();
		page.navigate(path(meeting));
		assertThat(page.locator("main")).containsText("18:00–20:00");
		assertThat(LocalTime.ofInstant(meeting.startsAt(), this.sample.authority().zone()))
			.isEqualTo(LocalTime.of(18, 0));
	}

	private void fill(Page page, String name, String email) {
		page.getByLabel("Namn").fill(name);
		page.getByLabel("E-post").fill(this.sample.email(email).value());
		page.getByLabel("Företrädare för en förening").check();
		page.getByLabel("Kommun").selectOption("0380");
	}

	private String path(Meeting meeting) {
		return MeetingPath.of(this.sample.consultation().path(), meeting);
	}

	private static Locator heading(Page page) {
		return page.locator("h1");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator link(Page page, String name) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
