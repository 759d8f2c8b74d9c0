package se.kulturlots.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTest {

	@TempDir
	Path folder;

	@Test
	void aFolderIsHeldByOneAtATime() throws IOException {
		Path wanted = this.folder.resolve("new");
		try (DataFolder ignored = DataFolder.open(wanted)) {
			assertThatExceptionOfType(DataFolderInUse.class).isThrownBy(() -> DataFolder.open(wanted))
				.withMessageContaining(wanted.toString())
				.withMessageContaining(Long.toString(ProcessHandle.current().pid()));
		}
		DataFolder.open(wanted).close();
	}

	@Test
	void whoIsRefusedLearnsWhatToDo() throws IOException {
		try (DataFolder ignored = DataFolder.open(this.folder)) {
			assertThatExceptionOfType(DataFolderInUse.class).isThrownBy(() -> DataFolder.open(this.folder))
				.satisfies((problem) -> assertThat(problem.action()).contains("KULTURLOTS_DATA", "SERVER_PORT"));
		}
	}

	@Test
	void theFolderMayBeALink() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"),
				Files.createDirectory(this.folder.resolve("real")));
		try (DataFolder ignored = DataFolder.open(link)) {
			assertThatExceptionOfType(DataFolderInUse.class)
				.isThrownBy(() -> DataFolder.open(this.folder.resolve("real")));
		}
	}

}
