package se.kulturlots.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The files of the image, made by going through the {@code Dockerfile} line by line. Its
 * build with Maven is not done again: this build's jar takes its place, once it is sure
 * that Maven would find the same files in what {@code .dockerignore} lets through.
 */
public final class ImageTree {

	/** Of the first administrator. */
	public static final String PASSWORD = "sju-roda-kastruller";

	private static final Set<String> OF_THE_CONTAINER = Set.of("USER", "EXPOSE", "HEALTHCHECK");

	private static final Pattern SETTING = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");

	private static final Path PROJECT = Path.of("").toAbsolutePath();

	private final Path folder;

	private final Map<String, Path> stages = new HashMap<>();

	private final Map<String, String> environment = new TreeMap<>();

	private final List<String> command = new ArrayList<>();

	private Path stage;

	private Path work;

	private ImageTree(Path folder) {
		this.folder = folder;
		this.stage = folder;
		this.work = folder;
	}

	/**
	 * Makes the files.
	 * @param folder an empty folder
	 * @throws AssertionError if a step of the Dockerfile would fail
	 */
	public static ImageTree build(Path folder) throws Exception {
		ImageTree image = new ImageTree(folder);
		String text = Files.readString(PROJECT.resolve("Dockerfile"))
			.replaceAll("(?m)^#.*\n", "")
			.replaceAll("\\\\\n\\s*", "");
		for (String line : text.lines().filter((line) -> !line.isBlank()).toList()) {
			String[] parts = line.split("\\s+", 2);
			image.step(parts[0], parts[1]);
		}
		return image;
	}

	/**
	 * What the operator sets, with a database of its own on this machine.
	 * @return can be added to
	 */
	public static Map<String, String> settings(int databasePort, int smtpPort, int managementPort) {
		Map<String, String> settings = new HashMap<>();
		settings.put("KULTURLOTS_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres");
		settings.put("KULTURLOTS_DATABASE_USER", "postgres");
		settings.put("KULTURLOTS_DATABASE_PASSWORD", PASSWORD);
		settings.put("KULTURLOTS_SMTP_HOST", "127.0.0.1");
		settings.put("KULTURLOTS_SMTP_PORT", Integer.toString(smtpPort));
		settings.put("KULTURLOTS_SMTP_STARTTLS", "false");
		settings.put("KULTURLOTS_MAIL_FROM", "samrad@region.example");
		settings.put("KULTURLOTS_PUBLIC_URL", "https://samrad.region.example");
		settings.put("KULTURLOTS_ADMIN_USER", "first");
		settings.put("KULTURLOTS_ADMIN_PASSWORD", PASSWORD);
		settings.put("SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT", "3000");
		settings.put("KULTURLOTS_RATELIMIT_CLIENT", "100000");
		settings.put("KULTURLOTS_RATELIMIT_FORM", "100000");
		settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
		return settings;
	}

	/** The jar that this build has packaged. */
	public static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(PROJECT.resolve("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("kulturlots-.*\\.jar"))
				.findFirst()
				.orElseThrow();
		}
	}

	/** The working folder of the image, where the application is. */
	public Path application() {
		return this.work;
	}

	/**
	 * Starts what the image starts, and does not wait.
	 * @param settings the environment besides the image's own
	 */
	public ApplicationProcess start(Map<String, String> settings) throws IOException {
		Map<String, String> all = new HashMap<>(this.environment);
		all.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m");
		all.putAll(settings);
		List<String> own = new ArrayList<>(this.command);
		own.set(0, ApplicationProcess.java());
		return ApplicationProcess.start(own, this.work, all);
	}

	private void step(String instruction, String rest) throws Exception {
		switch (instruction) {
			case "FROM" -> begin(rest);
			case "WORKDIR" -> this.work = Files.createDirectories(this.stage.resolve(rest.substring(1)));
			case "COPY" -> copy(rest.split(" "));
			case "RUN" -> run(rest.replaceFirst("^--mount=\\S+ ", ""));
			case "ENV" -> SETTING.matcher(rest)
				.results()
				.forEach((set) -> this.environment.put(set.group(1),
						(set.group(2) != null) ? set.group(2) : set.group(3)));
			case "ENTRYPOINT" -> Pattern.compile("\"([^\"]+)\"")
				.matcher(rest)
				.results()
				.map((word) -> word.group(1))
				.forEach(this.command::add);
			default -> {
				if (!OF_THE_CONTAINER.contains(instruction)) {
					throw new AssertionError("what does " + instruction + " do to the files?");
				}
			}
		}
	}

