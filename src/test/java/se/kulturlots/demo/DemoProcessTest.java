package se.kulturlots.demo;

import java.io.File;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import se.kulturlots.testing.ApplicationProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** What the demo suffers as a process: killed, started twice, stopped. */
@Tag("process")
class DemoProcessTest {

	@TempDir
	Path data;

	@AfterEach
	void stopWhatIsLeft() throws Exception {
		LeftBehindServer.stop(database());
	}

	@Test
	void killedHardItStartsAgainOnTheSameDataAndAtTheSameTime() throws Exception {
		Instant jumped;
		try (ApplicationProcess first = start()) {
			awaitWelcome(first);
			write();
			jumped = jump(first);
			first.kill();
		}
		long leftBehind = databaseProcess();
		assertThat(ProcessHandle.of(leftBehind)).as("the database goes on").isPresent();
		try (ApplicationProcess second = start()) {
			awaitWelcome(second);
			assertThat(databaseProcess()).isNotEqualTo(leftBehind);
			assertThat(written()).isTrue();
			assertThat(now(second.get("/demo").body())).isAfterOrEqualTo(jumped);
			assertThat(second.get("/demo/mailbox?recipient=anna").body()).contains("@post.example");
			second.stop();
			assertThat(second.output()).doesNotContain("ERROR");
		}
		assertThat(database().resolve("postmaster.pid")).as("the database is stopped").doesNotExist();
	}

	@Test
	void killedWhileTheDatabaseWasMadeItBeginsAnew() throws Exception {
		try (ApplicationProcess first = start()) {
			while (!Files.exists(database())) {
				Thread.sleep(5);
			}
			first.kill();
		}
		try (ApplicationProcess second = start()) {
			awaitWelcome(second);
		}
	}

	@Test
	void killedAtTheFirstStartItStartsAgain() throws Exception {
		try (ApplicationProcess first = start()) {
			while (!Files.exists(this.data.resolve("database-is-made"))) {
				Thread.sleep(5);
			}
			// while the tables are made
			Thread.sleep(1500);
			first.kill();
		}
		try (ApplicationProcess second = start()) {
			awaitWelcome(second);
		}
	}

	@Test
	void theDatabaseKilledTooItRecovers() throws Exception {
		try (ApplicationProcess first = start()) {
			awaitWelcome(first);
			write();
			first.kill();
		}
		ProcessHandle database = ProcessHandle.of(databaseProcess()).orElseThrow();
		database.destroyForcibly();
		database.onExit().get();
		try (ApplicationProcess second = start()) {
			awaitWelcome(second);
			assertThat(written()).isTrue();
		}
	}

