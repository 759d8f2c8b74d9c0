package se.kulturlots.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What has been put in a rehearsal so far. */
final class Rehearsed {

	private static final ThreadLocal<@Nullable Rehearsed> CURRENT = new ThreadLocal<>();

	/** The first of each sort; more are only counted. */
	private final Map<String, Outgoing.Lot> lots = new LinkedHashMap<>();

	private final Map<String, Integer> unreached = new HashMap<>();

	/** The rehearsal of this thread, or null if what is done is meant. */
	static @Nullable Rehearsed current() {
		return CURRENT.get();
	}

	static Outgoing of(Instant now, Runnable action) {
		Rehearsed rehearsed = new Rehearsed();
		Rehearsed around = CURRENT.get();
		CURRENT.set(rehearsed);
		try {
			action.run();
		}
		finally {
			CURRENT.set(around);
		}
		return rehearsed.outgoing(now);
	}

	void put(Mail mail, Supplier<Outgoing.Shown> shown) {
		Outgoing.Lot lot = this.lots.get(mail.kind());
		this.lots.put(mail.kind(),
				(lot != null) ? lot.oneMore() : new Outgoing.Lot(mail.kind(), 1, 0, mail.notBefore(), shown.get()));
	}

	void unreached(String kind, int number) {
		this.unreached.merge(kind, number, Integer::sum);
	}

	private Outgoing outgoing(Instant now) {
		return new Outgoing(this.lots.values()
			.stream()
			.map((lot) -> new Outgoing.Lot(lot.kind(), lot.mails(), this.unreached.getOrDefault(lot.kind(), 0),
					(lot.from() != null && lot.from().isAfter(now)) ? lot.from() : null, lot.first()))
			.toList());
	}

}
