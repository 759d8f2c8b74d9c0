package se.kulturlots.core;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through many rows a lot at a time, so that memory never holds more than one lot
 * however many there are.
 */
public final class Lots {

	/** How many rows are in a lot. */
	public static final int SIZE = 500;

	private static final Id BEFORE_ALL = new Id(new UUID(0, 0));

	private Lots() {
	}

	/**
	 * Goes through all rows by their ids.
	 * @param <T> a row
	 * @param lot reads those after an id, in the order of their ids, at most
	 * {@link #SIZE}
	 * @param id the id of a row
	 * @param work what is done with each lot, which is never empty
	 */
	public static <T> void forEach(Function<Id, List<T>> lot, Function<T, ? extends Id> id, Consumer<List<T>> work) {
		forEach(BEFORE_ALL, lot, id, work);
	}

	/**
	 * Goes through all rows.
	 * @param <T> a row
	 * @param <K> what they are ordered by
	 * @param first a key before all others
	 * @param lot reads those after a key, in the order of their keys, at most
	 * {@link #SIZE}
	 * @param key the key of a row, no two alike
	 * @param work what is done with each lot, which is never empty
	 */
	public static <T, K> void forEach(K first, Function<K, List<T>> lot, Function<T, ? extends K> key,
			Consumer<List<T>> work) {
		K last = first;
		List<T> rows;
		do {
			rows = lot.apply(last);
			if (!rows.isEmpty()) {
				work.accept(rows);
				last = key.apply(rows.get(rows.size() - 1));
			}
		}
		while (rows.size() == SIZE);
	}

}
