package se.kulturlots.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What the public may see of a row of numbers that add up: none below five, and so much
 * hidden besides that nobody can work it out from the sum.
 */
public final class SmallNumbers {

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
	 * Numbers that add up to one that may be known, with null for those that are hidden.
	 */
	public static List<@Nullable Integer> hidden(List<Integer> numbers) {
		return hidden(numbers, Collections.nCopies(numbers.size(), Integer.MAX_VALUE));
	}

	/**
	 * The same numbers with null for those that are hidden.
	 * @param whole what each is a part of, as it is shown; where that is hidden the
	 * number is hidden too, as it would say how large the whole is at least
	 */
	static List<@Nullable Integer> hidden(List<Integer> numbers, List<@Nullable Integer> whole) {
		List<@Nullable Integer> shown = new ArrayList<>(numbers);
		int hidden = 0;
		int sum = 0;
		List<Integer> firstToHide = IntStream.range(0, numbers.size())
			.boxed()
			.sorted(Comparator.comparing((Integer place) -> whole.get(place) != null).thenComparing(numbers::get))
			.toList();
		for (int place : firstToHide) {
			int number = numbers.get(place);
			boolean derived = hidden == 1 || hidden > 0 && sum < SMALLEST;
			if (number >= SMALLEST && whole.get(place) != null && !derived) {
				break;
			}
			shown.set(place, null);
			hidden++;
			sum += number;
		}
		return shown;
	}

}
