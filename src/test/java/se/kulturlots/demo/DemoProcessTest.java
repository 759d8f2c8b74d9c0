package se.kulturlots.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Map;

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
	void killedHardItStartsAgainOnTheSameData() throws Exception {
		try (ApplicationProcess first = start()) {
			awaitWelcome(first);
			write();
			first.kill();
		}
		long leftBehind = databaseProcess();
		assertThat(ProcessHandle.of(leftBehind)).as("the database goes on").isPresent();
		try (ApplicationProcess second = start()) {
			awaitWelcome(second);
			assertThat(databaseProcess()).isNotEqualTo(leftBehind);
			assertThat(written()).isTrue();
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
