package se.kulturlots.demo;

import java.io.File;
import java.net.ConnectException;
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

	/** Fewer mails than the first invitation has. */
	private static final int LOT = 42;

	@TempDir
	Path data;

	@AfterEach
	void stopWhatIsLeft() throws Exception {
		LeftBehindServer.stop(database());
	}

	/**
	 * One story for all of it, since each start of the application costs seconds: killed
	 * while the database is made, while the tables are made, while the past is played and
	 * while it works, with and without its database, it goes on where it was.
	 */
	@Test
	void killedAgainAndAgainItDoesAllOfItOnce() throws Exception {
		try (ApplicationProcess first = start()) {
			await(() -> Files.exists(database()));
			first.kill();
		}
		try (ApplicationProcess second = start()) {
			await(() -> Files.exists(this.data.resolve("database-is-made")));
			// while the tables are made
			Thread.sleep(1500);
			second.kill();
		}
		try (ApplicationProcess third = start()) {
			fromTheBeginningItSaysWhatItDoes(third);
			awaitWelcome(third);
			refuseAnother(third);
			await(() -> mails() > LOT / 2);
			third.kill();
		}
		long leftBehind = databaseProcess();
		assertThat(ProcessHandle.of(leftBehind)).as("the database goes on").isPresent();
		Instant jumped;
		try (ApplicationProcess fourth = start()) {
			awaitWelcome(fourth);
			assertThat(databaseProcess()).isNotEqualTo(leftBehind);
			fourth.awaitOutput("sample consultations are ready");
			everythingIsThereOnce();
			jumped = jump(fourth);
			CompletableFuture<?> jump = beginToJump(fourth);
			while (stepsUnderWay().isEmpty()) {
				jump = jump.isDone() ? beginToJump(fourth) : jump;
				Thread.sleep(20);
			}
			fourth.kill();
		}
		List<String> interrupted = stepsUnderWay();
		ProcessHandle database = ProcessHandle.of(databaseProcess()).orElseThrow();
		database.destroyForcibly();
		database.onExit().get();
		try (ApplicationProcess fifth = start()) {
			awaitWelcome(fifth);
			assertThat(now(fifth.get("/demo").body())).isAfterOrEqualTo(jumped);
			// past the locks of the one that was killed
			jump(fifth);
			await(() -> stepsUnderWay().isEmpty());
			assertThat(interrupted).allSatisfy((step) -> assertThat(number(
					"select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where d.act_id_ = '"
							+ step + "' and j.handler_type_ = 'async-continuation'"))
				.as(step)
				.isZero());
			await(() -> number("select count(*) from mail where state in ('PENDING', 'RETRY', 'SENDING') and due_at < '"
					+ now(fifth.get("/demo").body()) + "'") == 0);
			everythingIsThereOnce();
			readMails(fifth);
			offerOnlyWhatIsNext(fifth);
			fifth.stop();
			assertThat(fifth.output()).doesNotContain("ERROR");
		}
		assertThat(database().resolve("postmaster.pid")).as("the database is stopped").doesNotExist();
	}

	/** It never lists nobody to sign in as. */
	private static void fromTheBeginningItSaysWhatItDoes(ApplicationProcess application) throws Exception {
		await(() -> {
			try {
				String page = application.get("/demo").body();
				assertThat(page)
					.contains(page.contains("data-reload") ? "Exemplen görs i ordning" : "value=\"handlaggare\"")
					.contains(page.contains("data-reload") ? "http-equiv=\"refresh\"" : "kl-card");
				return true;
			}
			catch (ConnectException ex) {
				return false;
			}
		});
	}

	private void refuseAnother(ApplicationProcess first) throws Exception {
		try (ApplicationProcess another = start()) {
			assertThat(another.awaitEnd()).isNotZero();
			assertThat(another.output()).contains("APPLICATION FAILED TO START", "process " + first.pid(),
					this.data.toRealPath().toString(), "KULTURLOTS_DATA");
		}
		assertThat(first.get("/demo").statusCode()).isEqualTo(200);
	}

	/** Whatever was cut off and begun again. */
	private void everythingIsThereOnce() throws Exception {
		List<CycleStory> stories = CycleStories.all();
		assertThat(number("select count(*) from consultation")).isEqualTo(stories.size());
		assertThat(number("select count(*) from registration"))
			.isEqualTo(stories.stream().mapToInt((story) -> story.guests().size()).sum());
		assertThat(number("select count(*) from input_submission"))
			.isEqualTo(stories.stream().mapToInt((story) -> story.input().size() + story.referral().size()).sum());
		assertThat(number("select count(*) from meeting_note"))
			.isEqualTo(stories.stream().mapToInt((story) -> story.notes().size()).sum());
		assertThat(number("select count(*) from plan_section"))
			.isEqualTo(stories.stream().mapToInt((story) -> story.sections().size()).sum());
		assertThat(phases()).contains("PLANNING", "DIALOGUE", "DRAFT", "DECISION", "ENDED");
		assertThat(number("select count(*) from act_ru_incident")).isZero();
		int sent = number("select count(*) from mail where state = 'SENT'");
		int unknown = number("select count(*) from mail where state not in ('SENT', 'PENDING')");
		assertThat(unknown).as("in doubt, one for each kill").isLessThanOrEqualTo(2);
		assertThat(mails()).isBetween(sent, sent + unknown);
		assertThat(messageIds()).doesNotHaveDuplicates().hasSize(mails());
	}

	private void readMails(ApplicationProcess application) throws Exception {
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

	private void offerOnlyWhatIsNext(ApplicationProcess application) throws Exception {
		HttpResponse<String> again = application.send(
				application.get("/demo")
					.body()
					.replaceFirst("name=\"to\" value=\"[^\"]+", "name=\"to\" value=\"2099-01-01T00:00:00Z"),
				"/demo/jump");
		assertThat(again.statusCode()).as("what nobody offered changes nothing").isEqualTo(302);
		assertThat(now(application.get("/demo").body())).isBefore("2099-01-01T00:00:00Z");
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
		assertThat(application.get("/demo").body()).contains("Prova Kulturlots");
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

	private List<String> phases() throws Exception {
		List<String> phases = new ArrayList<>();
		try (Connection connection = connect();
				ResultSet result = connection.createStatement().executeQuery("select phase from consultation")) {
			while (result.next()) {
				phases.add(result.getString(1));
			}
		}
		return phases;
	}

	private Connection connect() throws Exception {
		String port = Files.readAllLines(database().resolve("postmaster.pid")).get(3);
		return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "");
	}

}
