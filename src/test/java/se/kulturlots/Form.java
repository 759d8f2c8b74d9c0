package se.kulturlots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A form as it lies in the repository.
 *
 * @param file where
 * @param json what stands in it
 */
record Form(Path file, JsonNode json) {

	private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "datetime", "checkbox",
			"checklist", "radio", "select", "taglist");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(?:#if )?([a-zA-Z]+)");

	private static final Pattern NAME = Pattern.compile("(?<![\\w.])([a-zA-Z]\\w*)");

	private static final Set<String> FEEL = Set.of("if", "then", "else", "and", "or", "not", "null", "true", "false",
			"count");

	private static final ObjectMapper JSON = new ObjectMapper();

	static List<Form> all() {
		return Stream.of("forms", "src/test/resources/forms/sample")
			.flatMap((folder) -> Diagram.files(folder, ".form").stream())
			.map(Form::read)
			.toList();
	}

	private static Form read(Path file) {
		try {
			return new Form(file, JSON.readTree(file.toFile()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String id() {
		return Diagram.nameOf(this.file);
	}

	String module() {
		return Diagram.moduleOf(this.file);
	}

	/** Everything on it, also what lies in groups. */
	List<JsonNode> components() {
		List<JsonNode> found = new ArrayList<>();
		collect(this.json, found);
		return found;
	}

	private static void collect(JsonNode parent, List<JsonNode> found) {
		for (JsonNode component : parent.path("components")) {
			found.add(component);
			collect(component, found);
		}
	}

	/** What has a value: to be answered, or a fact that is shown. */
	List<JsonNode> inputs() {
		return components().stream().filter((component) -> INPUTS.contains(component.path("type").asText())).toList();
	}

	/** What somebody is to answer. */
	List<JsonNode> answers() {
		return inputs().stream()
			.filter((input) -> !input.path("readonly").asBoolean() && !input.path("disabled").asBoolean())
			.toList();
	}

	/** What it shows without anybody having answered it. */
	Set<String> shown() {
		Set<String> shown = new TreeSet<>();
		for (JsonNode component : components()) {
			names(PLACEHOLDER, component.path("content").asText() + component.path("text").asText(), shown);
			names(NAME, component.at("/conditional/hide").asText().replaceAll("\"[^\"]*\"", ""), shown);
			shown.add(component.path("valuesKey").asText());
		}
		inputs().stream().filter((input) -> !answers().contains(input)).forEach((input) -> shown.add(key(input)));
		answers().forEach((answer) -> shown.remove(key(answer)));
		shown.remove("");
		shown.removeAll(FEEL);
		return shown;
	}

	private static void names(Pattern pattern, String text, Set<String> names) {
		pattern.matcher(text).results().map((found) -> found.group(1)).forEach(names::add);
	}

	private static String key(JsonNode field) {
		return field.path("key").asText();
	}

	/** The variables in which the engine may keep answers, for gateways to read. */
	List<String> decisions() {
		return answers().stream()
			.map((input) -> input.at("/properties/decision").asText())
			.filter((variable) -> !variable.isEmpty())
			.toList();
	}

	@Override
	public String toString() {
		return id();
	}

}
