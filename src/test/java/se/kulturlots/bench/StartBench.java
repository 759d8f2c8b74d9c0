package se.kulturlots.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Start-up and memory of the demo beside a bare Camunda web application. */
@Tag("bench")
class StartBench {

	static final int ROUNDS = 3;

	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

	@Test
	void startAndMemory() throws Exception {
		Files.createDirectories(Path.of("target", "bench"));
		Path data = Files.createTempDirectory("kulturlots-bench");
		// the first start makes the database and the demo's data; the limit makes nothing
		start("se.kulturlots.Kulturlots", "/", data);
		double[][] ours = new double[2][ROUNDS];
		double[][] bare = new double[2][ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			Started our = start("se.kulturlots.Kulturlots", "/", data);
			Started limit = start(BareCamunda.class.getName(), "/camunda/app/welcome/default/", data);
			ours[0][i] = our.seconds();
			ours[1][i] = our.megabytes();
			bare[0][i] = limit.seconds();
			bare[1][i] = limit.megabytes();
		}
		line("Start to the first page, median of " + ROUNDS, "%.1f s", ours[0], bare[0]);
		line("Resident memory after the first page", "%.0f MB", ours[1], bare[1]);
	}

	static void line(String what, String format, double[] ours, double[] bare) throws IOException {
		double our = Report.median(ours);
		double limit = Report.median(bare);
		Report.line(what, format.formatted(our), "bare Camunda web application: " + format.formatted(limit),
				our / limit, "at most 1.3");
	}

	static Started start(String mainClass, String path, Path data) throws Exception {
		int port = freePort();
		boolean ours = !mainClass.contains("Bare");
		String classpath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !ours || !entry.contains("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		ProcessBuilder builder = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx768m", "-Duser.timezone=UTC", mainClass, "--server.port=" + port))
			.redirectErrorStream(true)
			.redirectOutput(Path.of("target", "bench", "start.log").toFile());
		builder.environment().put("CLASSPATH", classpath);
		builder.environment().put("KULTURLOTS_DATA", data.toString());
		long begun = System.nanoTime();
		Process process = builder.start();
		try {
			while (!answers(port, path)) {
				if (System.nanoTime() - begun > PATIENCE || !process.isAlive()) {
					throw new AssertionError(mainClass + " did not start, see target/bench/start.log");
				}
				Thread.sleep(50);
			}
			double seconds = (System.nanoTime() - begun) / 1e9;
			return new Started(seconds, residentMegabytes(process.pid()));
		}
		finally {
			process.destroy();
			process.waitFor(60, TimeUnit.SECONDS);
			process.destroyForcibly().waitFor();
		}
	}

	static boolean answers(int port, String path) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path)
				.toURL()
				.openConnection();
			return connection.getResponseCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** The process alone; both have the same database beside them. */
	private static double residentMegabytes(long pid) throws IOException {
		return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	record Started(double seconds, double megabytes) {
	}

}
