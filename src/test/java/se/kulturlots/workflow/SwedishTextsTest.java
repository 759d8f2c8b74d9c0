package se.kulturlots.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class SwedishTextsTest {

	private static final String ROOT = "META-INF/resources/webjars/camunda/";

	/** The banner is hidden; its link is not ours to give. */
	private static final String BANNER = "labels.BANNER_CE_EOL_TEXT";

	private static final Pattern PLACEHOLDER = Pattern
		.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|</?(?:a|strong|br)\\b[^>]*>|%[a-z]|^\\s+|\\s+$");

	/** A text of a program, between quotes or, with values in it, between backquotes. */
	private static final Pattern TRANSLATED = Pattern.compile("^\t'((?:[^'\\\\]|\\\\.)+)':", Pattern.MULTILINE);

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void everyTextOfAnApplicationIsThereInSwedish(String app) throws IOException {
		Map<String, String> english = texts("app/" + app + "/locales/en.json");
		Map<String, String> swedish = texts("app/" + app + "/locales/sv.json");
		assertThat(swedish.keySet()).isEqualTo(english.keySet());
		english.forEach((key, text) -> assertThat(swedish.get(key).isBlank()).as(key).isEqualTo(text.isBlank()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void aSwedishTextHasThePlaceholdersOfTheEnglish(String app) throws IOException {
		Map<String, String> swedish = texts("app/" + app + "/locales/sv.json");
		texts("app/" + app + "/locales/en.json").forEach((key, text) -> {
			if (key.startsWith("labels.") && !key.equals(BANNER)) {
				assertThat(placeholders(swedish.get(key))).as(key).isEqualTo(placeholders(text));
			}
		});
	}

	@Test
	void theTextsThatScriptsTranslateAreStillInTheProgramsOfThisVersion() throws IOException {
		String programs = read("lib/deps.js") + Stream.of("tasklist", "cockpit", "admin", "welcome")
			.map((app) -> read("app/" + app + "/camunda-" + app + "-bootstrap.js"))
			.reduce("", String::concat) + readFrom("META-INF/resources/plugin/cockpit/app/plugin.js");
		List<String> translated = TRANSLATED.matcher(read("lib/kulturlots-texts.js"))
			.results()
			.map((result) -> result.group(1).replace("\\'", "'"))
			.filter((text) -> !text.contains("mm") && !text.equals("Value is expected to be an integer."))
			.toList();
		assertThat(translated).hasSizeGreaterThan(30);
		assertThat(translated).allSatisfy((text) -> assertThat(programs.contains(text)).as(text).isTrue());
	}

	private static List<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map(MatchResult::group)
			.map((found) -> found.isBlank() ? found : found.replace(" ", ""))
			.sorted()
			.toList();
	}

	private static Map<String, String> texts(String path) throws IOException {
		// the English files begin with a byte order mark
		JsonNode all = new ObjectMapper().readTree(read(path).replace("\uFEFF", ""));
		Map<String, String> texts = new TreeMap<>();
		collect("", all, texts);
		return texts;
	}

	private static void collect(String path, JsonNode node, Map<String, String> texts) {
		if (node.isContainerNode()) {
			int index = 0;
			for (JsonNode child : node) {
				if (node.isArray()) {
					collect(path + "." + index++, child, texts);
				}
			}
			node.properties()
				.forEach((child) -> collect(path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
						child.getValue(), texts));
		}
		else {
			texts.put(path, node.asText());
		}
	}

	private static String read(String path) {
		return readFrom(ROOT + path);
	}

	private static String readFrom(String path) {
		try (InputStream content = new ClassPathResource(path).getInputStream()) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(path, ex);
		}
	}

}
