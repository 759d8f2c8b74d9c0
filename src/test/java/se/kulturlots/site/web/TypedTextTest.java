package se.kulturlots.site.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What somebody has typed is theirs until it has arrived, whatever happens. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class TypedTextTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	Registrations registrations;

	@Test
	void aRegistrationSurvivesReloadBackAndALostConnectionAndIsMadeOnce(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(20);
		String form = MeetingPath.registration(sample.consultation().path(), meeting);
		Page page = browser.open();
		page.navigate(form);
		assertThat(page.locator(".kl-draft")).containsText("Det du skriver sparas i den här fliken");
		page.getByLabel("Namn").fill("Ida Åberg");
		page.getByLabel("E-post").fill(sample.email("Ida").value());
		page.getByLabel("Företrädare för en förening").check();
		page.getByLabel("Kommun").selectOption("0380");
		page.getByLabel("Förening eller organisation").fill("19850612-1234");
		page.reload();
		assertThat(page.getByLabel("Namn")).hasValue("Ida Åberg");
		assertThat(page.getByLabel("Företrädare för en förening")).isChecked();
		assertThat(page.getByLabel("Kommun")).hasValue("0380");
		// personal numbers are not kept
		assertThat(page.getByLabel("Förening eller organisation")).hasValue("");
		assertThat(page.locator("[role=status].kl-draft")).containsText("Vi har fyllt i det du skrev förut.");
		assertThat(page.locator("main form button")).hasCount(1);
		browser.assertAccessible(page);
		browser.screenshot(page, "draft-restored");
		page.navigate("/fi" + form);
		assertThat(page.locator("#name")).hasValue("Ida Åberg");
		page.navigate(form);

		BrowserContext connection = page.context();
		connection.setOffline(true);
		button(page, "Fortsätt").click();
		assertThat(page.locator(".kl-offline")).containsText("uppkopplingen är bruten");
		assertThat(page.getByLabel("Namn")).hasValue("Ida Åberg");
		browser.assertAccessible(page);
		browser.screenshot(page, "draft-offline");
		connection.setOffline(false);
		button(page, "Fortsätt").click();
		assertThat(page.locator("h1")).hasText("Granska din anmälan");
		page.goBack();
		assertThat(page.getByLabel("Namn")).hasValue("Ida Åberg");
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").dblclick();
		assertThat(page.locator("h1")).hasText("Tack! Vi har fått din anmälan");
		page.reload();
		page.navigate(form);
		assertThat(page.getByLabel("Namn")).isEmpty();
		assertThat(page.evaluate("Object.keys(sessionStorage).length")).isEqualTo(0);
		page.goBack();
		assertThat(page.locator("h1")).hasText("Tack! Vi har fått din anmälan");
		goBack(page);
		assertThat(this.registrations.active(meeting.id())).hasSize(1);
		assertThat(sample.mails("meeting-registered")).hasSize(1);
	}

	@Test
	void whatStaffWroteIsThereAfterTheySignInAgain(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		String path = "/staff/consultations/" + sample.consultation().id() + "/documents";
		Page page = browser.open();
		browser.signIn(page, sample.officer().id());
		page.navigate(path);
		page.fill("#title", "Underlag om scener");
		page.selectOption("#language", "sv");
		page.setInputFiles("#file", new FilePayload("plan.pdf", "application/pdf", "%PDF-1.7 x".getBytes()));
		page.context().clearCookies();
		page.locator("main form button[type=submit]").click();
		assertThat(page.locator("[data-error]")).isVisible();
		browser.signInOnThePage(page, sample.officer().id());
		page.navigate(path);
		assertThat(page.locator("#title")).hasValue("Underlag om scener");
		page.setInputFiles("#file", new FilePayload("plan.pdf", "application/pdf", "%PDF-1.7 x".getBytes()));
		page.locator("main form button[type=submit]").click();
		assertThat(page.locator("main table")).containsText("Underlag om scener");
		assertThat(page.locator("#title")).isEmpty();
	}

	/* a browser may refuse to show again what was sent */
	private static void goBack(Page page) {
		try {
			page.goBack();
		}
		catch (PlaywrightException refused) {
			assertThat(refused).hasMessageContaining("ERR_CACHE_MISS");
		}
	}

	private static Locator button(Page page, String name) {
		return page.locator("button", new Page.LocatorOptions().setHasText(name));
	}

}
