package se.kulturlots.identity.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Address;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries every address there is, as somebody who may not. */
@KulturlotsTest
class AccessTest {

	/** What anyone may reach; a new public page is added here by hand. */
	private static final Pattern PUBLIC = Pattern.compile("/|/accessibility|/personal-data|/cookies|/robots.txt"
			+ "|/sitemap.xml|/login(/forgot|/password/.*)?|/theme/.*|/my/.*|/\\{authority[^/]*}"
			+ "|/\\{authority}/(accessibility|personal-data|cookies|contact|opinion.*|my|join.*|consultations.*"
			+ "|sitemap.xml|news.atom|meetings.ics)");

	private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	@LocalServerPort
	int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	@Test
	void whatIsNotPublicIsRefusedToStrangers() throws Exception {
		String token = token("/login");
		List<String> open = new ArrayList<>();
		for (Address address : addresses().filter((each) -> !PUBLIC.matcher(each.pattern()).matches()).toList()) {
			HttpResponse<String> answer = send(address.method(), path(address), token);
			boolean signInAsked = answer.statusCode() == 302
					&& answer.headers().firstValue("Location").orElse("").endsWith("/login");
			if (!signInAsked && answer.statusCode() != 404) {
				open.add(address + " " + answer.statusCode());
			}
		}
		assertThat(open).isEmpty();
	}

	@Test
	void whatIsPublicDoesNotAskForASignIn() throws Exception {
		for (Address address : addresses().filter((each) -> PUBLIC.matcher(each.pattern()).matches()).toList()) {
			HttpResponse<String> answer = send(address.method(), path(address), token("/login"));
			assertThat(answer.statusCode()).as(address.toString()).isNotIn(302, 401, 403, 500);
		}
	}

	@Test
	void anAdministratorReachesNoPageOfCases() throws Exception {
		signIn(this.accounts.with(null, Role.ADMIN));
		String token = token("/login");
		for (Address address : addresses().filter((each) -> each.pattern().startsWith("/staff"))
			.filter((each) -> !each.pattern().matches("/staff/(account|accounts|settings|handbook)(/.*)?"))
			.toList()) {
			assertThat(send(address.method(), path(address), token).statusCode()).as(address.toString()).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = { "OFFICER", "LIAISON", "MANAGER", "REGISTRAR" })
	void everyoneOnTheStaffReachesTheStartPage(Role role) throws Exception {
		signIn(this.accounts.with(this.authorities.region().id(), role));
		assertThat(send("GET", "/staff", null).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/camunda/app/tasklist/default/,302", "GET,/camunda/app/admin/default/,302",
			"GET,/camunda/api/engine/engine/default/task,401", "POST,/camunda/api/engine/engine/default/task/x,401",
			"POST,/camunda/api/admin/auth/user/default/login/tasklist,401",
			"POST,/camunda/api/admin/setup/default/user/create,401", "GET,/camunda/api/admin/auth/user/default,401",
			"GET,/engine-rest/engine,401", "GET,/staff,302", "GET,/staff/anything,302", "GET,/fi/staff,302",
			"GET,/actuator,404", "GET,/actuator/env,404", "GET,/error,404", "GET,/login/failed,404",
			"GET,/nothing/here,404", "GET,/staff.html,404", "GET,/demo,404", "GET,/demo/clock,404" })
	void theEnginesDoorsAreShutToStrangers(String method, String path, int status) throws Exception {
		assertThat(send(method, path, null).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "/camunda/api/admin/auth/user/default/login/tasklist",
			"/camunda/api/admin/setup/default/user/create" })
	void theEnginesOwnSignInIsShutToStaffToo(String path) throws Exception {
		signIn(this.accounts.with(this.authorities.region().id(), Role.OFFICER));
		assertThat(send("POST", path, null).statusCode()).isEqualTo(404);
	}

	@Test
	void signingOutInTheEnginesPagesEndsTheOneSession() throws Exception {
		signIn(this.accounts.with(this.authorities.region().id(), Role.OFFICER));
		assertThat(send("POST", "/camunda/api/admin/auth/user/default/logout", null).statusCode()).isEqualTo(200);
		assertThat(send("GET", "/staff", null).statusCode()).isEqualTo(302);
	}

	@Test
	void aFormWithoutItsTokenIsRefused() throws Exception {
		signIn(this.accounts.with(this.authorities.region().id(), Role.OFFICER));
		assertThat(send("POST", "/logout", null).statusCode()).isEqualTo(403);
		assertThat(send("GET", "/staff", null).statusCode()).isEqualTo(200);
	}

	@Test
	void ourPagesAllowNoForeignContentAndTheEnginesKeepTheirOwnRules() throws Exception {
		HttpResponse<String> ours = send("GET", "/", null);
		assertThat(policy(ours)).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(ours.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(ours.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
		assertThat(policy(send("GET", "/no-such-page", null))).contains("default-src 'none'");
		signIn(this.accounts.with(this.authorities.region().id(), Role.OFFICER));
		HttpResponse<String> engines = send("GET", "/camunda/app/tasklist/default/", null);
		assertThat(engines.statusCode()).isEqualTo(200);
		assertThat(policy(engines)).doesNotContain("default-src 'none'");
		assertThat(engines.headers().allValues("Content-Security-Policy")).hasSize(1);
	}

	private static String policy(HttpResponse<String> answer) {
		return answer.headers().firstValue("Content-Security-Policy").orElse("");
	}

	private Stream<Address> addresses() {
		return Address.all(this.mappings).stream().filter((address) -> !address.pattern().equals("/error"));
	}

	private static String path(Address address) {
		return address.pattern().replaceAll("\\{[^/]*}", "00000000-0000-0000-0000-000000000000").replace("/**", "/x");
	}

	private void signIn(Account account) throws Exception {
		String body = "_csrf=" + encode(token("/login")) + "&account=" + account.id() + "&password=" + Browser.PASSWORD;
		HttpResponse<String> answer = this.client
			.send(request("/login").header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(302);
	}

	private String token(String path) throws Exception {
		Matcher field = FIELD.matcher(send("GET", path, null).body());
		assertThat(field.find()).isTrue();
		return field.group(1);
	}

	private HttpResponse<String> send(String method, String path, String token)
			throws IOException, InterruptedException {
		boolean form = token != null && !"GET".equals(method);
		HttpRequest.Builder request = request(path).method(method, form
				? HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token)) : HttpRequest.BodyPublishers.noBody());
		if (form) {
			request.header("Content-Type", "application/x-www-form-urlencoded");
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
