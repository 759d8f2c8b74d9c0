package se.kulturlots.testing;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The application as a process of its own, for what only a process can suffer. Its output
 * goes to a file, so that nothing waits for a reader.
 */
public final class ApplicationProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final Process process;

	private final Path output;

	private final int port;

	private ApplicationProcess(Process process, Path output, int port) {
		this.process = process;
		this.output = output;
		this.port = port;
	}

	/**
	 * Starts the demo and does not wait.
	 * @param environment what is set in its environment besides a free port
	 * @return the process
	 * @throws IOException if there is none
	 */
	public static ApplicationProcess start(Map<String, String> environment) throws IOException {
		Map<String, String> all = new HashMap<>(environment);
		all.put("CLASSPATH", classesOfTheApplication());
		return start(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Duser.timezone=UTC",
				"se.kulturlots.Kulturlots"), Path.of(""), all);
	}

	/**
	 * Starts the application and does not wait.
	 * @param command how
	 * @param folder where
	 * @param environment what is set in its environment besides a free port
	 */
	static ApplicationProcess start(List<String> command, Path folder, Map<String, String> environment)
			throws IOException {
		int port = freePort();
		Path output = Files.createTempFile("kulturlots", ".log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().keySet().removeIf((name) -> name.matches("(KULTURLOTS|SPRING|SERVER)_.*"));
		builder.environment().put("SERVER_PORT", Integer.toString(port));
		builder.environment().putAll(environment);
		return new ApplicationProcess(builder.start(), output, port);
	}

	/** The Java that runs the tests. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static String classesOfTheApplication() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Waits until it has written something.
	 * @param text a part of a line
	 */
	public void awaitOutput(String text) throws Exception {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!output().contains(text)) {
			if (System.nanoTime() > end || !this.process.isAlive()) {
				throw new AssertionError("nothing said of " + text + ":\n" + output());
			}
			Thread.sleep(100);
		}
	}

	/**
	 * Asks for a page.
	 * @param path its path
	 * @return the answer
	 */
	public HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(20))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Sends a form as it stands on a page, with all its hidden fields.
	 * @param page the page
	 * @param action where the form goes
	 * @return the answer
	 */
	public HttpResponse<String> send(String page, String action) throws IOException, InterruptedException {
		String form = page.substring(page.indexOf("action=\"" + action));
		String fields = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"")
			.matcher(form.substring(0, form.indexOf("</form>")))
			.results()
			.map((field) -> field.group(1) + "=" + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + action))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.timeout(PATIENCE)
			.POST(HttpRequest.BodyPublishers.ofString(fields))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Waits until it has ended by itself.
	 * @return its exit code
	 */
	public int awaitEnd() throws Exception {
		if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("still running:\n" + output());
		}
		return this.process.exitValue();
	}

	/** As {@code kill -9} and the machine's killer of large processes do it. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/** As somebody does it who presses Ctrl-C. */
	public void stop() throws Exception {
		this.process.destroy();
		awaitEnd();
	}

	public long pid() {
		return this.process.pid();
	}

	public int port() {
		return this.port;
	}

	public String output() throws IOException {
		return Files.readString(this.output);
	}

	@Override
	public void close() throws Exception {
		if (this.process.isAlive()) {
			stop();
		}
		Files.deleteIfExists(this.output);
	}

}
