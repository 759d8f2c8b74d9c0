package se.kulturlots.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
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
	 * Numbers that add up to one that may be known, with null for those that are hidden.
	 * @param rest what is left of each for those who know its other part from elsewhere;
	 * a few of these are hidden too
	 */
	public static List<@Nullable Integer> hiddenWithRest(List<Integer> numbers, List<Integer> rest) {
		return hidden(numbers, Collections.nCopies(numbers.size(), Integer.MAX_VALUE), rest);
	}

	/**
	 * The same numbers with null for those that are hidden.
	 * @param whole what each is a part of, as it is shown; where that is hidden the
	 * number is hidden too, as it would say how large the whole is at least
	 */
	static List<@Nullable Integer> hidden(List<Integer> numbers, List<@Nullable Integer> whole) {
		return hidden(numbers, whole, Collections.nCopies(numbers.size(), 0));
	}

	private static List<@Nullable Integer> hidden(List<Integer> numbers, List<@Nullable Integer> whole,
			List<Integer> rest) {
		IntPredicate secret = (place) -> numbers.get(place) < SMALLEST || whole.get(place) == null
				|| isFew(rest.get(place));
		List<@Nullable Integer> shown = new ArrayList<>(numbers);
		int hidden = 0;
		int sum = 0;
		int restOfHidden = 0;
		List<Integer> firstToHide = IntStream.range(0, numbers.size())
			.boxed()
			.sorted(Comparator.comparing((Integer place) -> !secret.test(place)).thenComparing(numbers::get))
			.toList();
		for (int place : firstToHide) {
			int number = numbers.get(place);
			boolean derived = hidden == 1 || hidden > 0 && (sum < SMALLEST || isFew(restOfHidden));
			if (!secret.test(place) && !derived) {
				break;
			}
			shown.set(place, null);
			hidden++;
			sum += number;
			restOfHidden += rest.get(place);
		}
		return shown;
	}

	private static boolean isFew(int number) {
		return number > 0 && number < SMALLEST;
	}

}
