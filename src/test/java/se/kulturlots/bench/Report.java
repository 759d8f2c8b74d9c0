package se.kulturlots.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes the figures, each beside its limit, to {@code target/bench/report.md}. */
final class Report {

	private static final Path FILE = Path.of("target", "bench", "report.md");

	private Report() {
	}

	static void begin() throws IOException {
		Files.createDirectories(FILE.getParent());
		Files.writeString(FILE, """
				# Benchmark

				Each figure stands beside a limit measured in the same run on the same machine (%d processors, Java %s).

				| What | Figure | Limit it is held against | Ratio | Aim |
				|---|---|---|---|---|
				""".formatted(Runtime.getRuntime().availableProcessors(), System.getProperty("java.version")));
	}

	static void line(String what, String figure, String limit, double ratio, String aim) throws IOException {
		String line = "| %s | %s | %s | %.2f | %s |%n".formatted(what, figure, limit, ratio, aim);
		Files.writeString(FILE, line, StandardOpenOption.APPEND);
		System.out.print(line);
	}

	static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
