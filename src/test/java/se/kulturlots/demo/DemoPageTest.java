package se.kulturlots.demo;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo's first page: be somebody with one click, and let time pass. */
@Tag("process")
@ExtendWith(RunningDemo.Provider.class)
class DemoPageTest {

	@Test
	void oneClickMakesAVisitorSomebodyAndTheNextClickSomebodyElse(RunningDemo demo) {
		Page page = demo.open();
		assertAccessible(page);
		demo.keep(page);
		for (String account : List.of("handlaggare", "lots", "chef", "registrator", "admin", "handlaggare-b")) {
			demo.signIn(page, account);
			PlaywrightAssertions.assertThat(page.locator(".kl-user__name"))
				.hasText(DemoAccounts.of(account).displayName());
		}
	}

	@Test
	void thereIsACaseInEachPhaseAndSomebodysTurn(RunningDemo demo) {
		Page page = demo.open();
		String cases = page.locator(".kl-lines").innerText();
		assertThat(cases).contains("Planering", "Samråd och synpunkter", "Sortera synpunkterna", "Granska utkastet",
				"Registrera nämndens beslut", "Klart");
	}

	@Test
	void everyMailCanBeRead(RunningDemo demo) {
		Page page = demo.open();
		page.navigate("/demo/mailbox");
		demo.keep(page);
		page.locator(".kl-lines a").first().click();
		PlaywrightAssertions.assertThat(page.frameLocator("iframe").locator("h1")).isVisible();
		assertAccessible(page);
		demo.keep(page);
	}

	private static void assertAccessible(Page page) {
		for (int width : new int[] { 360, 1280 }) {
			page.setViewportSize(width, 900);
			// a letter may run no script, and the checker's would be waited for in vain
			assertThat(new AxeBuilder(page).exclude("iframe")
				.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
				.analyze()
				.getViolations()).isEmpty();
			assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
				.isEqualTo(0);
		}
	}

}
