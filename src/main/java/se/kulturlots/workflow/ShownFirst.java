package se.kulturlots.workflow;

import java.util.function.Supplier;

/**
 * Whether whoever answers a task is shown first what the answer mails to many, as our own
 * page of the task does. Tasklist cannot.
 */
final class ShownFirst {

	private static final ThreadLocal<Boolean> SHOWN = ThreadLocal.withInitial(() -> false);

	private ShownFirst() {
	}

	static boolean holds() {
		return SHOWN.get();
	}

	static <T> T during(Supplier<T> action) {
		boolean before = SHOWN.get();
		SHOWN.set(true);
		try {
			return action.get();
		}
		finally {
			SHOWN.set(before);
		}
	}

}
