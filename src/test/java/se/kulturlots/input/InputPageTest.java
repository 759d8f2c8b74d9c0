package se.kulturlots.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.core.DateText;
import se.kulturlots.deadline.Rung;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.testing.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody from an association meets: the form, the receipt, what they sent. */
@ExtendWith(Browser.Provider.class)
class InputPageTest extends InputCase {

	private static final Pattern LINK = Pattern.compile("/my/input/[\\w-]+");

	@Autowired
	PersonalLinks links;

	@Autowired
	InputReminders reminders;

	InputPeriod period;

	@BeforeEach
	void openPeriod() {
		this.period = open(Kind.INPUT, 30);
	}

	@Test
	void somebodySaysWhatTheyThinkWithoutJavaScript(Browser browser) {
		Page page = browser.open(false);
		page.navigate(path());
		page.getByLabel("Vad saknas i kulturlivet?").fill("Fler scener för unga.\n<script>alert(1)</script>");
		page.getByLabel("Förening eller organisation").fill("Dansföreningen Språnget");
		page.getByLabel("Namn").fill("Kim Exempel");
		page.getByLabel("E-post").fill("kim@sprang.example");
		click(page, "Fortsätt");
		assertThat(page.textContent("main")).contains("Granska dina svar", "<script>alert(1)</script>");
		assertThat(this.search.counts(this.period.id()).inputs()).isZero();
		click(page, "Ändra");
		assertThat(page.getByLabel("Vad saknas i kulturlivet?").inputValue())
			.isEqualTo("Fler scener för unga.\n<script>alert(1)</script>");
		page.getByLabel("Namn").fill("Kim Andersson Exempel");
		click(page, "Fortsätt");
		click(page, "Skicka synpunkterna");
		assertThat(page.textContent("main")).contains("Tack!", "SYN-" + today().getYear() + "-0001",
				"Det här händer nu", "kim@sprang.example", this.authority.contactEmail());
		String receipt = page.url();
		page.reload();
		assertThat(page.url()).isEqualTo(receipt);
		assertThat(this.search.counts(this.period.id()).inputs()).isOne();
	}

