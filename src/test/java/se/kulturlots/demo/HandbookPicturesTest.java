package se.kulturlots.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the handbook explains and shows. Its pictures are found again on their pages by
 * {@link DemoProcessTest}, which takes them anew with
 * {@code ./mvnw test -Dtest='DemoProcessTest#everyPicture*' -Dhandbook.pictures}.
 */
class HandbookPicturesTest {

	private static final Path DOCS = Path.of("docs");

	private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)\\]\\(pictures/(handbok-[a-z-]+\\.png)\\)");

	private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"[^\"]+\" name=\"([^\"]+)\"");

	private static final long LARGEST = 250_000;

	@Test
	void everyPictureNamedIsTakenAndDescribed() throws IOException {
		List<MatchResult> named = new ArrayList<>();
		for (Path chapter : chapters()) {
			PICTURE.matcher(Files.readString(chapter)).results().forEach(named::add);
		}
		assertThat(named).extracting((picture) -> picture.group(2))
			.containsExactlyInAnyOrderElementsOf(HandbookPictures.files());
		assertThat(named).allSatisfy((picture) -> {
			assertThat(picture.group(1)).as("what %s shows", picture.group(2)).hasSizeGreaterThan(10);
			assertThat(HandbookPictures.FOLDER.resolve(picture.group(2))).exists()
				.satisfies((file) -> assertThat(Files.size(file)).isBetween(1000L, LARGEST));
		});
	}

	@Test
	void everyTaskIsExplained() throws IOException {
		List<String> headings = new ArrayList<>();
		for (Path chapter : chapters()) {
			Files.readAllLines(chapter)
				.stream()
				.filter((line) -> line.startsWith("### "))
				.map((line) -> line.substring(4))
				.forEach(headings::add);
		}
		try (Stream<Path> diagrams = Files.walk(Path.of("processes"))) {
			List<String> tasks = diagrams.filter((file) -> file.toString().endsWith(".bpmn"))
				.flatMap((file) -> USER_TASK.matcher(read(file)).results().map((task) -> task.group(1)))
				.toList();
			assertThat(tasks).hasSizeGreaterThan(20);
			assertThat(headings).containsExactlyInAnyOrderElementsOf(tasks);
		}
	}

	private static List<Path> chapters() throws IOException {
		try (Stream<Path> files = Files.list(DOCS)) {
			return files.filter((file) -> file.getFileName().toString().matches("handbok.*\\.md")).toList();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
