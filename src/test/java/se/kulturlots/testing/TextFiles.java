package se.kulturlots.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the modules as they lie in the repository. */
public final class TextFiles {

	private static final List<Path> FOLDERS = List.of(Path.of("src/main/resources/messages"),
			Path.of("src/test/resources/messages"));

	private TextFiles() {
	}

	/** The file of each module that has texts, by its name. */
	public static Map<String, Path> of(String language) {
		String end = "_" + language + ".properties";
		Map<String, Path> files = new TreeMap<>();
		for (Path folder : FOLDERS) {
			if (!Files.isDirectory(folder)) {
				continue;
			}
			try (Stream<Path> found = Files.list(folder)) {
				found.filter((file) -> file.toString().endsWith(end))
					.forEach((file) -> files.put(file.getFileName().toString().replace(end, ""), file));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return files;
	}

	/** All texts of a language. */
	public static Properties all(String language) {
		Properties all = new Properties();
		of(language).values().forEach((file) -> all.putAll(read(file)));
		return all;
	}

	public static Properties read(Path file) {
		Properties texts = new Properties();
		try (var reader = Files.newBufferedReader(file)) {
			texts.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return texts;
	}

}
