package se.kulturlots.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real nginx with {@code docs/nginx.conf}, of which only the addresses are changed.
 * Without nginx its tests are skipped, but not by {@code .ci/run}, which installs it.
 */
public final class Nginx implements AutoCloseable {

	/** The address from which it asks the application. */
	public static final String ADDRESS = "127.0.0.9";

	private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

	private final Path folder;

	private final int port;

	private final Process process;

	/**
	 * Starts it.
	 * @param application the port of the application
	 */
	public Nginx(int application) throws Exception {
		assertThat(System.getenv("CI") == null || Files.isExecutable(PROGRAM)).as("nginx is installed").isTrue();
		Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "nginx is not installed: apt-get install nginx-light");
		this.folder = Files.createTempDirectory("nginx");
		this.port = freePort();
		Files.writeString(this.folder.resolve("kulturlots.conf"),
				replace(replace(Files.readString(Path.of("docs", "nginx.conf")), "server application:8080;",
						"server 127.0.0.1:" + application + ";"), "\n    listen 80;",
						"\n    listen 127.0.0.1:" + this.port + ";"));
		Files.writeString(this.folder.resolve("nginx.conf"), """
				%s
				pid nginx.pid;
				daemon off;
				error_log error.log;
				events { worker_connections 1024; }
				http {
					access_log off;
					client_body_temp_path body;
					proxy_temp_path proxy;
					fastcgi_temp_path fastcgi;
					uwsgi_temp_path uwsgi;
					scgi_temp_path scgi;
					proxy_bind %s;
					include kulturlots.conf;
				}
				""".formatted("root".equals(System.getProperty("user.name")) ? "user root;" : "", ADDRESS));
		this.process = new ProcessBuilder(PROGRAM.toString(), "-p", this.folder.toString(), "-c", "nginx.conf", "-e",
				"error.log")
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output.log").toFile())
			.start();
		awaitReadiness();
	}

	private static String replace(String text, String part, String other) {
		assertThat(text).containsOnlyOnce(part);
		return text.replace(part, other);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private void awaitReadiness() throws Exception {
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (true) {
			try (Wire wire = new Wire("127.0.0.1", this.port)) {
				return;
			}
			catch (IOException ex) {
				if (System.nanoTime() > end || !this.process.isAlive()) {
					throw new AssertionError("nginx does not start: " + log(), ex);
				}
				Thread.sleep(50);
			}
		}
	}

	/** What it has to say, for whoever has to look into a failure. */
	public String log() throws IOException {
		return Files.readString(this.folder.resolve("output.log")) + (Files.exists(this.folder.resolve("error.log"))
				? Files.readString(this.folder.resolve("error.log")) : "");
	}

	public int port() {
		return this.port;
	}

	@Override
	public void close() throws Exception {
		this.process.destroy();
		if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
			this.process.destroyForcibly();
		}
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
