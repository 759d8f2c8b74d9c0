package se.kulturlots.site.web;

import java.util.Set;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.authority.Authority;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The language that somebody chooses, and the cookies that are really set. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class LanguageTest {

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	ApplicationContext context;

	@Test
	void theLanguageIsRememberedOnceItIsChosenAndNotBefore(Browser browser) {
		String home = "/" + this.authorities.region().id();
		Page page = browser.open(false);
		page.navigate("/fi" + home);
		assertThat(page.context().cookies()).isEmpty();
		page.navigate(home);
		assertThat(page.locator("html")).hasAttribute("lang", "sv");
		page.locator(".kl-languages a[lang=fi]").click();
		assertThat(page.url()).endsWith("/fi" + home);
		page.navigate(home + "/contact");
		assertThat(page.locator("html")).hasAttribute("lang", "fi");
		assertThat(page.locator(".kl-brand")).hasAttribute("href", "/fi" + home);
		page.locator(".kl-languages a[lang=sv]").click();
		assertThat(page.url()).endsWith(home + "/contact");
		assertThat(page.locator("html")).hasAttribute("lang", "sv");
		page.navigate("/en" + home);
		assertThat(page.locator("html")).hasAttribute("lang", "en");
		String site = page.url().replaceFirst("(http://[^/]+).*", "$1");
		assertThat(page.request()
			.get(site + "//elsewhere.example/x?choose-language=fi", RequestOptions.create().setMaxRedirects(0))
			.headers()
			.get("location")).doesNotContain("//elsewhere");
	}

	@Test
	void whatTheAuthorityWroteIsInItsOwnLanguage(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(20);
		Page page = browser.open();
		page.navigate("/fi" + sample.consultation().path());
		assertThat(page.locator("h1")).hasAttribute("lang", "sv");
		assertThat(page.locator("[lang=sv]", new Page.LocatorOptions().setHasText("Vad saknas i dag?"))).hasCount(1);
		page.navigate("/en" + MeetingPath.of(sample.consultation().path(), meeting));
		assertThat(page.locator("h1")).hasAttribute("lang", "sv");
		page.navigate(sample.consultation().path());
		assertThat(page.locator("h1[lang]")).hasCount(0);
	}

	@Test
	void thePageAboutCookiesNamesEveryCookie(Browser browser) {
		Authority authority = this.authorities.region();
		Page page = browser.open();
		page.navigate("/" + authority.id() + "/my");
		page.locator(".kl-languages a[lang=en]").click();
		page.locator(".kl-languages a[lang=sv]").click();
		page.navigate("/staff/consultations");
		browser.signIn(page, this.accounts.with(authority.id(), Role.OFFICER).id());
		page.navigate("/staff/consultations");
		page.navigate("/camunda/app/tasklist/default/");
		page.waitForLoadState();
		Set<String> set = page.context()
			.cookies()
			.stream()
			.map((Cookie cookie) -> cookie.name)
			.collect(Collectors.toSet());
		page.navigate("/" + authority.id() + "/cookies");
		Set<String> named = Set.copyOf(page.locator("dt code").allTextContents());
		assertThat(set).contains("KL-CSRF", "KL-LANGUAGE", "JSESSIONID");
		assertThat(named).containsAll(set);
		browser.assertAccessible(page);
		browser.screenshot(page, "cookies");
	}

}
