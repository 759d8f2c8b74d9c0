package se.kulturlots.bench;

import java.nio.file.Path;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import se.kulturlots.testing.ApplicationProcess;
import se.kulturlots.testing.ImageTree;

/**
 * Start-up of production as the image starts it, beside a bare Camunda web application.
 */
@Tag("bench")
class ImageStartIT {

	@TempDir
	Path folder;

	@Test
	void startToTheFirstPage() throws Exception {
		ImageTree image = ImageTree.build(this.folder);
		double[] ours = new double[StartBench.ROUNDS];
		double[] bare = new double[StartBench.ROUNDS];
		try (EmbeddedPostgres database = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start()) {
			Map<String, String> settings = ImageTree.settings(database.getPort(), 25, StartBench.freePort());
			// the first start makes the tables
			start(image, settings);
			for (int i = 0; i < ours.length; i++) {
				ours[i] = start(image, settings);
				bare[i] = StartBench
					.start(BareCamunda.class.getName(), "/camunda/app/welcome/default/", this.folder.resolve("bare"))
					.seconds();
			}
		}
		StartBench.line("Start of the image to the first page, median of " + ours.length, "%.1f s", ours, bare);
	}

	private static double start(ImageTree image, Map<String, String> settings) throws Exception {
		long begun = System.nanoTime();
		try (ApplicationProcess application = image.start(settings)) {
			while (!StartBench.answers(application.port(), "/")) {
				Thread.sleep(50);
			}
			return (System.nanoTime() - begun) / 1e9;
		}
	}

}
