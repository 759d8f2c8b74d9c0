package se.kulturlots;

import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import se.kulturlots.testing.ApplicationProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** Production as a process of its own, with a database and a mail server outside. */
@Tag("process")
class ProductionProcessTest {

	private static final String PASSWORD = "a-long-password";

	@TempDir
	Path folder;

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void withoutSettingsItRefusesToStartAndNamesThemAll() throws Exception {
		try (ApplicationProcess application = ApplicationProcess
			.start(Map.of("SPRING_PROFILES_ACTIVE", "production"))) {
			assertThat(application.awaitEnd()).isNotZero();
			assertThat(application.output()).contains("APPLICATION FAILED TO START", "KULTURLOTS_DATABASE_URL",
					"KULTURLOTS_DATABASE_USER", "KULTURLOTS_DATABASE_PASSWORD", "KULTURLOTS_SMTP_HOST",
					"KULTURLOTS_MAIL_FROM", "KULTURLOTS_PUBLIC_URL", "KULTURLOTS_ADMIN_USER",
					"KULTURLOTS_ADMIN_PASSWORD");
		}
	}

	@Test
	void itServesAndOutlivesADatabaseThatComesAndGoes() throws Exception {
		int databasePort = freePort();
		int managementPort = freePort();
		EmbeddedPostgres database = database(databasePort);
		GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
		mailServer.start();
		try (ApplicationProcess application = ApplicationProcess
			.start(settings(databasePort, mailServer.getSmtp().getPort(), managementPort))) {
			awaitStatus(managementPort, "readiness", 200);
			assertThat(health(managementPort, "").body()).doesNotContain("kulturlots", "jdbc", "127.0.0.1");

			assertThat(application.get("/demo").statusCode()).isEqualTo(404);
			assertThat(application.get("/actuator/health").statusCode()).isEqualTo(404);
			assertThat(application.get("/").statusCode()).isEqualTo(200);
			theAdministratorSignsIn(application.port());

			database.close();
			awaitStatus(managementPort, "readiness", 503);
			assertThat(health(managementPort, "/liveness").statusCode()).isEqualTo(200);
			assertThat(application.get("/").statusCode()).isEqualTo(503);

			database = database(databasePort);
			awaitStatus(managementPort, "readiness", 200);
			assertThat(application.get("/").statusCode()).isEqualTo(200);
			assertThat(application.output()).doesNotContain(PASSWORD);
		}
		finally {
			mailServer.stop();
			database.close();
		}
	}

	private Map<String, String> settings(int databasePort, int smtpPort, int managementPort) {
		Map<String, String> settings = new HashMap<>();
		settings.put("SPRING_PROFILES_ACTIVE", "production");
		settings.put("KULTURLOTS_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres");
		settings.put("KULTURLOTS_DATABASE_USER", "postgres");
		settings.put("KULTURLOTS_DATABASE_PASSWORD", PASSWORD);
		settings.put("KULTURLOTS_SMTP_HOST", "127.0.0.1");
		settings.put("KULTURLOTS_SMTP_PORT", Integer.toString(smtpPort));
		settings.put("KULTURLOTS_SMTP_STARTTLS", "false");
		settings.put("KULTURLOTS_MAIL_FROM", "samrad@region.example");
		settings.put("KULTURLOTS_PUBLIC_URL", "https://samrad.region.example");
		settings.put("KULTURLOTS_ADMIN_USER", "first");
		settings.put("KULTURLOTS_ADMIN_PASSWORD", PASSWORD);
		settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
		return settings;
	}

	/** As behind a proxy that ends TLS. */
	private void theAdministratorSignsIn(int port) throws Exception {
		HttpResponse<String> form = this.http
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
				.header("X-Forwarded-Proto", "https")
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(form.headers().firstValue("Strict-Transport-Security")).isPresent();
		String token = form.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		String cookie = form.headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(cookie).startsWith("KL-CSRF=").contains("Secure", "HttpOnly");
		HttpResponse<String> signedIn = this.http
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
				.header("X-Forwarded-Proto", "https")
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Cookie", cookie.split(";")[0])
				.POST(HttpRequest.BodyPublishers.ofString("account=first&password=" + PASSWORD + "&_csrf=" + token))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(signedIn.statusCode()).isEqualTo(HttpURLConnection.HTTP_MOVED_TEMP);
		assertThat(signedIn.headers().firstValue("Location").orElseThrow()).doesNotContain("login");
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
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health" + path))
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