	@Test
	void nobodyIsAskedForInputAfterTheDecisionAlthoughThePeriodLastsLonger(Browser browser) {
		LocalDate decision = today().plusDays(40);
		this.schedule.move(this.authority.id(), this.period.id(), this.period.opens(), today().plusDays(60));
		this.cycle.reschedule(this.authority.id(), this.consultation.id(),
				this.cycle.propose(this.authority.id(), decision, false));
		Page page = browser.open();
		page.navigate(path());
		fill(page, "kim@person.example");
		click(page, "Fortsätt");
		click(page, "Skicka synpunkterna");
		String day = DateText.date(decision, Locale.forLanguageTag("sv"));
		assertThat(page.textContent("main")).as("the last day is never after the decision").contains(day);
		assertThat(this.schedule.lastDay(this.period)).isEqualTo(decision);
		page.navigate(this.consultation.path());
		assertThat(page.textContent("main")).contains("Lämna synpunkter", day);
		this.clock.jumpTo(decision.plusDays(1).atTime(12, 0).atZone(ZONE).toInstant());
		assertThat(this.schedule.deadline(this.period).passed(this.clock.instant())).isFalse();
		page.navigate(this.consultation.path());
		assertThat(page.textContent("main")).doesNotContain("Lämna synpunkter");
		page.navigate(path());
		assertThat(page.locator("main form").count()).isZero();
		this.reminders.remind(this.consultations.get(this.consultation.id()), this.period,
				new Rung(3, this.clock.instant()));
		assertThat(this.jdbc.sql("select count(*) from mail where occasion = :period and kind = 'input-reminder'")
			.param("period", "inputPeriod:" + this.period.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aPeriodThatIsOpenWhileTheDraftIsWrittenIsToldOfOnThePageOfTheCase(Browser browser) {
		this.cycle.enter(this.consultation.id(), Phase.DRAFT);
		Page page = browser.open();
		page.navigate(this.consultation.path());
		assertThat(page.textContent("main")).contains("Lämna synpunkter");
		passLastDay(this.period);
		page.navigate(this.consultation.path());
		assertThat(page.textContent("main")).doesNotContain("Lämna synpunkter");
	}

	@Test
	void everyPageIsAccessible(Browser browser) {
		Page page = browser.open();
		page.navigate(path());
		browser.assertAccessible(page);
		browser.screenshot(page, "input-form");
		fill(page, "kim@person.example");
		click(page, "Fortsätt");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-check");
		click(page, "Skicka synpunkterna");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-receipt");
		page.navigate(personalLink());
		browser.assertAccessible(page);
		browser.screenshot(page, "input-my");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändra").setExact(true)).click();
		browser.assertAccessible(page);
		browser.screenshot(page, "input-change");
		page.goBack();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ta tillbaka").setExact(true)).click();
		browser.assertAccessible(page);
		browser.screenshot(page, "input-withdraw");
	}

	@Test
	void whatIsMissingIsSaidAndNothingTypedIsLost(Browser browser) {
		Page page = browser.open();
		page.navigate(path());
		click(page, "Fortsätt");
		assertThat(page.title()).startsWith("Fel:");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Skriv något i minst ett av fälten.", "Skriv ditt namn.", "Skriv din e-postadress.");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-errors");
		page.locator(".ds-error-summary a").first().click();
		assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("TEXTAREA");
		page.getByLabel("Vad fungerar bra i dag?").fill("å".repeat(4001));
		page.getByLabel("E-post").fill("kim(a)person");
		click(page, "Fortsätt");
		assertThat(page.locator(".ds-error-summary li").allTextContents()).containsExactly(
				"Texten får vara högst 4 000 tecken.".replace(' ', '\u00a0')
					.replace("Texten\u00a0får\u00a0vara\u00a0högst\u00a0", "Texten får vara högst ")
					.replace("\u00a0tecken", " tecken"),
				"Skriv ditt namn.", "Skriv en e-postadress, till exempel namn@forening.example.");
		assertThat(page.getByLabel("Vad fungerar bra i dag?").inputValue()).hasSize(4001);
		assertThat(page.getByLabel("E-post").inputValue()).isEqualTo("kim(a)person");
	}

	@Test
	void afterTheLastDayItCanStillBeSentAndIsMarkedAsLate(Browser browser) {
		passLastDay(this.period);
		Page page = browser.open();
		page.navigate(path());
		assertThat(page.textContent("main")).contains("Sista dagen var");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-late");
		fill(page, "kim@person.example");
		click(page, "Fortsätt");
		assertThat(page.textContent("main")).contains("Sista dagen var");
		click(page, "Skicka synpunkterna");
		assertThat(page.textContent("main")).contains("märkta som sena");
		assertThat(this.search.counts(this.period.id()).late()).isOne();
		page.navigate(personalLink());
		assertThat(page.textContent("main")).contains("märkta som sena").doesNotContain("Ta tillbaka");
	}

	@Test
	void aFormThatClosesWhileSomebodyWritesLosesNothing(Browser browser) {
		Page page = browser.open();
		page.navigate(path());
		fill(page, "kim@person.example");
		this.cycle.end(this.consultation.id(), Status.CANCELLED);
		Response response = page.waitForNavigation(() -> click(page, "Fortsätt"));
		assertThat(response.status()).isEqualTo(410);
		assertThat(page.textContent("main")).contains("Fler scener för unga.", "Det är inte skickat.");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-closed-typed");
		page.navigate(path());
		assertThat(page.textContent("h1")).isEqualTo("Formuläret för synpunkter är stängt");
		browser.assertAccessible(page);
	}

	@Test
	void aFormThatHasNotOpenedSaysWhen(Browser browser) {
		var other = opened(this.authority.id(), "En annan plan");
		Page page = browser.open();
		Response response = page.navigate(other.path() + "/input");
		assertThat(response.status()).isEqualTo(200);
		assertThat(page.textContent("main")).contains("har inte öppnat", "Formuläret öppnar");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-not-yet");
		page.navigate(other.path() + "/results");
		assertThat(page.textContent("main")).contains("Sammanfattningen är inte klar än");
		browser.assertAccessible(page);
	}

	@Test
	void whatWasSentIsChangedAndWithdrawnThroughThePersonalLink(Browser browser) {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.", "Scener.");
		Page page = browser.open(false);
		page.navigate(personalLink());
		assertThat(page.textContent("main")).contains(sent.reference(), "Biblioteken.", "Scener.");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändra").setExact(true)).click();
		page.getByLabel("Vad fungerar bra i dag?").fill("");
		page.getByLabel("Vad saknas i kulturlivet?").fill("");
		click(page, "Spara ändringarna");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Skriv något i minst ett av fälten.");
		page.getByLabel("Vad saknas i kulturlivet?").fill("Scener & replokaler.");
		click(page, "Spara ändringarna");
		assertThat(page.textContent("main")).contains("Dina ändringar är sparade.");
		assertThat(page.locator(".kl-answer").allTextContents()).singleElement()
			.asString()
			.contains("Scener & replokaler.");
		assertThat(page.textContent("details")).contains("Visa det du skrev förut (2)", "Biblioteken.", "Scener.",
				"taget tillbaka");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ta tillbaka").setExact(true)).click();
		click(page, "Ja, ta tillbaka");
		assertThat(page.textContent("main")).contains("Du tog tillbaka dina synpunkter", "Scener & replokaler.");
		assertThat(page.navigate(personalLink() + "/change").status()).isEqualTo(409);
	}

	@Test
	void linksThatAreWrongOrHaveEndedOpenNothing(Browser browser) {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.");
		Page page = browser.open();
		assertThat(page.navigate("/my/input/wrong").status()).isEqualTo(404);
		assertThat(page.content()).doesNotContain("Biblioteken.");
		String ended = this.links
			.issue(this.authority.id(), InputLetters.PURPOSE, sent.id(), this.clock.instant().minusSeconds(1))
			.value();
		assertThat(page.navigate("/my/input/" + ended).status()).isEqualTo(410);
		browser.assertAccessible(page);
		String other = this.links
			.issue(this.authority.id(), "registration", sent.id(), this.clock.instant().plusSeconds(60))
			.value();
		assertThat(page.navigate("/my/input/" + other).status()).isEqualTo(404);
		passLastDay(this.period);
		page.navigate(personalLink());
		assertThat(page.textContent("main")).contains("inte längre ändra").doesNotContain("Ta tillbaka");
	}

	@Test
	void anotherAuthoritysAddressesLeadNowhere(Browser browser) {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.");
		String other = this.authorities.region().id();
		Page page = browser.open();
		for (String address : List.of("/" + other + "/consultations/" + this.consultation.slug() + "/input",
				"/" + other + "/consultations/" + this.consultation.slug() + "/results",
				"/" + other + "/consultations/" + this.consultation.slug() + "/input/" + sent.id(),
				"/nobody/consultations/" + this.consultation.slug() + "/input",
				opened(this.authority.id(), "En annan plan").path() + "/input/" + sent.id(),
				path() + "/" + UUID.randomUUID(), path() + "/not-an-id")) {
			assertThat(page.navigate(address).status()).as(address).isEqualTo(404);
			assertThat(page.content()).doesNotContain(sent.reference());
		}
	}

	@Test
	void theFormSpeaksFinnishAndEnglish(Browser browser) {
		Page page = browser.open();
		page.navigate("/fi" + path());
		assertThat(page.textContent("h1")).isEqualTo("Anna palautetta");
		page.getByLabel("Vad fungerar bra i dag?").fill("Kirjastot.");
		page.getByLabel("Nimi").fill("Kim Esimerkki");
		page.getByLabel("Sähköposti").fill("kim@koivu.example");
		click(page, "Jatka");
		click(page, "Lähetä palaute");
		assertThat(page.url()).contains("/fi/");
		assertThat(page.textContent("h1")).contains("Kiitos!");
		assertThat(this.jdbc.sql("select subject from mail where recipient = 'kim@koivu.example'")
			.query(String.class)
			.list()).anyMatch((subject) -> subject.startsWith("Olemme saaneet palautteesi"));
		page.navigate("/en" + path());
		assertThat(page.textContent("h1")).isEqualTo("Give input");
	}

	private void fill(Page page, String email) {
		page.getByLabel("Vad saknas i kulturlivet?").fill("Fler scener för unga.\nOch replokaler.");
		page.getByLabel("Namn").fill("Kim Exempel");
		page.getByLabel("E-post").fill(email);
	}

	private static void click(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private String path() {
		return this.consultation.path() + "/input";
	}

	private String personalLink() {
		String text = this.jdbc.sql("""
				select text_body from mail where authority_id = :authority and kind = 'input-receipt'
				order by created_at desc limit 1""")
			.param("authority", this.authority.id())
			.query(String.class)
			.single();
		Matcher link = LINK.matcher(text);
		assertThat(link.find()).isTrue();
		return link.group();
	}

}
