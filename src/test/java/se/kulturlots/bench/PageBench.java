package se.kulturlots.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.picture.Original;
import se.kulturlots.picture.Pictures;
import se.kulturlots.picture.SamplePictures;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Statements;

/**
 * The pages where people begin, security on: beside a static file of the same size from
 * the same server, and beside what a slow phone bears.
 */
@Tag("bench")
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class PageBench {

	private static final int CONNECTIONS = 32;

	private static final int ROUNDS = 5;

	private static final Duration ROUND = Duration.ofSeconds(4);

	private static final int VISITS = 5;

	/** As Lighthouse simulates a slow phone: 1.6 Mbit/s, 150 ms there and back. */
	private static final double BYTES_PER_SECOND = 1.6 * 1024 * 1024 / 8;

	private static final int ROUND_TRIP = 150;

	private static final int SLOWER = 4;

	@Autowired
	ApplicationContext context;

	@Autowired
	Statements statements;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Pictures pictures;

	@LocalServerPort
	int port;

	private final HttpClient http = HttpClient.newHttpClient();

	private long received;

	@Test
	void publicPages(Browser browser) throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(40);
		String consultation = sample.consultation().path();
		for (CaseId of : new CaseId[] { null, sample.consultation().id() }) {
			this.pictures.set(sample.authority().id(), of, null, Original.read(SamplePictures.noise(1800, 1200)), "Löv",
					Focus.CENTRE);
		}
		List<Map.Entry<String, String>> pages = List.of(Map.entry("Front page", "/" + sample.authority().id()),
				Map.entry("Consultation page", consultation),
				Map.entry("Registration form", consultation + "/meetings/" + meeting.id() + "/registration"));
		for (int i = 0; i < ROUNDS; i++) {
			for (Map.Entry<String, String> page : pages) {
				round(page.getValue());
			}
		}
		for (Map.Entry<String, String> page : pages) {
			load(page.getKey(), page.getValue());
			statements(page.getKey(), page.getValue());
			visit(page.getKey(), page.getValue(), browser);
		}
	}

	private void load(String what, String path) throws Exception {
		String file = "/vendor/bench/" + what.toLowerCase().replace(' ', '-') + ".html";
		byte[] page = get(path);
		Path copy = Path.of("target", "test-classes", "static" + file);
		Files.createDirectories(copy.getParent());
		Files.write(copy, page);
		double[] ours = new double[ROUNDS];
		double[] limit = new double[ROUNDS];
		double[] slow = new double[ROUNDS];
		round(path);
		round(file);
		for (int i = 0; i < ROUNDS; i++) {
			Round our = round(path);
			ours[i] = our.rate();
			slow[i] = our.slow();
			limit[i] = round(file).rate();
		}
		double our = Report.median(ours);
		double best = Report.median(limit);
		Report.line("%s, %d bytes, %d connections".formatted(what, page.length, CONNECTIONS), "%.0f/s".formatted(our),
				"static file of the same size: %.0f/s".formatted(best), our / best, "at least 0.33");
		double millis = Report.median(slow);
		Report.line("%s, 95th percentile, %d connections".formatted(what, CONNECTIONS), "%.0f ms".formatted(millis),
				"100 ms", millis / 100, "at most 1");
	}

	/** Nothing is kept of what was read before, as after somebody has written. */
	private void statements(String what, String path) throws IOException {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
		});
		int asked = this.statements.during(() -> {
			try {
				get(path);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}).size();
		Report.line(what + ", SQL statements at most", String.valueOf(asked), "8", asked / 8.0, "at most 1");
	}

	/** First visits, with nothing kept by the browser. */
	private void visit(String what, String path, Browser browser) throws IOException {
		double[] bytes = new double[VISITS];
		double[] millis = new double[VISITS];
		boolean images = false;
		for (int i = 0; i < VISITS; i++) {
			Page page = browser.open();
			page.setViewportSize(360, 640);
			CDPSession devtools = page.context().newCDPSession(page);
			devtools.send("Network.enable");
			devtools.send("Network.emulateNetworkConditions", slowNetwork());
			JsonObject processor = new JsonObject();
			processor.addProperty("rate", SLOWER);
			devtools.send("Emulation.setCPUThrottlingRate", processor);
			devtools.on("Network.loadingFinished",
					(finished) -> this.received += finished.get("encodedDataLength").getAsLong());
			this.received = 0;
			page.navigate(path);
			page.waitForLoadState(LoadState.NETWORKIDLE);
			bytes[i] = this.received;
			millis[i] = ((Number) page.evaluate(
					"""
							() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
								.observe({ type: 'largest-contentful-paint', buffered: true }))"""))
				.doubleValue();
			images = (Boolean) page.evaluate("document.querySelector('main picture') !== null");
			page.context().close();
		}
		double size = Report.median(bytes) / 1000;
		int most = images ? 200 : 150;
		Report.line(what + ", over the wire at the first visit" + (images ? ", with an image" : ""),
				"%.0f kB".formatted(size), most + " kB", size / most, "at most 1");
		double paint = Report.median(millis);
		Report.line(what + ", largest contentful paint on a slow phone", "%.0f ms".formatted(paint), "1500 ms",
				paint / 1500, "at most 1");
	}

	private static JsonObject slowNetwork() {
		JsonObject network = new JsonObject();
		network.addProperty("offline", false);
		network.addProperty("latency", ROUND_TRIP);
		network.addProperty("downloadThroughput", BYTES_PER_SECOND);
		network.addProperty("uploadThroughput", BYTES_PER_SECOND / 2);
		return network;
	}

	private byte[] get(String path) throws IOException, InterruptedException {
		HttpResponse<byte[]> response = this.http.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
		if (response.statusCode() != 200) {
			throw new AssertionError(path + " answered " + response.statusCode());
		}
		return response.body();
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).build();
	}

	private Round round(String path) throws Exception {
		ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
		ExecutorService people = Executors.newFixedThreadPool(CONNECTIONS);
		long begun = System.nanoTime();
		long end = begun + ROUND.toNanos();
		for (int i = 0; i < CONNECTIONS; i++) {
			people.submit(() -> {
				while (System.nanoTime() < end) {
					long asked = System.nanoTime();
					get(path);
					taken.add(System.nanoTime() - asked);
				}
				return null;
			});
		}
		people.shutdown();
		people.awaitTermination(1, TimeUnit.MINUTES);
		double seconds = (System.nanoTime() - begun) / 1e9;
		long[] sorted = taken.stream().mapToLong(Long::longValue).toArray();
		Arrays.sort(sorted);
		return new Round(sorted.length / seconds, sorted[(int) (sorted.length * 0.95)] / 1e6);
	}

	/**
	 * How a page was served.
	 *
	 * @param rate how often, by the second
	 * @param slow the 95th percentile of how long somebody waited, in milliseconds
	 */
	private record Round(double rate, double slow) {
	}

}
