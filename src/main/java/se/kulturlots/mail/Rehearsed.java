package se.kulturlots.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What has been put in a rehearsal so far. */
final class Rehearsed {

	private static final ThreadLocal<@Nullable Rehearsed> CURRENT = new ThreadLocal<>();

	/** The first of each sort; more are only counted. */
	private final Map<String, Outgoing.Lot> lots = new LinkedHashMap<>();

	/** What all of each sort say, and to whom they go. */
	private final Map<String, MessageDigest> letters = new HashMap<>();

	/** The rehearsal of this thread, or null if what is done is meant. */
	static @Nullable Rehearsed current() {
		return CURRENT.get();
	}

	/** What may have gone by the end of the action goes at once. */
	static Outgoing of(Clock clock, Runnable action) {
		Rehearsed rehearsed = new Rehearsed();
		Rehearsed around = CURRENT.get();
		CURRENT.set(rehearsed);
		try {
			action.run();
		}
		finally {
			CURRENT.set(around);
		}
		return rehearsed.outgoing(clock.instant());
	}

	void put(Mail mail, Supplier<Outgoing.Shown> shown) {
		Outgoing.Lot lot = this.lots.get(mail.kind());
		Outgoing.Lot more = (lot != null && lot.first() != null) ? lot.with(lot.mails() + 1, lot.unreached())
				: new Outgoing.Lot(mail.kind(), 1, (lot != null) ? lot.unreached() : 0, mail.notBefore(), shown.get(),
						List.of(), "");
		this.lots.put(mail.kind(), more.with(mail.letter()));
		read(mail.kind(), mail.recipient().key(), mail.letter());
	}

	private void read(String of, String recipient, Letter letter) {
		MessageDigest read = this.letters.computeIfAbsent(of, (kind) -> sha256());
		read.update(recipient.getBytes(StandardCharsets.UTF_8));
		read.update(letter.subject().getBytes(StandardCharsets.UTF_8));
		letter.parts()
			.stream()
			.map((part) -> (part instanceof Letter.Button button) ? button.label()
					: (part instanceof Letter.Link link) ? link.label().toString() : part.toString())
			.forEach((text) -> read.update(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void unreached(Unreached one) {
		unreached(one.kind(), 1);
		read(one.kind(), one.addressee().toString(), one.letter());
	}

	void unreached(String kind, int number) {
		if (number > 0) {
			Outgoing.Lot lot = this.lots.getOrDefault(kind, new Outgoing.Lot(kind, 0, 0, null, null, List.of(), ""));
			this.lots.put(kind, lot.with(lot.mails(), lot.unreached() + number));
		}
	}

	private Outgoing outgoing(Instant now) {
		return new Outgoing(
				this.lots.values().stream().map((lot) -> lot.seenAt(now).written(letters(lot.kind()))).toList());
	}

	private String letters(String kind) {
		MessageDigest read = this.letters.get(kind);
		return (read != null) ? HexFormat.of().formatHex(read.digest()) : "";
	}

}
