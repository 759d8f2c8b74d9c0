package se.kulturlots.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;

/** Moves the application's clock and remembers over a restart how far. */
@Component
@Profile("demo")
class DemoClock {

	private final AppClock clock;

	private final Path file;

	DemoClock(AppClock clock, DataFolder data) throws IOException {
		this.clock = clock;
		this.file = data.clock();
		if (Files.exists(this.file)) {
			clock.setOffset(Duration.parse(Files.readString(this.file).strip()));
		}
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * Moves the clock forward.
	 * @param instant the time to show; an earlier one than now changes nothing
	 */
	void jumpTo(Instant instant) {
		if (!instant.isAfter(now())) {
			return;
		}
		this.clock.jumpTo(instant);
		try {
			Path unfinished = this.file.resolveSibling("clock.part");
			Files.writeString(unfinished, this.clock.offset().toString());
			Files.move(unfinished, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Lets the clock show any time, until the next start.
	 * @param instant the time, null for the real one
	 */
	void set(@Nullable Instant instant) {
		if (instant != null) {
			this.clock.jumpTo(instant);
		}
		else {
			this.clock.setOffset(Duration.ZERO);
		}
	}

}
