package se.kulturlots.core;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A form counts once, in the words it was sent with last. */
@KulturlotsTest
class FormSubmissionsTest {

	@Autowired
	FormSubmissions forms;

	@Autowired
	AppClock clock;

	final UUID form = UUID.randomUUID();

	@Test
	void theSameAgainDoesNothingAndGivesTheSame() {
		Id made = take("Kim", (before) -> id());
		assertThat(take("Kim", (before) -> id())).isEqualTo(made);
		assertThat(this.forms.take("another", FormSubmission.of(this.form, "Kim"), Id::new, (before) -> id()))
			.as("another form with the same id")
			.isNotEqualTo(made);
	}

	@Test
	void otherWordsChangeWhatWasMade() {
		Id made = take("Kim", (before) -> id());
		Id other = id();
		assertThat(take("Kim Exempel", Optional::orElseThrow)).as("the same thing").isEqualTo(made);
		assertThat(take("Kim", (before) -> other)).as("back to the first words, as another thing").isEqualTo(other);
		assertThat(take("Kim", (before) -> id())).isEqualTo(other);
	}

	@Test
	void whatDidNotSucceedIsTriedAgain() {
		Id made = id();
		assertThatIllegalStateException().isThrownBy(() -> take("Kim", (before) -> {
			throw new IllegalStateException("refused");
		}));
		assertThat(take("Kim", (before) -> before.orElse(made))).isEqualTo(made);
	}

	@Test
	void ofManyAtOnceOneDoesTheWork() throws Exception {
		AtomicInteger made = new AtomicInteger();
		AtomicInteger changed = new AtomicInteger();
		List<Callable<Id>> work = Stream.of("Kim", "Kim", "Kim", "Bo", "Bo", "Kim")
			.<Callable<Id>>map((words) -> () -> take(words, (before) -> {
				(before.isEmpty() ? made : changed).incrementAndGet();
				return before.orElseGet(FormSubmissionsTest::id);
			}))
			.toList();
		ExecutorService threads = Executors.newFixedThreadPool(work.size());
		try {
			Future<Id> first = null;
			for (Future<Id> each : threads.invokeAll(work)) {
				first = (first != null) ? first : each;
				assertThat(each.get()).isEqualTo(first.get());
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(made).hasValue(1);
		assertThat(changed.get()).isPositive();
	}

	@Test
	void aFormIsForgottenAfterAMonth() {
		Id made = take("Kim", (before) -> id());
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofDays(31)));
		assertThat(take("Kim", (before) -> before.orElseGet(FormSubmissionsTest::id))).isNotEqualTo(made);
	}

	@Test
	void everyFieldIsPartOfTheDigestAndNoTwoContentsAreWrittenAlike() {
		List<String> digests = Stream.<Object[]>of(new Object[] { "ab", "c" }, new Object[] { "a", "bc" },
				new Object[] { "abc", null }, new Object[] { null, "abc" }, new Object[] { "abc" },
				new Object[] { List.of("abc") }, new Object[] { Map.of("a", "bc") }, new Object[] { Map.of("b", "ac") },
				new Object[] { new Words("abc", null) }, new Object[] { new Words(null, "abc") }, new Object[] { "-" },
				new Object[] { (Object) null }, new Object[] { LocalDate.EPOCH }, new Object[] { new byte[] { 1 } },
				new Object[] { new byte[] { 2 } }, new Object[] { "Aa" }, new Object[] { "BB" })
			.map((fields) -> FormSubmission.of(this.form, fields).digest())
			.toList();
		assertThat(digests).doesNotHaveDuplicates().allSatisfy((digest) -> assertThat(digest).matches("[0-9a-f]{64}"));
		assertThat(FormSubmission.of(this.form, new Words("abc", null)))
			.isEqualTo(FormSubmission.of(this.form, new Words("abc", null)));
	}

	@Test
	void somebodyElseIsWhoHasNeitherNameNorAddressInCommon() {
		assertThat(FormSubmission.isAboutSame("Kim  Exempel", "kim@person.example", "kim exempel", null)).isTrue();
		assertThat(FormSubmission.isAboutSame("Kim", "kim@person.example", "Bo", "Kim@Person.example")).isTrue();
		assertThat(FormSubmission.isAboutSame("Kim", "kim@person.example", "Bo", "bo@person.example")).isFalse();
		assertThat(FormSubmission.isAboutSame(null, null, null, null)).isFalse();
	}

	private static Id id() {
		return new Id(UUID.randomUUID());
	}

	private Id take(String words, Function<Optional<Id>, Id> work) {
		return this.forms.take("test", FormSubmission.of(this.form, words), Id::new, work);
	}

	record Words(String first, String second) {
	}

}
