package se.kulturlots.core.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Nginx;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Wire;
import se.kulturlots.testing.Wire.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that are too large, too slow, too many or packed, wherever they are sent. */
@KulturlotsTest
@ExtendWith(OutputCaptureExtension.class)
class BodyTest {

	private static final int MEGABYTE = 1024 * 1024;

	private static final String JSON = "application/json";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String MULTIPART = "multipart/form-data; boundary=x";

	private static final String HERE = "127.0.0.1";

	@LocalServerPort
	int port;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	Account account;

	String cookies = "";

	/** Whatever reads bodies, and what reads none. */
	enum Entrance {

		ENGINE_API(JSON, "{\"name\":\"", true), WEB_APPLICATION(JSON, "{\"name\":\"", true),
		FORM_OF_THE_PUBLIC(FORM, "name=", false),
		FILE(MULTIPART, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n", false),
		NOBODY(JSON, "{\"name\":\"", false), STRANGER("text/plain", "x", false);

		private final String type;

		private final String start;

		private final boolean forPrograms;

		Entrance(String type, String start, boolean forPrograms) {
			this.type = type;
			this.start = start;
			this.forPrograms = forPrograms;
		}

	}

	@BeforeEach
	void signIn() throws Exception {
		this.account = this.accounts.with(this.authorities.region().id(), Role.OFFICER, Role.REGISTRAR);
		Answer form = Wire.ask(HERE, this.port, get("/login"), "");
		String token = form.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		keepCookies(form);
		keepCookies(Wire.ask(HERE, this.port, post("/login", FORM), "account=" + this.account.id() + "&password="
				+ Browser.PASSWORD + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
		keepCookies(Wire.ask(HERE, this.port, get("/camunda/app/tasklist/default/"), ""));
		assertThat(this.cookies).contains("JSESSIONID", "XSRF-TOKEN");
	}

	private void keepCookies(Answer answer) {
		answer.headers("Set-Cookie").forEach((cookie) -> this.cookies += cookie.split(";")[0] + "; ");
	}

	@ParameterizedTest
	@EnumSource
	void aHundredMegabytesWithoutALengthAreNotTaken(Entrance entrance, CapturedOutput log) throws Exception {
		int before = log.getAll().length();
		try (Wire wire = new Wire(HERE, this.port)) {
			CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> answer(wire));
			wire.say(head(entrance) + "Transfer-Encoding: chunked\r\n\r\n" + chunk(entrance.start));
			int sent = 0;
			try {
				for (String chunk = chunk("x".repeat(MEGABYTE)); sent < 100; sent++) {
					wire.say(chunk);
				}
			}
			catch (IOException ex) {
				// it does not listen any longer
			}
			assertRefused(answer.get(2, TimeUnit.MINUTES), 413, entrance, "för stor|större än");
			assertThat(sent).as("megabytes taken").isLessThan(60);
		}
		assertThat(log.getAll().substring(before)).doesNotContain("Exception");
		assertThat(Wire.ask(HERE, this.port, get("/"), "").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void aLengthThatIsTooLargeIsRefusedBeforeTheBodyComes(Entrance entrance) throws Exception {
		try (Wire wire = new Wire(HERE, this.port)) {
			wire.say(head(entrance) + "Content-Length: " + 100 * MEGABYTE + "\r\nExpect: 100-continue\r\n\r\n");
			assertRefused(wire.answer(), 413, entrance, "för stor|större än");
		}
	}

	@Test
	void aBodyThatStopsIsNotWaitedFor(CapturedOutput log) throws Exception {
		int before = log.getAll().length();
		assertGivenUp((wire, entrance) -> wire.say(head(entrance) + "Content-Length: 10000\r\n\r\n" + entrance.start));
		assertThat(log.getAll().substring(before)).doesNotContain("Exception");
	}

	@Test
	void aBodyThatDripsIsNotWaitedFor() throws Exception {
		try (Drips drips = new Drips()) {
			assertGivenUp((wire, entrance) -> {
				wire.say(head(entrance) + "Transfer-Encoding: chunked\r\n\r\n" + chunk(entrance.start));
				drips.on(List.of(wire), chunk("x"));
			});
		}
	}

	private void assertGivenUp(Beginning beginning) throws Exception {
		Map<Entrance, Wire> wires = new EnumMap<>(Entrance.class);
		try {
			for (Entrance entrance : Entrance.values()) {
				wires.put(entrance, new Wire(HERE, this.port));
				beginning.make(wires.get(entrance), entrance);
			}
			for (Entrance entrance : Entrance.values()) {
				assertRefused(wires.get(entrance).answer(), 408, entrance, "för lång tid|inte allt");
			}
		}
		finally {
			for (Wire wire : wires.values()) {
				wire.close();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPackedBodyIsNotUnpacked(Entrance entrance) throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
			zip.write("{}".getBytes(StandardCharsets.UTF_8));
		}
		try (Wire wire = new Wire(HERE, this.port)) {
			wire.say(head(entrance) + "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size()
					+ "\r\n\r\n");
			wire.say(packed.toByteArray());
			assertThat(wire.answer().status()).isEqualTo(415);
		}
	}

	@ParameterizedTest
	@CsvSource({ "ENGINE_API,200", "WEB_APPLICATION,200", "NOBODY,403" })
	void whatIsNotTooLargeIsTakenInAnyPieces(Entrance entrance, int status) throws Exception {
		try (Wire wire = new Wire(HERE, this.port)) {
			wire.say(
					head(entrance) + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk("{\"name\":\""));
			for (int piece = 0; piece < 90; piece++) {
				wire.say(chunk("x".repeat(10_000)));
			}
			wire.say(chunk("\"}") + "0\r\n\r\n");
			assertThat(wire.answer().status()).isEqualTo(status);
		}
	}

	@Test
	void aConnectionGoesOnAfterABodyThatNobodyReads() throws Exception {
		try (Wire wire = new Wire(HERE, this.port)) {
			wire.say(post("/nothing/here", JSON) + "Content-Length: 100000\r\n\r\n" + "x".repeat(100_000));
			wire.say(get("/robots.txt") + "Connection: close\r\n\r\n");
			assertThat(wire.answer().text()).startsWith("HTTP/1.1 403").contains("HTTP/1.1 200");
		}
	}

	@Test
	void slowBodiesFromOneAddressLeaveRoomForOthers() throws Exception {
		assertPagesAreAnsweredMeanwhile(this.port, IntStream.range(0, 230).mapToObj((number) -> "127.0.0.2").toList(),
				"127.0.0.2", "127.0.0.3");
	}

	@Test
	void slowBodiesFromManyAddressesLeaveRoomForOthers() throws Exception {
		assertPagesAreAnsweredMeanwhile(this.port,
				IntStream.range(0, 230).mapToObj((number) -> "127.0.1." + (1 + number % 23)).toList(), "127.0.0.3");
	}

	@Test
	void slowBodiesAreKeptOutByTheDocumentedProxy() throws Exception {
		try (Nginx nginx = new Nginx(this.port)) {
			assertPagesAreAnsweredMeanwhile(nginx.port(),
					IntStream.range(0, 230).mapToObj((number) -> "127.0.0.2").toList(), "127.0.0.3");
		}
	}

	private void assertPagesAreAnsweredMeanwhile(int port, List<String> addresses, String... visitors)
			throws Exception {
		List<Wire> all = new ArrayList<>();
		try (Drips drips = new Drips()) {
			for (String address : addresses) {
				Wire wire = new Wire(address, port);
				all.add(wire);
				wire.say("POST /" + this.account.authorityId() + "/opinion HTTP/1.1\r\nHost: localhost\r\n"
						+ "Content-Type: " + FORM + "\r\nContent-Length: 1000\r\n\r\na");
			}
			drips.on(all, "a");
			for (String visitor : visitors) {
				assertThat(Wire.ask(visitor, port, get("/" + this.account.authorityId()), "").status()).isEqualTo(200);
			}
			if (port == this.port) {
				for (Wire wire : all) {
					assertThat(wire.answer().status()).isIn(408, 429, 503);
				}
			}
		}
		finally {
			for (Wire wire : all) {
				wire.close();
			}
		}
	}

	private static Answer answer(Wire wire) {
		try {
			return wire.answer();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void assertRefused(Answer answer, int status, Entrance entrance, String words) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.header("Content-Type").orElse("")).startsWith(entrance.forPrograms ? JSON : "text/html");
		assertThat(answer.body()).containsPattern(words);
	}

	private String head(Entrance entrance) {
		String type = entrance.type;
		return switch (entrance) {
			case ENGINE_API -> post("/engine-rest/task?maxResults=1", type) + "Authorization: Basic "
					+ Base64.getEncoder().encodeToString((this.account.id() + ":" + Browser.PASSWORD).getBytes())
					+ "\r\n";
			case WEB_APPLICATION -> post("/camunda/api/engine/engine/default/task?maxResults=1", type)
					+ "X-XSRF-TOKEN: " + this.cookies.replaceFirst(".*XSRF-TOKEN=([^;]+).*", "$1") + "\r\n";
			case FORM_OF_THE_PUBLIC -> post("/" + this.account.authorityId() + "/join", type);
			case FILE -> post("/staff/register/import", type);
			case NOBODY -> post("/nothing/here", type);
			case STRANGER -> "POST /nothing/here HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n";
		};
	}

	private String post(String path, String type) {
		return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nCookie: "
				+ this.cookies.replaceFirst("; $", "") + "\r\n";
	}

	private String get(String path) {
		return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"
				+ (this.cookies.isEmpty() ? "" : "Cookie: " + this.cookies.replaceFirst("; $", "") + "\r\n");
	}

	private static String chunk(String text) {
		return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n";
	}

	/** How a body begins that does not end. */
	private interface Beginning {

		void make(Wire wire, Entrance entrance) throws IOException;

	}

	/** Sends a little from time to time, until it is not listened to. */
	private static final class Drips implements AutoCloseable {

		private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

		void on(List<Wire> wires, String drip) {
			List<Wire> open = new ArrayList<>(wires);
			this.clock.scheduleWithFixedDelay(() -> open.removeIf((wire) -> {
				try {
					wire.say(drip);
					return false;
				}
				catch (IOException ex) {
					return true;
				}
			}), 0, 500, TimeUnit.MILLISECONDS);
		}

		@Override
		public void close() {
			this.clock.shutdownNow();
		}

	}

}
