package se.kulturlots.privacy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.input.Corrections;
import se.kulturlots.input.SampleInput;
import se.kulturlots.input.Sender;
import se.kulturlots.input.Submission;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people see of what is stored about them, and how they get there. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class MyPagesTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	Afterwards afterwards;

	@Autowired
	Corrections corrections;

	@Autowired
	AppClock clock;

	@Test
	void somebodyGetsALinkToAllThatIsStoredAndChangesIt(Browser browser) {
		// not while one lot of ten minutes ends and the next begins
		this.clock.jumpTo(this.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(20);
		sample.register(meeting, sample.email("Ida"), new RegistrationDetails("Ida =1+1", "Folkets scen",
				"070-174 06 10", ParticipantKind.ASSOCIATION, "0380", null, null, "inga nötter"));
		sample.register(meeting, "Kim");
		sample.invite("Ida");
		say(sample, sample.email("IDA"), "Färre scener.", "Fler scener för unga.");
		String home = "/" + sample.authority().id();

		Page page = browser.open(false);
		page.navigate(home + "/my");
		page.locator("main form button").click();
		assertThat(page.locator("[role=alert]")).containsText("Skriv din e-postadress");
		page.fill("#email", "ingen@forening.example");
		page.locator("main form button").click();
		String unknown = page.locator("main").innerHTML();
		this.afterwards.run();
		assertThat(sample.mails("personal-page")).isEmpty();

		page = browser.open();
		page.navigate(home);
		page.locator("header").getByText("Mina sidor").click();
		browser.assertAccessible(page);
		browser.screenshot(page, "my-ask");
		page.fill("#email", " Ida@" + sample.authority().id() + ".example ");
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("Titta i din e-post");
		assertThat(page.locator("main").innerHTML()).isEqualTo(unknown);
		browser.assertAccessible(page);
		browser.screenshot(page, "my-sent");
		page.navigate(home + "/my");
		page.fill("#email", "ida@" + sample.authority().id() + ".example");
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("Titta i din e-post");
		this.afterwards.run();
		assertThat(sample.mails("personal-page")).as("one mail however often it is asked for").hasSize(1);

		String link = sample.mails("personal-page").get(0).textBody().replaceAll("(?s).*(/my/pages/[\\w-]+).*", "$1");
		assertThat(page.navigate(link).headers()).containsEntry("x-robots-tag", "noindex, nofollow");
		assertThat(page.locator("main")).containsText("Fler scener för unga.");
		assertThat(page.getByText("Färre scener.")).isHidden();
		page.getByText("Visa det du skrev förut (1)").click();
		assertThat(page.getByText("Färre scener.")).isVisible();
		assertThat(page.locator("main")).containsText("inga nötter");
		assertThat(page.locator("main")).containsText("Förening i registret: Ida");
		assertThat(page.locator("main")).containsText("Inbjudan: Ny kulturplan");
		assertThat(page.locator("main")).containsText("Länken till dina sidor");
		assertThat(page.locator("main")).not().containsText("Kim");
		browser.assertAccessible(page);
		browser.screenshot(page, "my-pages");

		APIResponse csv = page.request().get(link + "/data.csv");
		assertThat(csv.headers().get("content-disposition")).startsWith("attachment");
		assertThat(csv.text()).contains("Fler scener för unga.", "Färre scener.", "Ida =1+1");
		APIResponse json = page.request().get(link + "/data.json");
		assertThat(json.headers().get("cache-control")).contains("no-store");
		assertThat(json.text()).contains("\"address\" : \"ida@", "Fler scener för unga.", "inga nötter")
			.doesNotContain("Kim");

		page.locator("button", new Page.LocatorOptions().setHasText("Ändra eller avanmäl")).click();
		assertThat(page.locator("h1")).containsText("Din anmälan");
		page.navigate(link);
		page.locator("button", new Page.LocatorOptions().setHasText("Se, ändra eller ta tillbaka")).click();
		page.getByText("Visa det du skrev förut (1)").click();
		assertThat(page.getByText("Färre scener.")).isVisible();
		page.locator("a[href$='/withdraw']").click();
		page.locator("main form button").click();
		page.navigate(link);
		assertThat(page.locator("main")).containsText("Taget tillbaka");

		this.clock.jumpTo(this.clock.instant().plus(Duration.ofHours(25)));
		assertThat(page.navigate(link).status()).isEqualTo(410);
		browser.assertAccessible(page);
		browser.screenshot(page, "error-410");
	}

	@Test
	void nobodyOpensWhatIsSomebodyElses(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(20);
		sample.register(meeting, "Ida");
		sample.register(meeting, "Kim");
		Page page = browser.open();
		page.navigate("/" + sample.authority().id() + "/my");
		page.fill("#email", sample.email("Kim").value());
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("Titta i din e-post");
		this.afterwards.run();
		String link = sample.mails("personal-page").get(0).textBody().replaceAll("(?s).*(/my/pages/[\\w-]+).*", "$1");
		page.navigate(link);
		String ida = sample.of(meeting, "Ida").id().toString();
		page.locator("input[name=id]").first().evaluate("(field, id) => field.value = id", ida);
		page.locator("main form button").first().click();
		assertThat(page.locator("h1")).hasText("Sidan finns inte");
		assertThat(page.navigate("/my/pages/nobodys-token").status()).isEqualTo(404);
	}

	private void say(SampleMeetings sample, EmailAddress email, String first, String then) {
		SampleInput input = new SampleInput(this.context, sample.authority(), sample.consultation());
		Submission sent = input.say(null, "Ida", email, first);
		Sender sender = new Sender(null, "Ida", email, null, Locale.forLanguageTag("sv"));
		this.corrections.change(sent.authorityId(), sent.id(), Objects.requireNonNull(sent.version()), sender,
				input.answer(then));
	}

}
