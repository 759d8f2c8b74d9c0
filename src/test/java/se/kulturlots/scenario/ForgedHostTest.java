package se.kulturlots.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Nginx;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Wire;
import se.kulturlots.testing.Wire.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks everything there is under a name that is not ours. Nothing answers with it: no
 * redirect, no link, no feed, no mail, and not the engine.
 */
@KulturlotsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedHostTest {

	private static final String EVIL = "evil.example";

	private static final Pattern LINK = Pattern.compile("<(?:a|link)\\b[^>]*?href=\"([^\"#]*)");

	private static final String SAID = """
			X-Forwarded-Host: evil.example
			X-Forwarded-Server: evil.example
			X-Forwarded-Port: 666
			X-Forwarded-Proto: https
			Forwarded: for=203.0.113.1;host=evil.example;proto=https
			X-Original-Host: evil.example
			""".replace("\n", "\r\n");

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	final Map<String, String> cookies = new LinkedHashMap<>();

	final List<String> redirects = new ArrayList<>();

	SampleCycle cycle;

	Duration time;

	@BeforeAll
	void aConsultation() {
		this.cycle = this.cycles.start("Plan A", "Folkets hus");
		this.cycle.story().until("inputOpens");
		this.time = this.clock.offset();
	}

	@BeforeEach
	void somebodyNew() {
		this.clock.setOffset(this.time);
		this.cookies.clear();
		this.redirects.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.2", Nginx.ADDRESS })
	void nobodyIsToldAForgedName(String from) throws Exception {
		everything(from, "HTTP/1.1");
		assertTheyStayHere(30);
		everyLink(from);
		staff(from, "HTTP/1.1");
		assertTheyStayHere(10);
		assertThat(this.jdbc
			.sql("select count(*) from mail where text_body like '%evil.example%' or subject like '%evil.example%'")
			.query(Integer.class)
			.single()).isZero();
	}

	/** What speaks the oldest HTTP is sent to whole addresses. */
	@Test
	void nobodyIsToldAForgedNameInOldHttp() throws Exception {
		everything("127.0.0.4", "HTTP/1.0");
		staff("127.0.0.4", "HTTP/1.0");
		assertTheyStayHere(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "/\\evil.example/", "/\t/evil.example/", "/ /evil.example",
			"https://evil.example/" })
	void nobodyIsLedElsewhereByWhatACookieSaysTheyWanted(String wanted) throws Exception {
		String token = token("127.0.0.5");
		this.cookies.put("REDIRECT_URI", Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8)));
		Answer signedIn = ask("127.0.0.5", "POST /login HTTP/1.1",
				"account=" + this.cycle.officer().id() + "&password=" + Browser.PASSWORD + "&_csrf=" + token);
		assertThat(signedIn.header("Location")).contains("/staff");
	}

	private void assertTheyStayHere(int atLeast) {
		assertThat(this.redirects).hasSizeGreaterThan(atLeast)
			.allMatch((location) -> location.matches("/(?![/\\\\]).*")
					|| location.startsWith("http://localhost:" + this.port + "/") || isTheIdentityProvider(location));
	}

	/* it is told where to send people back to */
	private boolean isTheIdentityProvider(String location) {
		return location.contains("redirect_uri=http://localhost:" + this.port + "/");
	}

	private void everything(String from, String protocol) throws Exception {
		String token = token(from);
		String authority = "/" + this.cycle.authority().id();
		for (String path : paths()) {
			ask(from, "GET " + path + " " + protocol, "");
			ask(from, "POST " + path + " " + protocol, "_csrf=" + token);
		}
		for (String path : List.of("/camunda", "/camunda/", "/camunda/app", "/camunda/app/tasklist",
				"/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
				"/camunda/api/engine/engine/default/task", "/engine-rest/engine", "/fi/", "/staff/", authority + "/",
				"/fi" + authority, authority + "?choose-language=fi", "/oauth2/authorization/sample",
				"/login/oauth2/code/sample?code=x&state=y", "/nothing/here", "/kulturlots.css", "/logout")) {
			Answer answer = ask(from, "GET " + path + " " + protocol, "");
			if (answer.status() == 401) {
				assertThat(answer.text()).doesNotContain("localhost:" + this.port);
			}
		}
		ask(from, "POST /login/forgot " + protocol, "account=" + this.cycle.officer().id() + "&_csrf=" + token);
		ask(from, "POST " + authority + "/opinion " + protocol, "helped=true&path=" + authority);
	}

	private Set<String> paths() {
		Set<String> paths = new LinkedHashSet<>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues()
				.forEach((pattern) -> paths.add(pattern.replace("{authority}", this.cycle.authority().id())
					.replaceAll("\\{[^/]*}", "00000000-0000-0000-0000-000000000000")
					.replace("/**", "/x"))));
		return paths;
	}

	/** From the first page of the authority to all that it leads to. */
	private void everyLink(String from) throws Exception {
		String start = "/" + this.cycle.authority().id();
		Set<String> found = new LinkedHashSet<>(List.of(start, "/sitemap.xml", start + "/sitemap.xml"));
		Deque<String> open = new ArrayDeque<>(found);
		boolean preview = false;
		while (!open.isEmpty() && found.size() < 150) {
			Answer answer = ask(from, "GET " + open.pop() + " HTTP/1.1", "");
			preview |= answer.body().contains("og:url\" content=\"http://localhost:" + this.port);
			LINK.matcher(answer.body())
				.results()
				.map((MatchResult link) -> link.group(1))
				.filter((link) -> link.matches("(/fi|/en)?" + start + "([/?].*)?"))
				.filter(found::add)
				.forEach(open::add);
		}
		assertThat(preview).isTrue();
		assertThat(found).hasSizeGreaterThan(20)
			.anyMatch((link) -> link.endsWith(".atom"))
			.anyMatch((link) -> link.endsWith(".ics"));
	}

	private void staff(String from, String protocol) throws Exception {
		Account account = this.accounts.with(this.cycle.authority().id(), Role.OFFICER, Role.MANAGER, Role.ADMIN);
		assertThat(ask(from, "GET /staff/search?q=x " + protocol, "").status()).isEqualTo(302);
		this.redirects.clear();
		Answer signedIn = ask(from, "POST /login " + protocol,
				"account=" + account.id() + "&password=" + Browser.PASSWORD + "&_csrf=" + token(from));
		assertThat(signedIn.header("Location").orElse("")).as(signedIn.text()).endsWith("/staff/search?q=x");
		everything(from, protocol);
		String basic = "\r\nAuthorization: Basic "
				+ Base64.getEncoder().encodeToString((account.id() + ":" + Browser.PASSWORD).getBytes());
		for (String resource : List.of("filter", "task", "process-definition", "history/process-instance")) {
			for (String path : List.of("/engine-rest/" + resource, "/camunda/api/engine/engine/default/" + resource)) {
				for (String asked : List.of("GET " + path + "?maxResults=5", "OPTIONS " + path)) {
					for (String type : List.of("application/json", "application/hal+json")) {
						ask(from, asked + " " + protocol + "\r\nAccept: " + type + basic, "");
					}
				}
			}
		}
		assertThat(ask(from, "POST /logout " + protocol, "_csrf=" + token(from)).status()).isEqualTo(302);
	}

	private String token(String from) throws Exception {
		return URLEncoder.encode(ask(from, "GET /login HTTP/1.1", "").body()
			.replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1"), StandardCharsets.UTF_8);
	}

	private Answer ask(String from, String asked, String body) throws Exception {
		String cookie = this.cookies.isEmpty() ? ""
				: "Cookie: " + String.join("; ",
						this.cookies.entrySet().stream().map((each) -> each.getKey() + "=" + each.getValue()).toList())
						+ "\r\n";
		Answer answer = Wire.ask(from, this.port, asked + "\r\nHost: " + EVIL + "\r\n" + SAID + cookie
				+ (body.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n"), body);
		assertThat(answer.text().toLowerCase()).as(asked).doesNotContain(EVIL);
		answer.headers("Set-Cookie")
			.stream()
			.map((set) -> set.split(";")[0].split("=", 2))
			.forEach((set) -> this.cookies.put(set[0], set[1]));
		Stream.of("Location", "Content-Location", "Link")
			.flatMap((name) -> answer.headers(name).stream())
			.forEach(this.redirects::add);
		return answer;
	}

}
