package se.kulturlots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A diagram as it lies in the repository.
 *
 * @param file where
 * @param model what stands in it
 */
record Diagram(Path file, BpmnModelInstance model) {

	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

	/** Those of the module that only tests have, too. */
	static List<Diagram> all() {
		return Stream.of("processes", "src/test/resources/processes/sample")
			.flatMap((folder) -> in(folder).stream())
			.toList();
	}

	/** What was deployed before December 2026, and may still run. */
	static List<Diagram> earlier() {
		return in("src/test/resources/earlier");
	}

	private static List<Diagram> in(String folder) {
		return files(folder, ".bpmn").stream()
			.map((file) -> new Diagram(file, Bpmn.readModelFromFile(file.toFile())))
			.toList();
	}

	static List<Path> files(String folder, String suffix) {
		if (!Files.isDirectory(Path.of(folder))) {
			return List.of();
		}
		try (Stream<Path> found = Files.walk(Path.of(folder))) {
			return found.filter((file) -> file.toString().endsWith(suffix)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String nameOf(Path file) {
		return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
	}

	static String moduleOf(Path file) {
		return file.getParent().getFileName().toString();
	}

	String key() {
		return nameOf(this.file);
	}

	String module() {
		return moduleOf(this.file);
	}

	Process process() {
		return each(Process.class).iterator().next();
	}

	<T extends ModelElementInstance> Collection<T> each(Class<T> type) {
		return this.model.getModelElementsByType(type);
	}

	/** Everything the engine is to work out, without the braces. */
	List<String> expressions() {
		List<String> found = new ArrayList<>();
		Matcher matcher = EXPRESSION.matcher(Bpmn.convertToString(this.model));
		while (matcher.find()) {
			found.add(matcher.group(1).replace("&apos;", "'").replace("&#39;", "'"));
		}
		return found;
	}

	@Override
	public String toString() {
		return key();
	}

}
