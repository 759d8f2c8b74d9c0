package se.kulturlots.identity;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import se.kulturlots.core.AppClock;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SignInThrottleTest {

	private static final String HOME = "192.0.2.1";

	private static final String ELSEWHERE = "192.0.2.2";

	private final AppClock clock = new AppClock();

	private final SignInThrottle throttle = new SignInThrottle(this.clock);

	@Test
	void fiveWrongPasswordsMakeSomebodyWait() {
		fail(4, HOME);
		assertThatNoException().isThrownBy(() -> this.throttle.check("chef", HOME));
		fail(1, HOME);
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> this.throttle.check("Chef", HOME));
		this.clock.setOffset(Duration.ofSeconds(31));
		assertThatNoException().isThrownBy(() -> this.throttle.check("chef", HOME));
	}

	@Test
	void nobodyLocksSomebodyElseOut() {
		fail(90, ELSEWHERE);
		assertThatNoException().isThrownBy(() -> this.throttle.check("chef", HOME));
	}

	@Test
	void whoTriesManyAccountsMustWaitToo() {
		for (int number = 0; number < 100; number++) {
			this.throttle.failed("account" + number, HOME);
		}
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> this.throttle.check("another", HOME));
	}

	@Test
	void theAddressesOfOneIpv6NetworkCountAsOne() {
		for (int number = 0; number < 5; number++) {
			fail(1, "2001:db8:1:2::" + number);
		}
		assertThatExceptionOfType(TooManyTries.class)
			.isThrownBy(() -> this.throttle.check("chef", "2001:db8:1:2:ffff::1"));
		assertThatNoException().isThrownBy(() -> this.throttle.check("chef", "2001:db8:1:3::1"));
	}

	@Test
	void theWaitGrowsButEnds() {
		fail(60, HOME);
		this.clock.setOffset(Duration.ofMinutes(16));
		assertThatNoException().isThrownBy(() -> this.throttle.check("chef", HOME));
	}

	@Test
	void aRightPasswordStartsAnew() {
		fail(4, HOME);
		this.throttle.succeeded("chef", HOME);
		fail(4, HOME);
		assertThatNoException().isThrownBy(() -> this.throttle.check("chef", HOME));
	}

	private void fail(int times, String address) {
		for (int number = 0; number < times; number++) {
			this.throttle.failed("chef", address);
		}
	}

}
