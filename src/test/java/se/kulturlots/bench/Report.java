package se.kulturlots.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Writes the figures, each beside its limit, to {@code target/bench/report.md}.
 */
public final class Report {

	private static final Path FILE = Path.of("target", "bench", "report.md");

	private static final String HEAD = """
			# Benchmark

			Each figure stands beside a limit measured in the same run on the same machine
			(%d processors, Java %s).

			| What | Figure | Limit it is held against | Ratio | Aim |
			|---|---|---|---|---|
			""";

	private static boolean begun;

	private Report() {
	}

	/**
	 * Adds a figure.
	 * @param what what was measured
	 * @param figure ours
	 * @param limit what it is held against, and its figure
	 * @param ratio ours by the limit
	 * @param aim the ratio to reach
	 */
	public static void line(String what, String figure, String limit, double ratio, String aim) throws IOException {
		String line = "| %s | %s | %s | %.2f | %s |%n".formatted(what, figure, limit, ratio, aim);
		if (!begun && !Boolean.getBoolean("bench.goes-on")) {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE,
					HEAD.formatted(Runtime.getRuntime().availableProcessors(), System.getProperty("java.version")));
			begun = true;
		}
		Files.writeString(FILE, line, StandardOpenOption.APPEND);
		System.out.print(line);
	}

	/**
	 * The middle one.
	 * @param values an odd number of figures
	 * @return the median
	 */
	public static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
