package se.kulturlots.site.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.authority.Authority;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;
import se.kulturlots.testing.Wire;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class ErrorPagesTest {

	@LocalServerPort
	int port;

	@Value("${kulturlots.maintenance-file}")
	Path maintenance;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "/no-such-authority,Sidan finns inte", "/fi/no-such-authority,Sivua ei ole",
			"/en/no/such/page,The page does not exist", "/actuator/health,Sidan finns inte", "/error,Sidan finns inte",
			"/demo,Sidan finns inte" })
	void whatDoesNotExistIsSaidNotToExist(String path, String heading, Browser browser) {
		Page page = browser.open();
		assertThat(page.navigate(path).status()).isEqualTo(404);
		assertThat(page.locator("h1")).hasText(heading);
		assertThat(page.locator("link[rel=canonical], meta[property^='og:'], .kl-edition")).hasCount(0);
		browser.assertAccessible(page);
		browser.screenshot(page, "error-404");
	}

	@ParameterizedTest
	@CsvSource({ "/nothing-here,404", "/consultations/none,404", "/opinion,405", "/meetings/x/y,404" })
	void underAnAuthoritysAddressTheAuthoritySaysWhatWentWrong(String path, int status, Browser browser) {
		Authority authority = this.authorities.region();
		Page page = browser.open();
		Response answer = page.navigate("/fi/" + authority.id() + path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(page).hasTitle(Pattern.compile(".*" + authority.name()));
		assertThat(page.locator(".kl-brand__name")).hasText(authority.name());
		assertThat(page.locator("header nav").first().locator("a")).hasCount(4);
		assertThat(page.locator("footer address")).containsText(authority.contactEmail());
		assertThat(page.locator(".kl-languages a")).hasCount(3);
		browser.assertAccessible(page);
		browser.screenshot(page, "error-404-authority");
	}

	@ParameterizedTest
	@CsvSource({ "/my/failing/403,403,Du har inte tillgång till sidan", "/fi/my/failing/410,410,Sivu on suljettu",
			"/en/my/failing/429,429,Too many tries", "/my/failing/500,500,Något gick fel hos oss",
			"/my/failing/503,503,Vi kan inte svara just nu" })
	void whatGoesWrongIsSaidKindlyWithAWayOn(String path, int status, String heading, Browser browser) {
		Page page = browser.open();
		Response answer = page.navigate(path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(page.locator("h1")).hasText(heading);
		assertThat(page.locator("main")).not().containsText("secret");
		assertThat(answer.headers().containsKey("retry-after")).isEqualTo(status == 503);
		assertThat(answer.headers()).containsEntry("cache-control", "no-store");
		assertThat(page.locator("main a").last()).isVisible();
		browser.assertAccessible(page);
		browser.screenshot(page, "error-" + status);
	}

	@Test
	void whileTheServiceIsUpdatedEverybodyIsToldSo(Browser browser) throws IOException {
		Page page = browser.open();
		try {
			Files.createFile(this.maintenance);
			Response answer = page.navigate("/en/accessibility");
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.headers()).containsEntry("retry-after", "600");
			assertThat(page.locator("main")).containsText("We are updating the service");
			browser.assertAccessible(page);
			browser.screenshot(page, "maintenance");
		}
		finally {
			Files.delete(this.maintenance);
		}
		page.getByText("Try again").click();
		assertThat(page.locator("h1")).hasText("Accessibility");
		page.navigate(Path.of("docs", "maintenance.html").toUri().toString());
		browser.assertAccessible(page);
		browser.screenshot(page, "maintenance-static");
	}

	@Test
	void whatIsSentWhileTheServiceIsUpdatedIsSentAgainAfterwards(Browser browser) throws IOException {
		Page page = browser.open();
		String name = typeName(page);
		try {
			Files.createFile(this.maintenance);
			Response answer = press(page, "Jatka");
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.headers()).containsEntry("retry-after", "600").containsEntry("cache-control", "no-store");
			assertThat(page.locator("main")).containsText("kirjoittamasi on tallessa tällä sivulla");
			browser.assertAccessible(page);
			browser.screenshot(page, "maintenance-again");
			assertThat(press(page, "Lähetä uudelleen").status()).isEqualTo(503);
		}
		finally {
			Files.delete(this.maintenance);
		}
		assertThat(press(page, "Lähetä uudelleen").status()).isEqualTo(400);
		assertThat(page.locator("#name")).hasValue(name);
	}

	/** It would make what somebody else has written the reader's own. */
	@Test
	void whatCameFromElsewhereGetsNoTokenWithItsPage() throws Exception {
		Visitor admin = new Visitor(this.port).as(this.accounts.with(this.authorities.region().id(), Role.ADMIN).id());
		try {
			Files.createFile(this.maintenance);
			HttpResponse<String> answer = admin.withoutToken("/staff/settings/contact", "name", "Elsewhere");
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.body()).contains("Elsewhere", "name=\"_csrf\" value=\"\"");
		}
		finally {
			Files.delete(this.maintenance);
		}
		assertThat(admin.withoutToken("/staff/settings/contact", "name", "Elsewhere", "_csrf", "").statusCode())
			.isEqualTo(403);
	}

	private String typeName(Page page) {
		String name = "Kylän \"oma\" <b>teatteri</b>";
		page.navigate("/fi/" + this.authorities.region().id() + "/join");
		page.locator("#name").fill(name);
		return name;
	}

	private static Response press(Page page, String button) {
		return page.waitForNavigation(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click());
	}

	@Test
	void anErrorPageLeadsToTheSamePageInOtherLanguages(Browser browser) {
		Page page = browser.open();
		page.navigate("/en/no/such/page");
		assertThat(page.locator(".kl-languages a").first()).hasAttribute("href", "/no/such/page?choose-language=sv");
	}

	@ParameterizedTest
	@CsvSource({ "POST,/no-such-authority,403", "POST,/accessibility,403", "GET,/%2e%2e/x,400", "GET,/a;b,400",
			"GET,/%00,400" })
	void otherMistakesHaveTheirStatusAndALegiblePage(String method, String path, int status) throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.method(method, HttpRequest.BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "Spring");
	}

	@ParameterizedTest
	@CsvSource({ "application/x-www-form-urlencoded,600000", "multipart/form-data; boundary=x,7000000",
			"application/json,1100000" })
	void aBodyThatIsTooLargeIsRefused(String type, int size) throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/x"))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString("x".repeat(size))));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("Filen eller texten är för stor");
	}

	@Test
	void aFormThatIsTooLargeIsRefusedAlsoWhenItsLengthIsNotSaid() throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/x"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers
				.fromPublisher(HttpRequest.BodyPublishers.ofString("a=" + "x".repeat(600_000)))));
		assertThat(answer.statusCode()).isEqualTo(413);
	}

	@ParameterizedTest
	@CsvSource({ "/fi/?x=%C3%A5&y=1,/fi?x=%C3%A5&y=1", "/region-x/consultations/?q=a,/region-x/consultations?q=a",
			"/login//,/login", "/staff/,/staff" })
	void aSlashTooMuchLeadsToThePageWithItsQuery(String asked, String meant) throws Exception {
		HttpResponse<String> answer = send(
				HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + asked)).GET());
		assertThat(answer.headers().firstValue("Location")).contains(meant);
		assertThat(answer.statusCode()).isEqualTo(308);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//elsewhere.example/", "/\\\\elsewhere.example/", "/camunda/app/tasklist/default/" })
	void noSlashLeadsElsewhere(String asked) throws Exception {
		assertThat(Wire.ask("127.0.0.1", this.port, "GET " + asked + " HTTP/1.1\r\nHost: localhost", "").toString())
			.doesNotContain("308", "Location: //", "Location: /\\");
	}

	/** The server finds the servlet all the same. */
	@ParameterizedTest
	@ValueSource(strings = { "//engine-rest/task", "/./engine-rest/task", "/x/../engine-rest/task",
			"/%65ngine-rest/task", "/;a/engine-rest/task", "/engine-rest;a/task", "//camunda/api/engine/engine",
			"/camunda;a/api/engine/engine" })
	void anAddressWrittenInAnotherWayIsNoFaultOfTheServer(String asked) throws Exception {
		Wire.Answer answer = Wire.ask("127.0.0.1", this.port, "GET " + asked + " HTTP/1.1\r\nHost: localhost", "");
		assertThat(answer.status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "; boundary=x" })
	void aFormInPartsThatCannotBeTakenApartIsNoFaultOfTheServer(String boundary) throws Exception {
		URI page = URI.create("http://localhost:" + this.port + "/" + this.authorities.region().id());
		String type = "multipart/form-data" + boundary;
		assertThat(send(HttpRequest.newBuilder(page).header("Content-Type", type)).statusCode()).isNotEqualTo(500);
		for (String body : List.of("", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nz",
				"--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\0b\"\r\n\r\nz\r\n--x--")) {
			HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(page + "/opinion"))
				.header("Content-Type", type)
				.POST(HttpRequest.BodyPublishers.ofString(body)));
			assertThat(answer.statusCode()).as(body).isEqualTo(400);
		}
	}

	@Test
	void programsAreToldOfAnErrorAndNothingElse() throws Exception {
		HttpResponse<String> answer = send(
				HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/engine-rest/task;a")));
		assertThat(new ObjectMapper().readTree(answer.body()).fieldNames()).toIterable()
			.containsExactlyInAnyOrder("type", "message");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
