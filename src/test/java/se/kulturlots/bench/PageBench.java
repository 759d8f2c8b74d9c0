package se.kulturlots.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.core.AppClock;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

/** Pages beside a static file of the same size from the same server, security on. */
@Tag("bench")
@KulturlotsTest
class PageBench {

	private static final int CONNECTIONS = 32;

	private static final int ROUNDS = 5;

	private static final Duration ROUND = Duration.ofSeconds(4);

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Cycle cycle;

	@Autowired
	AppClock clock;

	@LocalServerPort
	int port;

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void publicPages() throws Exception {
		Authority authority = this.authorities.region();
		LocalDate decision = this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(330);
		Consultation consultation = this.cycle.want(authority.id(),
				new Wish("Ny kulturplan", "Vad ska den nya planen handla om?", 2028, 2031, decision), null);
		this.cycle.plan(consultation.id(), this.cycle.propose(authority.id(), decision, true),
				List.of("Vad saknas?", "Hur vill ni samarbeta?"), "Regionen arbetar fram en ny plan.", 0);
		this.cycle.open(consultation.id());
		compare("Front page", "/" + authority.id());
		compare("Consultation page", consultation.path());
	}

	private void compare(String what, String path) throws Exception {
		String file = "/vendor/bench/" + what.toLowerCase().replace(' ', '-') + ".html";
		byte[] page = get(path);
		Path copy = Path.of("target", "test-classes", "static" + file);
		Files.createDirectories(copy.getParent());
		Files.write(copy, page);
		double[] ours = new double[ROUNDS];
		double[] limit = new double[ROUNDS];
		rate(path);
		rate(file);
		for (int i = 0; i < ROUNDS; i++) {
			ours[i] = rate(path);
			limit[i] = rate(file);
		}
		double our = Report.median(ours);
		double best = Report.median(limit);
		Report.line(what + ", " + page.length + " bytes, " + CONNECTIONS + " connections", "%.0f/s".formatted(our),
				"static file of the same size: %.0f/s".formatted(best), our / best, "at least 0.33");
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

	private double rate(String path) throws Exception {
		AtomicLong done = new AtomicLong();
		ExecutorService people = Executors.newFixedThreadPool(CONNECTIONS);
		long begun = System.nanoTime();
		long end = begun + ROUND.toNanos();
		for (int i = 0; i < CONNECTIONS; i++) {
			people.submit(() -> {
				while (System.nanoTime() < end) {
					get(path);
					done.incrementAndGet();
				}
				return null;
			});
		}
		people.shutdown();
		people.awaitTermination(1, TimeUnit.MINUTES);
		return done.get() / ((System.nanoTime() - begun) / 1e9);
	}

}
