package se.kulturlots.plan.web;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.identity.Role;
import se.kulturlots.plan.Answering;
import se.kulturlots.plan.PlanAnswers;
import se.kulturlots.plan.PlanSection;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.plan.SamplePlan;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class PlanPagesTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	PlanSections sections;

	@Autowired
	PlanAnswers answers;

	@Autowired
	Cycle cycle;

	SamplePlan sample;

	@BeforeEach
	void aPlan() {
		this.sample = new SamplePlan(this.context);
	}

	private Page signedIn(Browser browser, Role role, boolean javaScript) {
		Page page = browser.open(javaScript);
		browser.signIn(page, this.accounts.with(this.sample.authority.id(), role).id());
		return page;
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private static void follow(Page page, String link) {
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
	}

	@Test
	void anOfficerWritesThePlanWithTheInputBesideIt(Browser browser) {
		this.sample.say("Bibliotek", "Ha öppet på söndagar, så att de som arbetar hinner dit.");
		this.sample.say("Bibliotek", "Köp fler böcker på finska <script>alert(1)</script>");
		this.sample.say("Skatt", "Sänk skatten för alla föreningar.", true);
		Page page = signedIn(browser, Role.OFFICER, true);
		page.navigate(this.sample.desk());
		assertThat(page.locator("#progress")).hasText("0 av 3 synpunkter har ett ställningstagande.");
		browser.assertAccessible(page);

		for (String heading : new String[] { "Konst", "Bibliotek" }) {
			follow(page, "Lägg till avsnitt");
			page.getByLabel("Rubrik").fill(heading);
			page.getByLabel("Text").fill("Det här står om " + heading + ".\n\nNytt stycke.");
			press(page, "Spara");
		}
		press(page, "Flytta upp Bibliotek");
		assertThat(page.locator("article h3")).hasText(new String[] { "Bibliotek", "Konst" });

		page.getByLabel("Tema").selectOption("Bibliotek");
		press(page, "Visa");
		assertThat(page.locator(".kl-inputs .kl-box")).hasCount(2);
		page.getByLabel("S-2026-0001").check();
		page.getByLabel("S-2026-0002").check();
		page.getByLabel("Avsnitt de lett till").selectOption("Bibliotek");
		browser.assertAccessible(page);
		browser.screenshot(page, "plan-desk");
		press(page, "Koppla till avsnittet");
		assertThat(page.locator("[role=status]").first()).hasText("2 synpunkter ändrades.");
		assertThat(page.locator("#progress")).hasText("2 av 3 synpunkter har ett ställningstagande.");

		page.navigate(this.sample.desk());
		page.getByLabel("S-2026-0003").check();
		press(page, "Leder inte till något");
		assertThat(page.locator(".kl-error-summary")).containsText("Skriv varför");
		assertThat(page.getByLabel("S-2026-0003")).isChecked();
		assertThat(page.title()).startsWith("Fel:");
		browser.assertAccessible(page);
		browser.screenshot(page, "plan-desk-error");
		page.getByLabel("Vad som gjordes, eller varför inte").fill("Skatten beslutas i budgeten.");
		press(page, "Leder inte till något");
		assertThat(page.locator("#progress")).hasText("3 av 3 synpunkter har ett ställningstagande.");
		page.navigate(this.sample.desk() + "?show=ALL");
		assertThat(page.locator(".kl-inputs")).containsText("<script>alert(1)</script>");
		browser.screenshot(page, "plan-desk-done");
		page.locator("summary", new Page.LocatorOptions().setHasText("Ta bort Konst")).click();
		assertThat(page.locator(".kl-ask[open]")).containsText("Du kan återställa det här i 30 dagar");
		browser.assertAccessible(page);
		browser.screenshot(page, "plan-remove");
		page.locator(".kl-ask[open] button").click();
		assertThat(page.locator("article h3")).hasText(new String[] { "Bibliotek" });
	}

	@Test
	void everythingWorksWithoutJavaScript(Browser browser) {
		this.sample.say("Bibliotek", "Söndagsöppet");
		this.sample.say("Konst", "Mer konst");
		SectionId section = this.sample.write("Bibliotek", "Det gamla");
		Page page = signedIn(browser, Role.OFFICER, false);
		page.navigate(this.sample.desk() + "/sections/" + section);
		page.getByLabel("Text").fill("Det nya");
		page.getByLabel("Tema").selectOption("Konst");
		press(page, "Visa");
		assertThat(page.locator(".kl-beside .kl-box")).hasCount(1);
		press(page, "Spara");
		page.getByLabel("S-2026-0001").check();
		page.getByLabel("Avsnitt de lett till").selectOption("Bibliotek");
		press(page, "Koppla till avsnittet");
		assertThat(page.locator("#progress")).hasText("1 av 2 synpunkter har ett ställningstagande.");
		assertThat(text(section)).isEqualTo("Det nya");
	}

	@Test
	void choosingOtherInputLosesNothingThatIsTyped(Browser browser) {
		this.sample.say("Bibliotek", "Söndagsöppet");
		this.sample.say("Konst", "Mer konst");
		SectionId section = this.sample.write("Bibliotek", "Det gamla");
		Page page = signedIn(browser, Role.OFFICER, true);
		page.navigate(this.sample.desk() + "/sections/" + section);
		assertThat(page.locator(".kl-beside .kl-box")).hasCount(2);
		page.getByLabel("Text").fill("Det nya, halvskrivet");
		page.getByLabel("Tema").selectOption("Konst");
		press(page, "Visa");
		assertThat(page.locator(".kl-beside .kl-box")).hasCount(1);
		assertThat(page.getByLabel("Text")).hasValue("Det nya, halvskrivet");
		browser.assertAccessible(page);
		browser.screenshot(page, "plan-section");
		press(page, "Spara och skriv vidare");
		assertThat(page.locator(".kl-alert")).hasText("Avsnittet är sparat.");
		assertThat(page.getByLabel("Text")).hasValue("Det nya, halvskrivet");
	}

	@Test
	void twoOfficersAtOnceDoNotOverwriteEachOther(Browser browser) {
		SectionId section = this.sample.write("Bibliotek", "Ursprunget");
		Page one = signedIn(browser, Role.OFFICER, true);
		Page other = signedIn(browser, Role.OFFICER, true);
		one.navigate(this.sample.desk() + "/sections/" + section);
		other.navigate(this.sample.desk() + "/sections/" + section);
		one.getByLabel("Text").fill("Den förstas text");
		press(one, "Spara");
		other.getByLabel("Text").fill("Den andras text");
		Response refused = other.waitForNavigation(() -> press(other, "Spara"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(other.locator(".kl-alert")).containsText("Den förstas text");
		assertThat(other.getByLabel("Text")).hasValue("Den andras text");
		browser.assertAccessible(other);
		browser.screenshot(other, "plan-section-conflict");
		assertThat(text(section)).isEqualTo("Den förstas text");
		other.getByLabel("Text").fill("Bådas text");
		press(other, "Spara");
		assertThat(text(section)).isEqualTo("Bådas text");
	}

	private String text(SectionId section) {
		return this.sections.find(this.sample.id, section).map(PlanSection::text).orElseThrow();
	}

	@Test
	void longTextsAreTakenAndTooLongOnesKeptOnThePage(Browser browser) {
		SectionId section = this.sample.write("Bibliotek", "Kort");
		Page page = signedIn(browser, Role.MANAGER, true);
		page.navigate(this.sample.desk() + "/sections/" + section);
		// a word without an end takes a browser seconds to break
		String longest = ("Å".repeat(19) + " ").repeat(PlanSection.LONGEST_TEXT / 20).replaceFirst(" $", "Å");
		put(page, longest + "x");
		press(page, "Spara");
		assertThat(page.locator(".kl-error-summary")).isVisible();
		assertThat(page.getByLabel("Text").inputValue()).hasSize(PlanSection.LONGEST_TEXT + 1);
		page.getByLabel("Rubrik").fill("");
		press(page, "Spara");
		assertThat(page.locator(".kl-error-summary a")).hasCount(2);
		page.getByLabel("Rubrik").fill("Bibliotek");
		put(page, longest);
		press(page, "Spara");
		assertThat(text(section)).isEqualTo(longest);
	}

	/** At once: as if it were typed, a browser takes seconds for so much. */
	private static void put(Page page, String text) {
		page.getByLabel("Text").evaluate("(field, text) => field.value = text", text);
	}

	@Test
	void othersMayReadAndOtherAuthoritiesFindNothing(Browser browser) {
		SectionId section = this.sample.write("Bibliotek", "Text");
		this.sample.say("Bibliotek", "Söndagsöppet");
		this.sample.fix();
		Page registrar = signedIn(browser, Role.REGISTRAR, true);
		registrar.navigate(this.sample.desk());
		assertThat(registrar.locator("main button")).hasCount(1);
		assertThat(registrar.navigate(this.sample.desk() + "/sections/" + section).status()).isEqualTo(403);
		assertThat(registrar.navigate(this.sample.desk() + "/versions/1").status()).isEqualTo(200);
		browser.assertAccessible(registrar);
		assertThat(registrar.navigate(this.sample.desk() + "/draft").status()).isEqualTo(200);
		browser.assertAccessible(registrar);
		assertThat(registrar.navigate(this.sample.desk() + "/versions/2").status()).isEqualTo(404);

		SamplePlan theirs = new SamplePlan(this.context);
		Page stranger = browser.open();
		browser.signIn(stranger, this.accounts.with(theirs.authority.id(), Role.OFFICER, Role.MANAGER).id());
		for (String path : new String[] { "", "/sections/new", "/sections/" + section, "/draft", "/versions/1",
				"/answers", "/answers/" + section }) {
			assertThat(stranger.navigate(this.sample.desk() + path).status()).as(path).isEqualTo(404);
		}
		assertThat(stranger.navigate(theirs.desk() + "/sections/" + section).status()).isEqualTo(404);
	}

	@Test
	void whatIsSentByHandIsRefusedOrDoesNoHarm(Browser browser) {
		SectionId section = this.sample.write("Bibliotek", "Text");
		ReceivedItem said = this.sample.say("Bibliotek", "Söndagsöppet");
		Page page = signedIn(browser, Role.OFFICER, true);
		page.navigate(this.sample.desk());
		String token = page.locator("input[name=_csrf]").first().inputValue();
		for (String[] bad : new String[][] { { "inputs", "inputs=nonsense&action=link", "404" },
				{ "inputs", "inputs=" + UUID.randomUUID() + ":0&action=decline&comment=x", "404" },
				{ "inputs", "inputs=" + said.inputId() + ":0&action=link&section=nonsense", "400" },
				{ "inputs", "inputs=" + said.inputId() + ":0&action=link&section=" + UUID.randomUUID(), "404" },
				{ "inputs", "action=decline&comment=x", "400" }, { "inputs", "", "400" },
				{ "inputs", "inputs=" + said.inputId() + ":7&action=decline&comment=x", "409" },
				{ "inputs", "inputs=" + said.inputId() + ":0&action=decline&comment=" + "x".repeat(4001), "400" },
				{ "sections/" + section, "heading=&text=x&version=1", "400" },
				{ "sections/" + section, "heading=x&text=x", "409" },
				{ "sections/" + section + "/move", "up=sideways", "400" },
				{ "sections/" + section + "/remove", "", "400" },
				{ "sections/" + section + "/remove", "version=9", "409" } }) {
			Object status = page.evaluate(
					"([path, body]) => fetch(path, {method: 'POST', redirect: 'manual', headers: "
							+ "{'Content-Type': 'application/x-www-form-urlencoded'}, body}).then((r) => r.status)",
					new String[] { this.sample.desk() + "/" + bad[0], bad[1] + "&_csrf=" + token });
			assertThat(status.toString()).as(bad[0] + " " + bad[1]).isEqualTo(bad[2]);
		}
		assertThat(page.navigate(this.sample.desk() + "?show=NONSENSE&theme=x&page=99").status()).isEqualTo(200);
		assertThat(page.navigate(this.sample.desk() + "?page=x").status()).isEqualTo(400);
		assertThat(text(section)).isEqualTo("Text");
	}

	@Test
	void everyoneReadsTheDraftDuringTheReferralAndTheDecidedPlanAfterwards(Browser browser) {
		ReceivedItem open = this.sample.say("Bibliotek", "Söndagsöppet");
		ReceivedItem hidden = this.sample.say("Bibliotek", "Dolt", true);
		SectionId section = this.sample.write("Bibliotek <b>", "Öppet för alla.\n\nÄven på söndagar. <i>Ja</i>");
		this.sample.link(open, section);
		this.sample.link(hidden, section);
		String path = this.sample.consultation().path() + "/plan";
		Page page = browser.open();
		assertThat(page.navigate(path).status()).isEqualTo(404);
		this.sample.fix();
		this.cycle.enter(this.sample.consultationId, Phase.REFERRAL);
		this.sample.drafting().editSection(this.sample.id, section, 1, "Hemligt", "Inte granskat", "a");
		assertThat(page.navigate(path).status()).isEqualTo(200);
		assertThat(page.locator("h2[id^=section]")).hasText("Bibliotek <b>");
		assertThat(page.locator("main")).containsText("Förslag, version 1");
		assertThat(page.locator("main")).containsText("En synpunkt påverkade avsnittet: S-2026-0001");
		assertThat(page.locator("main")).not().containsText("Inte granskat");
		assertThat(page.locator("main")).not().containsText(hidden.reference());
		browser.assertAccessible(page);
		browser.screenshot(page, "plan-public-draft");
		this.sample.fix();
		this.sample.decide();
		for (String language : new String[] { "/fi", "/en", "" }) {
			assertThat(page.navigate(language + path).status()).isEqualTo(200);
			browser.assertAccessible(page);
		}
		assertThat(page.locator("main")).containsText("Planen är beslutad");
		assertThat(page.locator("table")).containsText("§ 42");
		browser.screenshot(page, "plan-public-decided");
		page.navigate(path + "#section-" + section);
		assertThat(page.locator("#section-" + section)).isInViewport();
		SamplePlan other = new SamplePlan(this.context);
		assertThat(page.navigate(path.replace(this.sample.authority.id(), other.authority.id())).status())
			.isEqualTo(404);
	}

	@Test
	void answersAreReadAndChangedUntilTheyAreSent(Browser browser) {
		ReceivedItem said = this.sample.say("Bibliotek", "Söndagsöppet");
		SectionId section = this.sample.write("Bibliotek", "Öppet.");
		this.sample.link(said, section);
		this.sample.fix();
		this.sample.decide();
		Answering answering = this.context.getBean(Answering.class);
		answering.write(this.sample.id);
		Page page = signedIn(browser, Role.OFFICER, true);
		page.navigate(this.sample.desk());
		follow(page, "Svar på synpunkterna");
		browser.assertAccessible(page);
		browser.screenshot(page, "plan-answers");
		follow(page, "Ändra svaret S-2026-0001");
		browser.assertAccessible(page);
		browser.screenshot(page, "plan-answer");
		answering.edit(this.sample.id, said.inputId(), 1, "Kollegans svar");
		page.getByLabel("Svar").fill("Mitt svar");
		press(page, "Spara svaret");
		assertThat(page.locator(".kl-alert")).containsText("Kollegans svar");
		assertThat(page.getByLabel("Svar")).hasValue("Mitt svar");
		press(page, "Spara svaret");
		assertThat(this.answers.of(this.sample.id, List.of(said.inputId())).get(said.inputId()).text())
			.isEqualTo("Mitt svar");
		assertThat(page.locator("article")).containsText("Mitt svar");
	}

}
