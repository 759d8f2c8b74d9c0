package se.kulturlots.scenario;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Stories of what every public page says of itself. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class PublicStoriesTest {

	private static final Pattern ADDRESS = Pattern.compile("<loc>[^<]*?//[^/]*([^<]*)</loc>");

	private static final Pattern DATE = Pattern
		.compile("Publicerad \\S+ \\d+ \\S+ \\d{4}\\. Senast ändrad \\S+ \\d+ \\S+ \\d{4}\\.");

	@Autowired
	ApplicationContext context;

	@Autowired
	Authorities authorities;

	@Test
	@DisplayName("ulricehamn 10: each page says who to contact, when it was published and last changed, and asks whether it helped")
	void ulricehamn10(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		sample.published(20);
		String home = "/" + sample.authority().id();
		Page page = browser.open(false);
		String map = page.request().get(home + "/sitemap.xml").text();
		List<String> pages = ADDRESS.matcher(map)
			.results()
			.map((found) -> found.group(1))
			.filter((path) -> path.startsWith(home))
			.toList();
		assertThat(pages).contains(home, home + "/contact", home + "/accessibility", sample.consultation().path())
			.hasSizeGreaterThan(6);
		for (String path : pages) {
			assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
			assertThat(page.locator("footer address")).containsText(sample.authority().contactEmail());
			assertThat(page.locator(".kl-edition")).containsText(DATE);
			assertThat(page.locator(".kl-edition")).containsText("Hjälpte sidan dig?");
		}

		page.navigate(sample.consultation().path());
		page.getByText("Nej, något saknas").click();
		assertThat(page.locator("h1")).hasText("Tack för ditt svar");
		page.fill("#missing", "Var man parkerar <b>cykeln</b>");
		page.locator("main form button").click();
		assertThat(page.locator("main")).containsText("Vi har sparat det du skrev");
		page.getByText("Tillbaka till sidan").click();
		assertThat(page).hasURL(Pattern.compile(".*" + sample.consultation().path()));
		Page reader = browser.open();
		reader.navigate(home + "/contact");
		browser.assertAccessible(reader);
		browser.screenshot(reader, "contact");
		reader.getByText("Ja, den hjälpte").click();
		reader.locator("main form button").click();
		assertThat(reader.locator("[role=alert]")).containsText("Skriv vad du saknade");
		browser.assertAccessible(reader);
		browser.screenshot(reader, "opinion");

		Page staff = browser.open();
		browser.signIn(staff, sample.officer().id());
		staff.navigate("/staff/opinions");
		assertThat(staff.locator("tbody tr")).hasCount(2);
		assertThat(staff.locator("tbody tr").first()).containsText("Ny kulturplan");
		assertThat(staff.locator("main")).containsText("Var man parkerar <b>cykeln</b>");
		browser.assertAccessible(staff);
		browser.screenshot(staff, "opinions");
		Page others = browser.open();
		browser.signIn(others, new SampleMeetings(this.context).with(Role.OFFICER).id());
		others.navigate("/staff/opinions");
		assertThat(others.locator("main")).containsText("Ingen har svarat än.");
		browser.assertAccessible(others);
	}

	@Test
	@DisplayName("pohjois-pohjanmaa 8: the page says who to contact and when it was last updated")
	void pohjoisPohjanmaa8(Browser browser) {
		String id = "maakunta-" + UUID.randomUUID().toString().substring(0, 8);
		this.authorities.save(new Authority(id, null, "Koivumaan maakunta", "FI", "Europe/Helsinki", "fi,sv",
				"Kulttuuripalvelut", "kulttuuri@koivumaa.example", "070-174 06 06", "#1a5c4c"));
		Page page = browser.open();
		for (String path : List.of("", "/contact", "/accessibility", "/personal-data", "/cookies")) {
			page.navigate("/" + id + path);
			assertThat(page.locator("html")).hasAttribute("lang", "fi");
			assertThat(page.locator("footer address")).containsText("kulttuuri@koivumaa.example");
			assertThat(page.locator(".kl-edition")).containsText("Viimeksi muutettu");
			assertThat(page.locator(".kl-edition")).containsText("Auttoiko sivu sinua?");
			browser.assertAccessible(page);
			browser.screenshot(page, "fi" + path.replace('/', '-'));
		}
		assertThat(page.navigate("/" + id + "/accessibility").text()).contains("Traficom");
	}

	@Test
	@DisplayName("skane 8: the form says how personal data is handled and that it may become a public record; the receipt thanks")
	void skane8(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(20);
		Page page = browser.open(false);
		page.navigate(MeetingPath.registration(sample.consultation().path(), meeting));
		assertThat(page.locator("main")).containsText("blir en allmän handling hos " + sample.authority().name());
		page.getByText("Så behandlar vi personuppgifter").click();
		assertThat(page.locator("h1")).hasText("Personuppgifter");
		assertThat(page.locator("main")).containsText("Hur länge");
		page.goBack();
		page.getByLabel("Namn").fill("Ida Åberg");
		page.getByLabel("E-post").fill(sample.email("Ida").value());
		page.getByLabel("Företrädare för en förening").check();
		page.getByLabel("Kommun").selectOption("0380");
		page.getByText("Fortsätt").click();
		page.getByText("Skicka anmälan").click();
		assertThat(page.locator("h1")).hasText("Tack! Vi har fått din anmälan");
		assertThat(page.locator("main")).containsText(sample.of(meeting, "Ida").reference());
		assertThat(sample.mails("meeting-registered")).hasSize(1);
	}

}
