package se.kulturlots.site.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class RateLimitTest {

	private static final Map<String, String> EMPTY = Map.of();

	private static final RateLimitProperties LOW = new RateLimitProperties(2, 5, 1, Duration.ofMinutes(10));

	@Autowired
	RateLimit rateLimit;

	@Autowired
	SampleAuthorities authorities;

	@LocalServerPort
	int port;

	RateLimitProperties usual;

	String region;

	@BeforeEach
	void low() {
		this.usual = this.rateLimit.limits();
		this.rateLimit.apply(LOW);
		this.region = this.authorities.region().id();
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
	void itCountsForEachFormAndNetwork() throws Exception {
		Visitor one = from("192.0.2.1");
		assertThat(statuses(one, EMPTY, 3)).containsExactly(400, 400, 429);
		assertThat(statuses(one.from("::ffff:192.0.2.1"), EMPTY, 1)).containsExactly(429);
		assertThat(statuses(one.from("192.0.2.2"), EMPTY, 1)).containsExactly(400);
		// another authority, and the same one written otherwise
		String other = this.authorities.region().id();
		assertThat(one.from("192.0.2.1").post("/" + other + "/join").statusCode()).isEqualTo(400);
		assertThat(one.post("/" + this.region.replace("-", "%2D") + "/join").statusCode()).isEqualTo(429);
	}

	@Test
	void aHomeWithIpv6IsOneHoweverManyAddressesItHas() throws Exception {
		Visitor home = from("2001:db8:1:100::1");
		assertThat(statuses(home, EMPTY, 1)).containsExactly(400);
		assertThat(statuses(home.from("2001:DB8:1:1ff:ffff::2"), EMPTY, 2)).containsExactly(400, 429);
		assertThat(statuses(home.from("2001:0db8:1:1aa::%eth0"), EMPTY, 1)).containsExactly(429);
		assertThat(statuses(home.from("2001:db8:1:200::1"), EMPTY, 1)).containsExactly(400);
	}

	@Test
	void nobodyGetsRoundItWithANetworkOfManyHomes() throws Exception {
		List<Integer> answers = new ArrayList<>();
		Visitor sender = from("2001:db8::");
		for (int home = 0; home < 12; home++) {
			answers.addAll(statuses(sender.from("2001:db8:7:%x00::1".formatted(home)), EMPTY, 1));
		}
		assertThat(answers).filteredOn((status) -> status == 400).hasSize(8);
		assertThat(answers.subList(8, 12)).containsOnly(429);
		assertThat(statuses(sender.from("2001:db8:8::1"), EMPTY, 1)).containsExactly(400);
	}

	@Test
	void whatIsRefusedClosesTheFormForNobodyElse() throws Exception {
		this.rateLimit.apply(new RateLimitProperties(120, 100, 1, Duration.ofMinutes(10)));
		for (int network = 1; network <= 10; network++) {
			assertThat(statuses(from("192.0.2." + network), EMPTY, 118)).containsOnly(400);
		}
		assertThat(statuses(from("198.51.100.1"), joining(), 2)).containsExactly(302, 302);
	}

	@Test
	void aFormThatHasTakenAllItTakesHasRoomForStrangersOnly() throws Exception {
		this.rateLimit.apply(new RateLimitProperties(120, 5, 2, Duration.ofMinutes(10)));
		assertThat(statuses(from("192.0.2.1"), joining(), 7)).containsExactly(302, 302, 302, 302, 302, 429, 429);
		assertThat(statuses(from("192.0.2.2"), joining(), 3)).containsExactly(302, 302, 429);
		// a form that is only looked at again counts for the network alone
		assertThat(statuses(from("192.0.2.3"), EMPTY, 3)).containsExactly(400, 400, 429);
		assertThat(statuses(from("2001:db8::1"), joining(), 1)).containsExactly(302);
	}

	private Visitor from(String address) {
		return new Visitor(this.port).from(address);
	}

	private Map<String, String> joining() {
		return Map.of("step", "send", "name", "Teatern", "sector", "CULTURE", "municipality", "-", "language", "sv",
				"email", "teatern@" + this.region + ".example");
	}

	private List<Integer> statuses(Visitor visitor, Map<String, String> fields, int times) throws Exception {
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			List<Object> pairs = new ArrayList<>(List.of("submissionId", UUID.randomUUID()));
			fields.forEach((name, value) -> pairs.addAll(List.of(name, value)));
			statuses.add(visitor.post("/" + this.region + "/join", pairs.toArray()).statusCode());
		}
		return statuses;
	}

	private static Response send(Page page, String button) {
		return page.waitForNavigation(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click());
	}

}
