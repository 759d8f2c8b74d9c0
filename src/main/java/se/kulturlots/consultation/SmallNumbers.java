package se.kulturlots.consultation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What the public may see of a row of numbers that add up: none below five, and so much
 * hidden besides that nobody can work it out from the sum.
 */
final class SmallNumbers {

	/** The smallest number that is shown. */
	static final int SMALLEST = 5;

	private SmallNumbers() {
	}

	/** Of numbers that do not add up, null for those that are too small. */
	static List<@Nullable Integer> hiddenAlone(List<Integer> numbers) {
		List<@Nullable Integer> shown = new ArrayList<>(numbers);
		shown.replaceAll((number) -> (number != null && number >= SMALLEST) ? number : null);
		return shown;
	}

	/**
	 * The same numbers with null for those that are hidden.
	 */
	static List<@Nullable Integer> hidden(List<Integer> numbers) {
		List<@Nullable Integer> shown = new ArrayList<>(numbers);
		int hidden = 0;
		int sum = 0;
		List<Integer> smallestFirst = IntStream.range(0, numbers.size())
			.boxed()
			.sorted(Comparator.comparing(numbers::get))
			.toList();
		for (int place : smallestFirst) {
			int number = numbers.get(place);
			boolean derived = hidden == 1 || hidden > 0 && sum < SMALLEST;
			if (number >= SMALLEST && !derived) {
				break;
			}
			shown.set(place, null);
			hidden++;
			sum += number;
		}
		return shown;
	}

}
