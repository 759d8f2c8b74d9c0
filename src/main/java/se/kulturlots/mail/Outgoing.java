package se.kulturlots.mail;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What would go out: one lot for each sort of mail, in the order in which they are put.
 *
 * @param lots each for somebody
 */
public record Outgoing(List<Lot> lots) {

	/** Nothing. */
	public static final Outgoing NOTHING = new Outgoing(List.of());

	public Outgoing {
		lots = List.copyOf(lots);
	}

	/**
	 * Whether whoever causes it is to see it and be asked first.
	 * @return true if there is a mail for several, whether it reaches them or not
	 */
	public boolean asks() {
		return this.lots.stream().anyMatch((lot) -> lot.mails() + lot.unreached() > 1);
	}

	/** How many mails there are in all lots. */
	public int mails() {
		return this.lots.stream().mapToInt(Lot::mails).sum();
	}

	/**
	 * Mails of one sort.
	 *
	 * @param kind what sort of mail
	 * @param mails how many
	 * @param unreached how many more it is for, who have no address
	 * @param from when they may go, or null for at once
	 * @param first the first of them, null if there is none
	 */
	public record Lot(String kind, int mails, int unreached, @Nullable Instant from, @Nullable Shown first) {

		Lot with(int mails, int unreached) {
			return new Lot(this.kind, mails, unreached, this.from, this.first);
		}

		/** What may have gone already goes at once. */
		Lot seenAt(Instant now) {
			return (this.from == null || this.from.isAfter(now)) ? this
					: new Lot(this.kind, this.mails, this.unreached, null, this.first);
		}

	}

	/**
	 * A letter as it will be.
	 *
	 * @param recipient to whom
	 * @param letter what it says
	 * @param frame what stands around it
	 */
	public record Shown(String recipient, Letter letter, LetterFrame frame) {
	}

}
