package se.kulturlots.identity.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.SampleIdentityProvider;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class SignInTest {

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleIdentityProvider identityProvider;

	@Test
	void staffBeginAtTheirStartPage(Browser browser) {
		Account account = officer();
		Page page = browser.open();
		page.navigate("/login");
		browser.assertAccessible(page);
		browser.screenshot(page, "sign-in");
		browser.signInOnThePage(page, account.id());
		assertThat(page.url()).endsWith("/staff");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-start");
	}

	@Test
	void anAdministratorBeginsWithTheAccounts(Browser browser) {
		Page page = browser.open();
		browser.signInOnThePage(page, this.accounts.with(null, Role.ADMIN).id());
		assertThat(page.url()).contains("/staff/accounts");
		assertThat(page.navigate("/staff").status()).isEqualTo(403);
		browser.assertAccessible(page);
		browser.screenshot(page, "error-403");
	}

	@Test
	void whoWasGoingSomewhereGetsThere(Browser browser) {
		Page page = browser.open();
		page.navigate("/staff?x=1");
		assertThat(page.url()).endsWith("/login");
		page.getByLabel("Användarnamn").fill(officer().id());
		page.getByLabel("Lösenord").fill(Browser.PASSWORD);
		submit(page);
		assertThat(page.url()).contains("/staff?x=1");
	}

	@Test
	void aWrongPasswordSaysNothingOfWhetherTheAccountExists(Browser browser) {
		Page page = browser.open();
		String known = refusal(page, officer().id());
		assertThat(page.getByLabel("Lösenord")).hasValue("");
		browser.assertAccessible(page);
		browser.screenshot(page, "sign-in-wrong");
		assertThat(refusal(page, "nobody-at-all")).isEqualTo(known).contains("stämmer inte");
	}

	@Test
	void whoGuessesMustWait(Browser browser) {
		Account account = officer();
		Page page = browser.open();
		for (int number = 0; number < 5; number++) {
			refusal(page, account.id());
		}
		page.getByLabel("Användarnamn").fill(account.id());
		page.getByLabel("Lösenord").fill(Browser.PASSWORD);
		Response answer = submit(page);
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.headerValue("Retry-After")).isNotNull();
		assertThat(page.locator(".ds-error-summary")).containsText("för många försök");
	}

	@Test
	void theSessionChangesAtSignInAndEndsAtSignOut(Browser browser) {
		Page page = browser.open();
		browser.signInOnThePage(page, officer().id());
		Cookie session = session(page);
		assertThat(session.httpOnly).isTrue();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga ut")).click();
		assertThat(page.locator("main")).containsText("Du är utloggad");
		browser.assertAccessible(page);
		assertThat(page.navigate("/staff").url()).endsWith("/login");
		page.context().addCookies(java.util.List.of(session));
		assertThat(page.navigate("/staff").url()).as("the session has ended").endsWith("/login");
	}

	@Test
	void whoKnewTheSessionBeforeASignInIsNotSignedInByIt(Browser browser) {
		Page page = browser.open();
		browser.signInOnThePage(page, officer().id());
		Cookie before = session(page);
		Account account = officer();
		browser.signInOnThePage(page, account.id());
		assertThat(session(page).value).isNotEqualTo(before.value);
		Page other = browser.open();
		other.context().addCookies(java.util.List.of(before));
		assertThat(other.navigate("/staff/account").url()).endsWith("/login");
		assertThat(page.navigate("/staff/account").text()).contains(account.id());
	}

	@Test
	void oneSessionServesOurPagesAndTheEngines(Browser browser) {
		Page page = browser.open();
		browser.signInOnThePage(page, officer().id());
		assertThat(page.navigate("/camunda/app/tasklist/default/").status()).isEqualTo(200);
		Response profile = page.navigate("/camunda/api/admin/auth/user/default");
		assertThat(profile.status()).isEqualTo(200);
		assertThat(profile.text()).contains("\"tasklist\"");
	}

	@Test
	void whoHasAnAccountHereMaySignInWithAnIdentityProvider(Browser browser) {
		Account account = officer();
		Page page = browser.open();
		page.navigate("/login");
		this.identityProvider.nextIs(account.id());
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in med Provlegitimation")).click();
		assertThat(page.url()).endsWith("/staff");
		assertThat(page.locator("h1")).containsText(account.displayName());
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = "a-stranger")
	void anIdentityProviderMakesNoAccounts(@Nullable String name, Browser browser) {
		Page page = browser.open();
		page.navigate("/login");
		this.identityProvider.nextIs(name);
		Response answer = page.waitForNavigation(() -> page
			.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in med Provlegitimation"))
			.click());
		assertThat(answer.status()).isEqualTo(403);
		assertThat(page.locator(".ds-error-summary")).containsText("inget konto");
		assertThat(page.navigate("/staff").url()).endsWith("/login");
	}

	private Account officer() {
		return this.accounts.with(this.authorities.region().id(), Role.OFFICER);
	}

	private static Cookie session(Page page) {
		return page.context().cookies().stream().filter((cookie) -> "JSESSIONID".equals(cookie.name)).findAny().get();
	}

	private static String refusal(Page page, String account) {
		page.navigate("/login");
		page.getByLabel("Användarnamn").fill(account);
		page.getByLabel("Lösenord").fill("wrong-" + account);
		assertThat(submit(page).status()).isEqualTo(400);
		assertThat(page.getByLabel("Användarnamn")).hasValue(account);
		return page.locator(".ds-error-summary").textContent();
	}

	private static Response submit(Page page) {
		return page.waitForNavigation(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in").setExact(true))
					.click());
	}

}
