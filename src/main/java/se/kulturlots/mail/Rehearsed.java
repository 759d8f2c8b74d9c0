package se.kulturlots.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What has been put in a rehearsal so far. */
final class Rehearsed {

	private static final ThreadLocal<@Nullable Rehearsed> CURRENT = new ThreadLocal<>();

	private final Map<String, List<Mail>> put = new LinkedHashMap<>();

	private final Map<String, Outgoing.Shown> first = new HashMap<>();

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
		this.put.computeIfAbsent(mail.kind(), (kind) -> new ArrayList<>()).add(mail);
		this.first.computeIfAbsent(mail.kind(), (kind) -> shown.get());
	}

	void unreached(String kind, int number) {
		this.unreached.merge(kind, number, Integer::sum);
	}

	private Outgoing outgoing(Instant now) {
		List<Outgoing.Lot> lots = new ArrayList<>();
		this.put.forEach((kind, mails) -> {
			Instant from = mails.get(0).notBefore();
			lots.add(new Outgoing.Lot(kind, mails.size(), this.unreached.getOrDefault(kind, 0),
					(from != null && from.isAfter(now)) ? from : null, Objects.requireNonNull(this.first.get(kind))));
		});
		return new Outgoing(lots);
	}

}
