package se.kulturlots.consultation;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmallNumbersTest {

	@Test
	void whatIsNotSmallIsShown() {
		assertThat(SmallNumbers.hidden(List.of(5, 12, 40))).containsExactly(5, 12, 40);
		assertThat(SmallNumbers.hidden(List.of())).isEmpty();
	}

	@Test
	void oneHiddenNumberHidesAnother() {
		assertThat(SmallNumbers.hidden(List.of(12, 3, 40))).containsExactly(null, null, 40);
		assertThat(SmallNumbers.hidden(List.of(0, 0, 7, 40))).containsExactly(null, null, null, 40);
		assertThat(SmallNumbers.hidden(List.of(4, 4, 40))).containsExactly(null, null, 40);
	}

	@Test
	void nothingSmallIsShownAndNothingCanBeWorkedOutFromTheSum() {
		Random random = new Random(7);
		for (int i = 0; i < 5000; i++) {
			List<Integer> numbers = random.ints(random.nextInt(12), 0, 1 + random.nextInt(30)).boxed().toList();
			List<Integer> shown = SmallNumbers.hidden(numbers);
			List<Integer> hidden = IntStream.range(0, numbers.size())
				.filter((place) -> shown.get(place) == null)
				.mapToObj(numbers::get)
				.toList();
			assertThat(shown.stream().filter(Objects::nonNull)).allMatch((number) -> number >= 5);
			int sum = hidden.stream().mapToInt(Integer::intValue).sum();
			if (!hidden.isEmpty() && hidden.size() < numbers.size()) {
				assertThat(hidden.size()).as(numbers + " as " + shown).isGreaterThan(1);
				assertThat(sum).as(numbers + " as " + shown).isGreaterThanOrEqualTo(5);
			}
		}
	}

}
