package se.kulturlots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import se.kulturlots.testing.Readability;
import se.kulturlots.testing.TextFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** The texts for people: complete in every language, well formed, and there when used. */
class MessagesTest {

	private static final List<String> LANGUAGES = List.of("sv", "fi", "en");

	private static final Path MAIN = Path.of("src", "main");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

	private static final Pattern ENGINE_MESSAGE = Pattern.compile("<(?:\\w+:)?message [^>]*name=\"([^\"]+)\"");

	private static final Pattern REACHED = Pattern
		.compile("type = \"(email|tel)\", label = page\\.t\\(\"([^\"]+)\"\\)");

	/** What is said beside a field that the public fills in. */
	private static final Pattern OF_FIELDS = Pattern
		.compile("(meeting|input|privacy|subscription|site|invitation)\\..*\\.(required|size|format|invalid)");

	/** Stands with the kind of deadline. */
	private static final String LADDER_CHANGED = "journal.settings.ladder.";

	/** ModelNamesTest knows whose they are. */
	private static final Pattern OF_DIAGRAMS = Pattern.compile("workflow\\.(name|answer|waiting)\\.");

	/** Names with dots that begin like a key and are none. */
	private static final Pattern NO_KEY = Pattern.compile(
			"mail\\.(smtp|imap)s?\\..*|.*\\.(css|js|svg|png|jte|form|bpmn|dmn|csv|xlsx|json|ics|html|txt|properties)");

	private final Map<String, Properties> messages = LANGUAGES.stream()
		.collect(Collectors.toMap((language) -> language, TextFiles::all));

	@Test
	void everyTextExistsInEveryLanguage() {
		Set<String> all = new TreeSet<>();
		this.messages.values().forEach((texts) -> all.addAll(texts.stringPropertyNames()));
		Map<String, Set<String>> missing = new TreeMap<>();
		this.messages.forEach((language, texts) -> {
			Set<String> keys = new TreeSet<>(all);
			keys.removeAll(texts.stringPropertyNames());
			missing.put(language, keys);
		});
		assertThat(missing).allSatisfy((language, keys) -> assertThat(keys).as("missing in " + language).isEmpty());
	}

	/** Pages are read in EveryPageTest. */
	@Test
	void mailsAreEasyToRead() {
		Map<String, String> hard = new TreeMap<>();
		for (String language : LANGUAGES) {
			TextFiles.of(language).forEach((module, file) -> {
				Properties texts = TextFiles.read(file);
				List<String> mails = texts.stringPropertyNames()
					.stream()
					.filter((key) -> key.contains(".mail."))
					.map(texts::getProperty)
					.toList();
				if (!mails.isEmpty()) {
					Readability.of(mails).fault(language).ifPresent((fault) -> hard.put(file.toString(), fault));
				}
			});
		}
		assertThat(hard).isEmpty();
	}

	/** One word for one thing, whatever the form. */
	@Test
	void howToReachSomebodyIsAskedForInTheSameWords() throws IOException {
		Map<String, Set<String>> labels = new TreeMap<>();
		try (Stream<Path> templates = Files.walk(MAIN.resolve("jte"))) {
			for (Path template : templates.filter((path) -> path.toString().endsWith(".jte"))
				.filter((path) -> !path.startsWith(MAIN.resolve("jte/staff")))
				.toList()) {
				REACHED.matcher(Files.readString(template))
					.results()
					.forEach((field) -> this.messages.forEach((language, texts) -> labels
						.computeIfAbsent(field.group(1) + " " + language, (key) -> new TreeSet<>())
						.add(texts.getProperty(field.group(2)))));
			}
		}
		assertThat(labels).hasSize(6).allSatisfy((field, words) -> assertThat(words).as(field).hasSize(1));
	}

	@Test
	void whatIsWrongInAFieldIsSaidInASentence() {
		this.messages.forEach((language,
				texts) -> assertThat(texts.stringPropertyNames()
					.stream()
					.filter((key) -> OF_FIELDS.matcher(key).matches())
					.filter((key) -> !texts.getProperty(key).matches("(?s).*[.?!]"))).as(language).isEmpty());
	}

	@Test
	void theFilesAreThoseOfModules() throws IOException {
		try (Stream<Path> files = Files.list(MAIN.resolve("resources/messages"))) {
			assertThat(files.map(Path::getFileName).map(Path::toString)).allSatisfy(
					(name) -> assertThat(name).matches("(" + String.join("|", modules()) + ")_(sv|fi|en).properties"));
		}
	}

	@Test
	void aTextStandsInTheFileOfItsModule() {
		List<String> strayed = new ArrayList<>();
		for (String language : LANGUAGES) {
			TextFiles.of(language).forEach((module, file) -> {
				Set<String> keys = TextFiles.read(file).stringPropertyNames();
				keys.stream()
					.filter((key) -> !OF_DIAGRAMS.matcher(key).lookingAt() && !module.equals(moduleOf(key)))
					.filter((key) -> !keys.contains(key.replace(LADDER_CHANGED, module + ".deadline.")))
					.forEach((key) -> strayed.add(file + ": " + key));
			});
		}
		assertThat(strayed).isEmpty();
	}

