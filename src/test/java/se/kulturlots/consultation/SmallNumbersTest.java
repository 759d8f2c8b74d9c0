package se.kulturlots.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmallNumbersTest {

	@Test
	void whatIsNotSmallIsShown() {
		assertThat(hidden(List.of(5, 12, 40))).containsExactly(5, 12, 40);
		assertThat(hidden(List.of())).isEmpty();
	}

	@Test
	void oneHiddenNumberHidesAnother() {
		assertThat(hidden(List.of(12, 3, 40))).containsExactly(null, null, 40);
		assertThat(hidden(List.of(0, 0, 7, 40))).containsExactly(null, null, null, 40);
		assertThat(hidden(List.of(4, 4, 40))).containsExactly(null, null, 40);
	}

	@Test
	void nothingSmallIsShownAndNothingCanBeWorkedOutFromTheSum() {
		Random random = new Random(7);
		for (int i = 0; i < 5000; i++) {
			List<Integer> numbers = random.ints(random.nextInt(12), 0, 1 + random.nextInt(30)).boxed().toList();
			List<Integer> shown = hidden(numbers);
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

	@Test
	void whatIsHiddenInOneColumnIsNotWorkedOutFromTheNext() {
		List<Integer> invited = hidden(List.of(1, 12, 30));
		assertThat(invited).containsExactly(null, null, 30);
		assertThat(SmallNumbers.hidden(List.of(0, 12, 8), invited)).as("the second would leave one for the first")
			.containsExactly(null, null, 8);
	}

	/** As whoever reads two columns and their sums would go about it. */
	@Test
	void ofTwoColumnsEachHiddenNumberMayBeMoreThanOne() {
		Random random = new Random(11);
		for (int i = 0; i < 3000; i++) {
			List<Integer> all = random.ints(2 + random.nextInt(4), 1, 16).boxed().toList();
			List<Integer> part = all.stream().map((number) -> random.nextInt(number + 1)).toList();
			List<Integer> shownAll = hidden(all);
			List<Integer> shownPart = SmallNumbers.hidden(part, shownAll);
			if (!shownPart.contains(null) || part.stream().mapToInt(Integer::intValue).sum() < 5) {
				continue;
			}
			int sum = IntStream.range(0, part.size())
				.filter((place) -> shownPart.get(place) == null)
				.map(part::get)
				.sum();
			List<Set<Integer>> possible = possible(shownAll, shownPart, sum);
			boolean anyShown = shownPart.stream().anyMatch(Objects::nonNull);
			if (anyShown) {
				assertThat(possible).as(all + " " + part + " as " + shownAll + " " + shownPart)
					.allSatisfy((values) -> assertThat(values).hasSizeGreaterThan(1));
			}
		}
	}

	/** The values that each hidden number of the part can have. */
	private static List<Set<Integer>> possible(List<Integer> all, List<Integer> part, int sum) {
		List<Integer> most = IntStream.range(0, part.size())
			.filter((place) -> part.get(place) == null)
			.mapToObj((place) -> Objects.requireNonNullElse(all.get(place), sum))
			.toList();
		List<Set<Integer>> values = new ArrayList<>();
		most.forEach((one) -> values.add(new HashSet<>()));
		fill(most, sum, new ArrayList<>(), values);
		return values;
	}

	private static void fill(List<Integer> most, int left, List<Integer> chosen, List<Set<Integer>> values) {
		if (chosen.size() == most.size()) {
			if (left == 0) {
				IntStream.range(0, chosen.size()).forEach((place) -> values.get(place).add(chosen.get(place)));
			}
			return;
		}
		for (int value = 0; value <= Math.min(left, most.get(chosen.size())); value++) {
			chosen.add(value);
			fill(most, left - value, chosen, values);
			chosen.remove(chosen.size() - 1);
		}
	}

	private static List<Integer> hidden(List<Integer> numbers) {
		return SmallNumbers.hidden(numbers, Collections.nCopies(numbers.size(), Integer.MAX_VALUE));
	}

	@Test
	void whoeverKnowsHowManyOrganisationsThereAreCannotCountThePersons() {
		assertThat(SmallNumbers.hiddenWithRest(List.of(9, 7, 20), List.of(9, 2, 14))).as("the nine give nobody away")
			.containsExactly(null, null, 20);
		assertThat(SmallNumbers.hiddenWithRest(List.of(7, 8, 20), List.of(1, 2, 14)))
			.as("three persons are left of the sum")
			.containsOnlyNulls();
		assertThat(SmallNumbers.hiddenWithRest(List.of(7, 20), List.of(0, 20))).containsExactly(7, 20);
	}

}
