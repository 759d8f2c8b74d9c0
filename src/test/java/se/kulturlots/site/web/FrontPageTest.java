package se.kulturlots.site.web;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.Authority;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class FrontPageTest {

	@Autowired
	SampleAuthorities authorities;

	@ParameterizedTest
	@CsvSource({ "'',sv,Var med och forma kulturen", "/fi,fi,Vaikuta kulttuuriin", "/en,en,Help shape culture" })
	void theFrontPageSpeaksTheLanguageOfItsAddress(String prefix, String language, String heading, Browser browser) {
		Authority authority = this.authorities.region();
		Page page = browser.open();
		assertThat(page.navigate(prefix + "/" + authority.id()).status()).isEqualTo(200);
		assertThat(page.locator("html")).hasAttribute("lang", language);
		assertThat(page.locator("h1")).containsText(heading);
		browser.assertAccessible(page);
		browser.screenshot(page, "front-" + language);
	}

	@Test
	void aLanguageLinkLeadsToTheSamePageInThatLanguage(Browser browser) {
		Authority authority = this.authorities.region();
		Page page = browser.open();
		page.navigate("/" + authority.id() + "/accessibility");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Suomi")).click();
		assertThat(page.url()).endsWith("/fi/" + authority.id() + "/accessibility");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Svenska")).click();
		assertThat(page.url()).endsWith("/" + authority.id() + "/accessibility").doesNotContain("/sv/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/accessibility", "/personal-data", "/fi/personal-data", "/en/accessibility" })
	void thePagesOfTheInstallationAreAccessible(String path, Browser browser) {
		Page page = browser.open();
		assertThat(page.navigate(path).status()).isEqualTo(200);
		browser.assertAccessible(page);
		browser.screenshot(page, "site" + path.replace('/', '-'));
	}

	@Test
	void theFirstTabStopSkipsToTheContent(Browser browser) {
		Page page = browser.open();
		page.navigate("/" + this.authorities.region().id());
		page.keyboard().press("Tab");
		assertThat(page.locator(":focus")).hasText("Hoppa till innehållet");
		page.keyboard().press("Enter");
		assertThat(page.locator("main")).isFocused();
		page.keyboard().press("Tab");
		assertThat(page.locator(":focus")).hasText("Anmäl er förening");
	}

	@Test
	void theMainPagesAreInTheHeadWithoutScriptsToo(Browser browser) {
		String home = "/" + this.authorities.region().id();
		Page page = browser.open(false);
		page.setViewportSize(360, 800);
		Locator nav = page.locator("header nav").first();
		for (String path : List.of("", "/meetings", "/my", "/contact")) {
			page.navigate(home + path);
			assertThat(nav.locator("a")).hasText(new String[] { "Samråd", "Möten", "Mina sidor", "Kontakt" });
			assertThat(nav.locator("[aria-current=page]")).hasAttribute("href", home + path);
			assertThat(nav.locator("[aria-current]")).hasCount(1);
			for (Locator link : nav.locator("a").all()) {
				assertThat(link.boundingBox().height).isGreaterThan(40);
			}
			assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(360);
		}
		for (String prefix : List.of("/fi", "/en")) {
			page.navigate(prefix + home + "/meetings");
			assertThat(page.evaluate("document.documentElement.scrollWidth")).as(prefix).isEqualTo(360);
			nav.locator("a").first().click();
			assertThat(page).hasURL(Pattern.compile(".*" + prefix + home));
		}
	}

	@Test
	void aSlashTooManyStillLeadsToThePage(Browser browser) {
		String id = this.authorities.region().id();
		Page page = browser.open();
		assertThat(page.navigate("/en/" + id + "/").status()).isEqualTo(200);
		assertThat(page.url()).endsWith("/en/" + id);
		assertThat(page.navigate("/fi/").status()).isEqualTo(200);
	}

	@Test
	void aVisitorGetsNoCookies(Browser browser) {
		Page page = browser.open();
		page.navigate("/" + this.authorities.region().id());
		assertThat(page.context().cookies()).isEmpty();
	}

}