	private void begin(String from) throws IOException {
		Matcher name = Pattern.compile("\\S+(?: AS (\\w+))?").matcher(from);
		if (!name.matches()) {
			throw new AssertionError(from);
		}
		String stageName = (name.group(1) != null) ? name.group(1) : "image";
		this.stage = Files.createDirectories(this.folder.resolve(stageName));
		this.stages.put(stageName, this.stage);
		this.environment.clear();
	}

	private void copy(String[] words) throws IOException {
		if (Arrays.equals(words, new String[] { ".", "." })) {
			copyContext();
			return;
		}
		Path from = this.stages.get(words[0].replace("--from=", "")).resolve(words[1].substring(1));
		if (!words[2].equals("./") || !Files.isDirectory(from)) {
			throw new AssertionError("cannot copy " + String.join(" ", words));
		}
		copyAll(from, this.work);
	}

	private void copyContext() throws IOException {
		List<String> lines = Files.readAllLines(PROJECT.resolve(".dockerignore"));
		if (!lines.get(0).equals("*")) {
			throw new AssertionError("more than what is named goes into the build");
		}
		for (String line : lines.subList(1, lines.size())) {
			if (!line.matches("![\\w./-]+")) {
				throw new AssertionError("which files are " + line);
			}
			copyAll(PROJECT.resolve(line.substring(1)), this.work.resolve(line.substring(1)));
		}
	}

	/** With their times, as Docker does. */
	private static void copyAll(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private void run(String script) throws Exception {
		if (script.startsWith("useradd ")) {
			return;
		}
		if (script.startsWith("./mvnw ") && script.endsWith(" package")) {
			packaged();
			return;
		}
		shell(script);
	}

	private void packaged() throws Exception {
		shell("./mvnw -o -B -q process-resources");
		Path classes = PROJECT.resolve("target/classes");
		List<String> missing = new ArrayList<>(missing(PROJECT.resolve("src/main"), this.work.resolve("src/main")));
		missing.addAll(missing(classes, this.work.resolve("target/classes")));
		// what is compiled and what is written by a plugin
		missing.removeIf((file) -> file.matches(".*\\.class|gg/jte/.*|META-INF/(sbom|spring.*-metadata).*"));
		Set<String> sources = sources();
		// what an earlier build has left
		missing.removeIf((file) -> !sources.contains(Path.of(file).getFileName().toString()));
		if (!missing.isEmpty()) {
			throw new AssertionError("the Dockerfile's build would not have " + missing);
		}
		FileSystemUtils.deleteRecursively(this.work.resolve("target"));
		copyAll(jar(), this.work.resolve("target").resolve(jar().getFileName()));
	}

	/** The names of all files from which something is built. */
	private static Set<String> sources() throws IOException {
		try (Stream<Path> files = Files.walk(PROJECT)) {
			return files.filter((file) -> !file.startsWith(PROJECT.resolve("target")))
				.map((file) -> file.getFileName().toString())
				.collect(Collectors.toSet());
		}
	}

	private static List<String> missing(Path original, Path copy) throws IOException {
		try (Stream<Path> files = Files.walk(original)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> original.relativize(file).toString())
				.filter((file) -> !Files.exists(copy.resolve(file)))
				.toList();
		}
	}

	private void shell(String script) throws Exception {
		Path output = this.folder.resolve("output");
		ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(this.work.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(this.environment);
		builder.environment()
			.merge("PATH", Path.of(ApplicationProcess.java()).getParent().toString(), (old, own) -> own + ":" + old);
		if (builder.start().waitFor() != 0) {
			throw new AssertionError("RUN " + script + " failed:\n" + Files.readString(output));
		}
	}

}
