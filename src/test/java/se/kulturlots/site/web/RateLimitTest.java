package se.kulturlots.site.web;

import java.time.Duration;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class RateLimitTest {

	private static final RateLimitProperties LOW = new RateLimitProperties(2, 5, Duration.ofMinutes(10));

	@Autowired
	RateLimit rateLimit;

	@Autowired
	SampleAuthorities authorities;

	RateLimitProperties usual;

	@BeforeEach
	void low() {
		this.usual = this.rateLimit.limits();
		this.rateLimit.apply(LOW);
	}

	@AfterEach
	void usual() {
		this.rateLimit.apply(this.usual);
	}

	@Test
	void whoSendsTooMuchIsAskedToWaitAndLosesNothing(Browser browser) {
		Page page = browser.open();
		page.navigate("/fi/" + this.authorities.region().id() + "/join");
		page.locator("#name").fill("Kylän \"oma\" <b>teatteri</b>");
		assertThat(send(page, "Jatka").status()).isEqualTo(400);
		assertThat(send(page, "Jatka").status()).isEqualTo(400);
		Response refused = send(page, "Jatka");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.headerValue("Retry-After"))).isBetween(1, 300);
		assertThat(page.locator("h1")).hasText("Liian monta yritystä");
		assertThat(page.locator("main")).containsText("Odota 5 min");
		browser.assertAccessible(page);
		browser.screenshot(page, "error-429");
		assertThat(send(page, "Lähetä uudelleen").status()).isEqualTo(429);
		this.rateLimit.apply(this.usual);
		assertThat(send(page, "Lähetä uudelleen").status()).isEqualTo(400);
		assertThat(page.locator("#name")).hasValue("Kylän \"oma\" <b>teatteri</b>");
	}

	@Test
	void itCountsForEachFormAndNetworkAndForEachFormOfAnAuthority() {
		post("/region-a/join", "192.0.2.1", 2);
		refused("/region-a/join", "192.0.2.1");
		post("/region-b/join", "192.0.2.1", 2);
		post("/region-a/join", "2001:db8:1:2::1", 1);
		post("/region-a/join", "2001:db8:1:2::2", 1);
		refused("/region-a/join", "2001:db8:1:2::3");
		post("/region-a/join", "192.0.2.2", 1);
		refused("/region-a/join", "192.0.2.3");
	}

	private static Response send(Page page, String button) {
		return page.waitForNavigation(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click());
	}

	private void post(String path, String client, int times) {
		for (int i = 0; i < times; i++) {
			MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
			request.setRemoteAddr(client);
			request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/{authority}/join");
			this.rateLimit.preHandle(request, new MockHttpServletResponse(), this);
		}
	}

	private void refused(String path, String client) {
		assertThatExceptionOfType(TooMuchSent.class).isThrownBy(() -> post(path, client, 1));
	}

}
