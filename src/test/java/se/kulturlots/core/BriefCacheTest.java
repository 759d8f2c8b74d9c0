package se.kulturlots.core;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BriefCacheTest {

	private final AtomicLong nanos = new AtomicLong();

	private final AtomicInteger loads = new AtomicInteger();

	private final BriefCache<String, Integer> cache = new BriefCache<>((key) -> this.loads.incrementAndGet(),
			this.nanos::get);

	@Test
	void whatAnotherNodeChangesIsSeenAfterAMinute() {
		assertThat(this.cache.get("a")).isEqualTo(1);
		this.nanos.addAndGet(TimeUnit.SECONDS.toNanos(59));
		assertThat(this.cache.get("a")).isEqualTo(1);
		this.nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
		assertThat(this.cache.get("a")).isEqualTo(2);
	}

	@Test
	void whatIsChangedHereIsSeenAtOnce() {
		assertThat(this.cache.get("a")).isEqualTo(1);
		assertThat(this.cache.get("b")).isEqualTo(2);
		this.cache.forget("a");
		assertThat(this.cache.get("a")).isEqualTo(3);
		assertThat(this.cache.get("b")).isEqualTo(2);
	}

}
