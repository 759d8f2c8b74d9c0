package se.kulturlots.core.web;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class FormTest {

	@Autowired
	SampleAuthorities authorities;

	@Test
	void everyKindOfFieldAndPartIsAccessible(Browser browser) {
		Page page = open(browser, true);
		browser.assertAccessible(page);
		browser.screenshot(page, "form");
	}

	@Test
	void anEmptyFormIsToldWhatIsMissingInTheOrderOfTheForm(Browser browser) {
		Page page = open(browser, true);
		Response answer = send(page);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(page).hasTitle(Pattern.compile("^Fel: Alla fält – Region"));
		assertThat(page.locator(".ds-error-summary")).isFocused();
		assertThat(page.locator(".ds-error-summary a").evaluateAll("all => all.map(a => a.getAttribute('href'))"))
			.hasToString("[#name, #seats, #place, #kind, #themes, #agreed]");
		assertThat(page.locator(".ds-error-summary a").first()).hasText("Namn: Fyll i fältet.");
		browser.assertAccessible(page);
		browser.screenshot(page, "form-errors");
	}

	@Test
	void aLinkInTheErrorSummaryLeadsIntoItsField(Browser browser) {
		Page page = open(browser, true);
		send(page);
		page.locator(".ds-error-summary a[href='#kind']").click();
		assertThat(page.locator("#kind")).isFocused();
		assertThat(page.locator("#seats")).hasAttribute("aria-describedby", "seats-hint seats-error");
		assertThat(page.locator("#seats")).hasAttribute("aria-invalid", "true");
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void nothingThatWasTypedIsLost(boolean javaScript, Browser browser) {
		Page page = open(browser, javaScript);
		page.getByLabel("Namn").fill("  <b>Kören & \"vänner\"  ");
		page.getByLabel("Platser").fill("många");
		page.getByLabel("Berätta").fill("\nRad ett\nRad två som är alldeles för lång");
		page.getByLabel("Fråga ett").fill("Mitt svar");
		page.getByLabel("Plats", new Page.GetByLabelOptions().setExact(true)).selectOption("two");
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Slag")).getByLabel("Ett tredje").check();
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Teman")).getByLabel("Ett val").check();
		String submission = page.locator("[name=submissionId]").inputValue();
		assertThat(send(page).status()).isEqualTo(400);
		assertThat(page.locator("#name")).hasValue("  <b>Kören & \"vänner\"  ");
		assertThat(page.locator("#seats")).hasValue("många");
		assertThat(page.locator("#about")).hasValue("\nRad ett\nRad två som är alldeles för lång");
		assertThat(page.locator("#answers-q1")).hasValue("Mitt svar");
		assertThat(page.locator("#place")).hasValue("two");
		assertThat(page.locator("#kind-2")).isChecked();
		assertThat(page.locator("#themes")).isChecked();
		assertThat(page.locator("[name=submissionId]")).hasValue(submission);
		assertThat(page.locator("#seats-error")).hasText("Fel: Skriv ett heltal med siffror.");
	}

	@Test
	void whatIsCompleteIsTakenCleaned(Browser browser) {
		Page page = open(browser, false);
		fill(page, Map.of("Namn", "  Kören ", "Platser", "12", "Berätta", "ett\ntvå", "Dag", "2026-10-30"));
		assertThat(send(page).status()).isEqualTo(200);
		assertThat(page.locator("body")).containsText("name=Kören, seats=12, day=2026-10-30, about=ett\ntvå");
	}

	@Test
	void aProblemOfTheDomainIsShownAtItsFieldWithItsStatus(Browser browser) {
		Page page = open(browser, true);
		fill(page, Map.of("Namn", "förbjuden", "Platser", "12"));
		assertThat(send(page).status()).isEqualTo(409);
		assertThat(page.locator("#name-error")).containsText("Någon annan har ändrat");
		assertThat(page.locator("#seats")).hasValue("12");
	}

	@Test
	void aFormWithoutItsCookieIsSentAgainWithEverythingTyped(Browser browser) {
		Page page = open(browser, true);
		fill(page, Map.of("Namn", "Kören", "Platser", "12", "Berätta", "ett\ntvå", "Dag", "2026-10-30"));
		page.context().clearCookies();
		assertThat(send(page).status()).isEqualTo(403);
		assertThat(page.locator("h1")).hasText("Skicka en gång till");
		browser.assertAccessible(page);
		page.locator("main form button").click();
		assertThat(page.locator("body")).containsText("name=Kören, seats=12, day=2026-10-30, about=ett\ntvå");
	}

	@Test
	void theWriterSeesHowMuchMayStillBeWritten(Browser browser) {
		Page page = open(browser, true);
		Locator count = page.locator(".kl-count");
		assertThat(count).hasText("20 tecken kvar");
		page.getByLabel("Berätta").fill("tjugoen tecken långt!");
		assertThat(count).hasText("1 tecken för mycket");
	}

	private Page open(Browser browser, boolean javaScript) {
		Page page = browser.open(javaScript);
		page.navigate("/my/sample/" + this.authorities.region().id());
		return page;
	}

	private static void fill(Page page, Map<String, String> texts) {
		texts.forEach((label, text) -> page.getByLabel(label).fill(text));
		page.getByLabel("Plats", new Page.GetByLabelOptions().setExact(true)).selectOption("one");
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Slag")).getByLabel("Ett tredje").check();
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Teman")).getByLabel("Ett val").check();
		page.getByLabel("Jag har läst").check();
	}

	private static Response send(Page page) {
		return page.waitForNavigation(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka")).click());
	}

}
