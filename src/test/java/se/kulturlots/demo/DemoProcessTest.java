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

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import se.kulturlots.testing.ApplicationProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo as a process: killed, started twice, looked at, stopped. One for all tests, in
 * their order, since each start costs seconds and its past half a minute; a test that
 * runs alone starts one for itself.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoProcessTest {

	/** Fewer mails than the first invitation has. */
	private static final int LOT = 42;

	@TempDir
	static Path data;

	private @Nullable ApplicationProcess ready;

	private @Nullable RunningDemo looked;

	@AfterAll
	void stopWhatIsLeft() throws Exception {
		if (this.looked != null) {
			this.looked.close();
		}
		if (this.ready != null) {
			this.ready.close();
		}
		LeftBehindServer.stop(database());
	}

	/**
	 * Killed while the database is made, while the tables are made and while the past is
	 * played, it goes on where it was.
	 */
	@Test
	@Order(1)
	void killedAgainAndAgainItDoesAllOfItOnce() throws Exception {
		try (ApplicationProcess first = start()) {
			await(() -> Files.exists(database()));
			first.kill();
		}
		try (ApplicationProcess second = start()) {
			await(() -> Files.exists(data.resolve("database-is-made")));
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
		ApplicationProcess fourth = ready();
		assertThat(fourth.get("/demo").body()).contains("Prova Kulturlots");
		assertThat(databaseProcess()).isNotEqualTo(leftBehind);
		everythingIsThereOnce();
	}

	@Test
	@Order(2)
	void oneClickMakesAVisitorSomebodyAndTheNextClickSomebodyElse() throws Exception {
		Page page = demo().open();
		assertAccessible(page);
		demo().keep(page);
		for (String account : List.of("handlaggare", "lots", "chef", "registrator", "admin", "handlaggare-b")) {
			demo().signIn(page, account);
			PlaywrightAssertions.assertThat(page.locator(".kl-user__name"))
				.hasText(DemoAccounts.of(account).displayName());
		}
	}

	@Test
	@Order(2)
	void thereIsACaseInEachPhaseAndSomebodysTurn() throws Exception {
		Page page = demo().open();
		String cases = page.locator(".kl-lines").innerText();
		assertThat(cases).contains("Planering", "Samråd och synpunkter", "Sortera synpunkterna", "Granska utkastet",
				"Registrera nämndens beslut", "Avslutad");
	}

	@Test
	@Order(2)
	void everyMailCanBeRead() throws Exception {
		Page page = demo().open();
		page.navigate("/demo/mailbox");
		demo().keep(page);
		page.locator(".kl-lines a").first().click();
		PlaywrightAssertions.assertThat(page.frameLocator("iframe").locator("h1")).isVisible();
		assertAccessible(page);
		demo().keep(page);
	}

	private static void assertAccessible(Page page) {
		for (int width : new int[] { 360, 1280 }) {
			page.setViewportSize(width, 900);
			// a letter may run no script, and the checker's would be waited for in vain
			assertThat(new AxeBuilder(page).exclude("iframe")
				.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
				.analyze()
				.getViolations()).isEmpty();
			assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
				.isEqualTo(0);
		}
	}

	@Test
	@Order(2)
	void everyPictureOfTheHandbookShowsWhatIsThere() throws Exception {
		assertThat(HandbookPictures.lookAt(demo())).isEmpty();
	}

	/** Killed while it works, with its database left behind or killed too. */
	@Test
	@Order(3)
	void killedWhileItWorksItGoesOnWhereItWas() throws Exception {
		ApplicationProcess working = ready();
		Instant jumped = jump(working);
		CompletableFuture<?> jump = beginToJump(working);
		while (stepsUnderWay().isEmpty()) {
			jump = jump.isDone() ? beginToJump(working) : jump;
			Thread.sleep(20);
		}
		working.kill();
		List<String> interrupted = stepsUnderWay();
		ProcessHandle database = ProcessHandle.of(databaseProcess()).orElseThrow();
		database.destroyForcibly();
		database.onExit().get();
		try (ApplicationProcess last = start()) {
			awaitWelcome(last);
			assertThat(now(last.get("/demo").body())).isAfterOrEqualTo(jumped);
			// past the locks of the one that was killed
			jump(last);
			await(() -> stepsUnderWay().isEmpty());
			assertThat(interrupted).allSatisfy((step) -> assertThat(number(
					"select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where d.act_id_ = '"
							+ step + "' and j.handler_type_ = 'async-continuation'"))
				.as(step)
				.isZero());
			await(() -> number("select count(*) from mail where state in ('PENDING', 'RETRY', 'SENDING') and due_at < '"
					+ now(last.get("/demo").body()) + "'") == 0);
			everythingIsThereOnce();
			readMails(last);
			offerOnlyWhatIsNext(last);
			last.stop();
			assertThat(last.output()).doesNotContain("ERROR");
		}
		assertThat(database().resolve("postmaster.pid")).as("the database is stopped").doesNotExist();
	}

	/** The one with all its cases. */
	private ApplicationProcess ready() throws Exception {
		if (this.ready == null) {
			this.ready = start();
			this.ready.awaitOutput("sample consultations are ready");
		}
		return this.ready;
	}

	private RunningDemo demo() throws Exception {
		if (this.looked == null) {
			this.looked = new RunningDemo(ready());
		}
		return this.looked;
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
					data.toRealPath().toString(), "KULTURLOTS_DATA");
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
		for (File mail : data.resolve("mail").toFile().listFiles((folder, name) -> name.endsWith(".eml"))) {
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
		return data.resolve("mail").toFile().list((folder, name) -> name.endsWith(".eml")).length;
	}

	private void awaitWelcome(ApplicationProcess application) throws Exception {
		application.awaitOutput("Kulturlots is here");
		assertThat(application.get("/demo").body()).contains("Prova Kulturlots");
	}

	private ApplicationProcess start() throws Exception {
		return ApplicationProcess.start(Map.of("KULTURLOTS_DATA", data.toString()));
	}

	private Path database() {
		return data.resolve("database");
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