	/** A line of a journal stands with the module that it tells of. */
	private static String moduleOf(String key) {
		String[] words = key.split("\\.");
		return switch (words[0]) {
			case "typeMismatch", "jakarta" -> "core";
			case "journal" -> switch (words[1]) {
				case "case" -> "cases";
				case "account", "settings" -> "staff";
				default -> words[1];
			};
			default -> words[0];
		};
	}

	@Test
	void noTextIsEmpty() {
		assertThat(wrong((key, text) -> {
			if (text.isBlank()) {
				throw new IllegalArgumentException("empty");
			}
		})).isEmpty();
	}

	@Test
	void noTextIsThereTwice() throws IOException {
		List<String> twice = new ArrayList<>();
		for (String language : LANGUAGES) {
			Set<String> seen = new TreeSet<>();
			for (Path file : TextFiles.of(language).values()) {
				for (String line : Files.readAllLines(file)) {
					String key = line.split("[=:]", 2)[0].strip();
					if (!line.isBlank() && !line.startsWith("#") && !seen.add(key)) {
						twice.add(file + ": " + key);
					}
				}
			}
		}
		assertThat(twice).isEmpty();
	}

	@Test
	void textsWithArgumentsAreWellFormed() {
		assertThat(wrong((key, text) -> {
			if (ARGUMENT.matcher(text).find()) {
				new MessageFormat(text, Locale.ROOT);
			}
		})).isEmpty();
	}

	/**
	 * A text is formatted only if it gets arguments: in one that takes some, a single
	 * apostrophe would be swallowed, in others a double one would be shown.
	 */
	@Test
	void apostrophesAreDoubledInTextsWithArgumentsAndOnlyThere() {
		assertThat(wrong((key, text) -> {
			boolean takesArguments = ARGUMENT.matcher(text).find();
			if (takesArguments && text.replace("''", "").contains("'")) {
				throw new IllegalArgumentException("a single apostrophe beside an argument");
			}
			if (!takesArguments && text.contains("''")) {
				throw new IllegalArgumentException("a double apostrophe without an argument");
			}
		})).isEmpty();
	}

	@Test
	void aTextTakesTheSameArgumentsInEveryLanguage() {
		Map<String, Set<Set<String>>> different = new TreeMap<>();
		for (String key : this.messages.get("sv").stringPropertyNames()) {
			Set<Set<String>> arguments = this.messages.values()
				.stream()
				.map((texts) -> arguments(texts.getProperty(key, "")))
				.collect(Collectors.toSet());
			if (arguments.size() > 1) {
				different.put(key, arguments);
			}
		}
		assertThat(different).isEmpty();
	}

	@Test
	void everyTextThatIsAskedForExists() throws IOException {
		Set<String> keys = this.messages.get("sv").stringPropertyNames();
		Set<String> engineMessages = engineMessages();
		Pattern literal = Pattern
			.compile("(?<!=)\"((?:" + String.join("|", modules()) + ")(?:\\.[A-Za-z][A-Za-z0-9]*)+\\.?)\"");
		List<String> missing = new ArrayList<>();
		for (Path file : files(MAIN, ".java", ".jte")) {
			literal.matcher(Files.readString(file))
				.results()
				.map((result) -> result.group(1))
				.filter((name) -> !NO_KEY.matcher(name).matches() && !engineMessages.contains(name))
				.filter((name) -> name.endsWith(".") ? keys.stream().noneMatch((key) -> key.startsWith(name))
						: !keys.contains(name))
				.forEach((name) -> missing.add(file.getFileName() + ": " + name));
		}
		assertThat(missing).isEmpty();
	}

	private List<String> wrong(BiConsumer<String, String> check) {
		List<String> wrong = new ArrayList<>();
		this.messages.forEach((language, texts) -> texts.stringPropertyNames().forEach((key) -> {
			try {
				check.accept(key, texts.getProperty(key));
			}
			catch (IllegalArgumentException ex) {
				wrong.add(language + ": " + key + ": " + ex.getMessage());
			}
		}));
		return wrong;
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text)
			.results()
			.map((MatchResult result) -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> engineMessages() throws IOException {
		Set<String> names = new TreeSet<>();
		for (Path diagram : files(Path.of("processes"), ".bpmn")) {
			ENGINE_MESSAGE.matcher(Files.readString(diagram)).results().forEach((result) -> names.add(result.group(1)));
		}
		return names;
	}

	private static Set<String> modules() throws IOException {
		try (Stream<Path> folders = Files.list(MAIN.resolve("java/se/kulturlots"))) {
			return folders.filter(Files::isDirectory)
				.map((folder) -> folder.getFileName().toString())
				.collect(Collectors.toSet());
		}
	}

	private static List<Path> files(Path folder, String... endings) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> Stream.of(endings).anyMatch(file.toString()::endsWith)).sorted().toList();
		}
	}

}
