package se.kulturlots.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import se.kulturlots.core.AppClock;

import static org.assertj.core.api.Assertions.assertThat;
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
		assertOpen("chef", HOME);
		fail(1, HOME);
		assertClosed("Chef", HOME);
		this.clock.setOffset(Duration.ofSeconds(31));
		assertOpen("chef", HOME);
	}

	@Test
	void nobodyLocksSomebodyElseOut() {
		failPatiently(90, ELSEWHERE);
		assertOpen("chef", HOME);
	}

	@Test
	void whoTriesManyAccountsMustWaitWithEachOfThem() {
		failOthers(100);
		assertClosed("account0", HOME);
		assertClosed("account99", HOME);
		this.clock.setOffset(Duration.ofSeconds(31));
		assertOpen("account0", HOME);
	}

	@Test
	void whoHasDoneNothingWrongDoesNotWaitForNeighbours() {
		failOthers(500);
		assertOpen("chef", HOME);
		fail(1, HOME);
		assertClosed("chef", HOME);
		assertOpen("chef", ELSEWHERE);
	}

	@Test
	void aRightPasswordTakesBackWhatItsNameHasCounted() {
		failOthers(99);
		fail(1, HOME);
		assertClosed("account7", HOME);
		this.clock.setOffset(Duration.ofSeconds(31));
		succeed("chef");
		failOnce("another", HOME);
		assertClosed("account7", HOME);
		this.clock.setOffset(Duration.ofSeconds(62));
		assertOpen("account7", HOME);
	}

	@Test
	void theAddressesOfOneIpv6NetworkCountAsOne() {
		for (int number = 0; number < 5; number++) {
			fail(1, "2001:db8:1:2::" + number);
		}
		assertClosed("chef", "2001:db8:1:2:ffff::1");
		assertClosed("chef", "2001:db8:1:3::1");
		assertOpen("chef", "2001:db8:1:102::1");
	}

	@Test
	void theWaitGrowsButEnds() {
		failPatiently(60, HOME);
		assertClosed("chef", HOME);
		this.clock.setOffset(this.clock.offset().plus(Duration.ofMinutes(14)));
		assertClosed("chef", HOME);
		this.clock.setOffset(this.clock.offset().plus(Duration.ofMinutes(2)));
		assertOpen("chef", HOME);
	}

	@Test
	void aRightPasswordStartsAnew() {
		fail(4, HOME);
		succeed("chef");
		fail(4, HOME);
		assertOpen("chef", HOME);
	}

	@Test
	void guessesAtOnceAreNoMoreThanInTurn() {
		fail(2, HOME);
		List<Tries.Try> atOnce = IntStream.range(0, 3)
			.mapToObj((number) -> this.throttle.signIn("chef", HOME))
			.toList();
		assertClosed("chef", HOME);
		assertOpen("other", HOME);
		atOnce.forEach(Tries.Try::close);
		assertOpen("chef", HOME);
	}

	@Test
	void oneNetworkLeavesRoomForOthers() {
		List<Tries.Try> underWay = new ArrayList<>();
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> {
			for (int number = 0; number < 1000; number++) {
				underWay.add(this.throttle.signIn("account" + number, HOME));
			}
		}).satisfies((refused) -> assertThat(refused.seconds()).as("just a moment").isOne());
		assertOpen("chef", ELSEWHERE);
		underWay.forEach(Tries.Try::close);
		assertOpen("chef", HOME);
	}

	@Test
	void halfOfTheMachineStaysForEverythingElse() throws Exception {
		int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		AtomicInteger begun = new AtomicInteger();
		CountDownLatch enough = new CountDownLatch(1);
		List<Thread> guessers = IntStream.range(0, half + 5).mapToObj((number) -> new Thread(() -> {
			this.throttle.inTurn(() -> {
				begun.incrementAndGet();
				await(enough);
				return Optional.empty();
			});
		})).toList();
		guessers.forEach(Thread::start);
		while (!guessers.stream().allMatch((guesser) -> guesser.getState() == Thread.State.WAITING)) {
			Thread.onSpinWait();
		}
		assertThat(begun).hasValue(half);
		enough.countDown();
		for (Thread guesser : guessers) {
			guesser.join();
		}
		assertThat(begun).as("each in its turn").hasValue(half + 5);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void askingForAPasswordHasACounterOfItsOwn() {
		IntStream.range(0, 5).forEach((number) -> ask("chef"));
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> ask("chef"));
		IntStream.range(0, 300).forEach((number) -> ask("account" + number));
		assertThatNoException().isThrownBy(() -> ask("somebody"));
		assertOpen("chef", HOME);
		assertOpen("account0", HOME);
		failOthers(200);
		assertThatNoException().isThrownBy(() -> ask("somebody-else"));
	}

	@Test
	void aNameIsNotKeptWhateverItsLength() {
		String longest = "x".repeat(100_000);
		for (int number = 0; number < 5; number++) {
			failOnce(longest + number, HOME);
		}
		assertThatExceptionOfType(TooManyTries.class).as("only what can be a name is looked at")
			.isThrownBy(() -> this.throttle.signIn(longest + "other", HOME));
	}

	private void ask(String account) {
		this.throttle.ask(account, HOME, () -> {
		});
	}

	private void assertOpen(String account, String address) {
		assertThatNoException().isThrownBy(() -> this.throttle.signIn(account, address).close());
	}

	private void assertClosed(String account, String address) {
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> this.throttle.signIn(account, address));
	}

	private void succeed(String account) {
		try (Tries.Try signIn = this.throttle.signIn(account, HOME)) {
			signIn.succeeded();
		}
	}

	private void fail(int times, String address) {
		for (int number = 0; number < times; number++) {
			failOnce("chef", address);
		}
	}

	/** As often as a patient guesser can. */
	private void failPatiently(int times, String address) {
		for (int number = 0; number < times; number++) {
			failOnce("chef", address);
			if (number >= 4) {
				this.clock.setOffset(this.clock.offset().plus(Duration.ofMinutes(15)));
			}
		}
		failOnce("chef", address);
	}

	private void failOthers(int number) {
		IntStream.range(0, number).forEach((which) -> failOnce("account" + which, HOME));
	}

	private void failOnce(String account, String address) {
		try (Tries.Try signIn = this.throttle.signIn(account, address)) {
			signIn.failed();
		}
	}

}