	@Test
	void aSecondOneOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
		try (ApplicationProcess first = start()) {
			awaitWelcome(first);
			try (ApplicationProcess second = start()) {
				assertThat(second.awaitEnd()).isNotZero();
				assertThat(second.output()).contains("APPLICATION FAILED TO START", "process " + first.pid(),
						this.data.toRealPath().toString(), "KULTURLOTS_DATA");
			}
			assertThat(first.get("/demo").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void theClockJumpsAndMailsCanBeRead() throws Exception {
		try (ApplicationProcess application = start()) {
			awaitWelcome(application);
			int mails = mails();
			jump(application);
			jump(application);
			assertThat(mails()).as("the invitations have gone out").isGreaterThan(mails + 50);
			HttpResponse<String> again = application.send(
					application.get("/demo")
						.body()
						.replaceFirst("name=\"to\" value=\"[^\"]+", "name=\"to\" value=\"2099-01-01T00:00:00Z"),
					"/demo/jump");
			assertThat(again.statusCode()).as("what nobody offered changes nothing").isEqualTo(302);
			assertThat(now(application.get("/demo").body())).isBefore("2099-01-01T00:00:00Z");

			String list = application.get("/demo/mailbox?recipient=anna.LINDGARD").body();
			assertThat(list).contains("anna.lindgard@post.example").doesNotContain("yusuf.karim");
			String mail = list.replaceFirst("(?s).*href=\"(/demo/mailbox/[0-9T-]+)\".*", "$1");
			assertThat(application.get(mail).body()).contains("Message-ID", "/attachments/0", "sandbox=");
			HttpResponse<String> html = application.get(mail + "/html");
			assertThat(html.body()).contains("<base target=\"_blank\">");
			assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
				.contains("default-src 'none'", "sandbox", "form-action 'none'")
				.doesNotContain("allow-scripts", "allow-forms");
			HttpResponse<String> calendar = application.get(mail + "/attachments/0");
			assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR");
			assertThat(calendar.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
			assertThat(application.get("/demo/mailbox/nothing").statusCode()).isEqualTo(404);
			assertThat(application.get(mail + "/attachments/9").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void killedInTheMiddleOfItsWorkItFinishesAllOfItOnce() throws Exception {
		try (ApplicationProcess first = start()) {
			awaitWelcome(first);
			int before = mails();
			beginToJump(first);
			await(() -> mails() > before + 30);
			first.kill();
		}
		try (ApplicationProcess second = start()) {
			awaitWelcome(second);
			CompletableFuture<?> jump = beginToJump(second);
			while (stepsUnderWay().isEmpty()) {
				jump = jump.isDone() ? beginToJump(second) : jump;
				Thread.sleep(20);
			}
			second.kill();
		}
		List<String> interrupted = stepsUnderWay();
		try (ApplicationProcess third = start()) {
			awaitWelcome(third);
			// past the locks of the one that was killed
			jump(third);
			await(() -> stepsUnderWay().isEmpty());
			assertThat(interrupted).allSatisfy((step) -> assertThat(number(
					"select count(*) from act_hi_actinst where end_time_ is not null and act_id_ = '" + step + "'"))
				.as(step)
				.isOne());
			await(() -> number("select count(*) from mail where state in ('PENDING', 'RETRY', 'SENDING')") == 0);
			assertThat(number("select count(*) from act_ru_incident")).isZero();
			assertThat(number("select count(*) from mail where kind = 'invitation'")).isEqualTo(101);
			int sent = number("select count(*) from mail where state = 'SENT'");
			int unknown = number("select count(*) from mail where state <> 'SENT'");
			assertThat(unknown).as("in doubt, one for each kill").isLessThanOrEqualTo(2);
			assertThat(mails()).isBetween(sent, sent + unknown);
			assertThat(messageIds()).doesNotHaveDuplicates().hasSize(mails());
		}
	}

	private CompletableFuture<?> beginToJump(ApplicationProcess application) {
		return CompletableFuture.runAsync(() -> {
			try {
				jump(application);
			}
			catch (Throwable ex) {
				// it is killed meanwhile
			}
		});
	}

	private static void await(Callable<Boolean> condition) throws Exception {
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
		while (!condition.call()) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.sleep(20);
		}
	}

	private List<String> stepsUnderWay() throws Exception {
		List<String> steps = new ArrayList<>();
		try (Connection connection = connect(); ResultSet result = connection.createStatement().executeQuery("""
				select d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
				where j.handler_type_ = 'async-continuation'""")) {
			while (result.next()) {
				steps.add(result.getString(1));
			}
		}
		return steps;
	}

	private int number(String sql) throws Exception {
		try (Connection connection = connect(); ResultSet result = connection.createStatement().executeQuery(sql)) {
			result.next();
			return result.getInt(1);
		}
	}

	private List<String> messageIds() throws Exception {
		List<String> ids = new ArrayList<>();
		for (File mail : this.data.resolve("mail").toFile().listFiles((folder, name) -> name.endsWith(".eml"))) {
			ids.add(Files.readAllLines(mail.toPath())
				.stream()
				.filter((line) -> line.startsWith("Message-ID"))
				.findFirst()
				.orElseThrow());
		}
		return ids;
	}

	private Instant jump(ApplicationProcess application) throws Exception {
		String page = application.get("/demo").body();
		Instant offered = Instant.parse(page.replaceFirst("(?s).*name=\"to\" value=\"([^\"]+)\".*", "$1"));
		assertThat(application.send(page, "/demo/jump").statusCode()).isEqualTo(302);
		assertThat(now(application.get("/demo").body())).isAfterOrEqualTo(offered);
		return offered;
	}

	private static Instant now(String page) {
		return Instant.parse(page.replaceFirst("(?s).*?<time datetime=\"([^\"]+)\"><strong>.*", "$1"));
	}

	private int mails() {
		return this.data.resolve("mail").toFile().list((folder, name) -> name.endsWith(".eml")).length;
	}

	private void awaitWelcome(ApplicationProcess application) throws Exception {
		application.awaitOutput("Kulturlots is here");
		assertThat(application.get("/demo").body()).contains("handlaggare", "Region Mittland");
	}

	private ApplicationProcess start() throws Exception {
		return ApplicationProcess.start(Map.of("KULTURLOTS_DATA", this.data.toString()));
	}

	private Path database() {
		return this.data.resolve("database");
	}

	private long databaseProcess() throws Exception {
		return Long.parseLong(Files.readAllLines(database().resolve("postmaster.pid")).get(0));
	}

	private void write() throws Exception {
		try (Connection connection = connect()) {
			connection.createStatement().execute("create table written (x int)");
		}
	}

	private boolean written() throws Exception {
		try (Connection connection = connect();
				ResultSet result = connection.createStatement()
					.executeQuery("select to_regclass('written') is not null")) {
			return result.next() && result.getBoolean(1);
		}
	}

	private Connection connect() throws Exception {
		String port = Files.readAllLines(database().resolve("postmaster.pid")).get(3);
		return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "");
	}

}
