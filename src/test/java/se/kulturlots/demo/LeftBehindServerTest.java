package se.kulturlots.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LeftBehindServerTest {

	@TempDir
	Path folder;

	@Test
	void aServerOnTheFolderIsStopped() throws Exception {
		Path directory = this.folder.resolve("database");
		EmbeddedPostgres server = start(directory);
		ProcessHandle process = ProcessHandle
			.of(Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0)))
			.orElseThrow();
		assertThat(process.isAlive()).isTrue();
		LeftBehindServer.stop(directory);
		assertThat(process.isAlive()).isFalse();
		server.close();
		start(directory).close();
	}

	@Test
	void aServerOnAnotherFolderIsLeftAlone() throws Exception {
		Path directory = Files.createDirectory(this.folder.resolve("database"));
		try (EmbeddedPostgres other = start(this.folder.resolve("other"))) {
			Files.copy(this.folder.resolve("other/postmaster.pid"), directory.resolve("postmaster.pid"));
			LeftBehindServer.stop(directory);
			assertThat(directory.resolve("postmaster.pid")).doesNotExist();
			other.getPostgresDatabase().getConnection().close();
		}
	}

	@Test
	void aServerWhoseFolderWasMovedIsNotRobbed() throws Exception {
		Path directory = this.folder.resolve("database");
		try (EmbeddedPostgres server = start(directory)) {
			Path moved = Files.move(directory, this.folder.resolve("moved"));
			assertThatIllegalStateException().isThrownBy(() -> LeftBehindServer.stop(moved))
				.withMessageContaining("stop it");
			server.getPostgresDatabase().getConnection().close();
			Files.move(moved, directory);
		}
	}

	@Test
	void anyOtherProcessIsLeftAlone() throws IOException {
		Path pidFile = this.folder.resolve("postmaster.pid");
		Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + this.folder + "\n");
		LeftBehindServer.stop(this.folder);
		assertThat(pidFile).doesNotExist();
	}

	@Test
	void withoutAServerNothingHappens() throws IOException {
		LeftBehindServer.stop(this.folder.resolve("none"));
		Files.writeString(this.folder.resolve("postmaster.pid"), "");
		LeftBehindServer.stop(this.folder);
	}

	private static EmbeddedPostgres start(Path directory) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(directory)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setLocaleConfig("locale", "C.UTF-8")
			.start();
	}

}
