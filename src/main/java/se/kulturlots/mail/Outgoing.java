package se.kulturlots.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What would go out: one lot for each sort of mail, in the order in which they are put.
 * Two are alike if the same people get the same letters at the same time.
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

	/**
	 * A word for what goes to whom and when: another one as soon as something of it is
	 * another. Where links lead is left out, since personal ones are new each time.
	 */
	public String version() {
		return this.lots.size() + ":"
				+ this.lots.stream()
					.map((lot) -> String.join(" ", lot.kind(), String.valueOf(lot.mails()),
							String.valueOf(lot.unreached()), String.valueOf(lot.from()), lot.letters()))
					.collect(Collectors.joining(";"));
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
	 * @param mixed how many are not in their reader's language alone
	 * @param letters a word for all of them and to whom they go
	 */
	public record Lot(String kind, int mails, int unreached, @Nullable Instant from, @Nullable Shown first,
			List<Mixed> mixed, String letters) {

		Lot with(int mails, int unreached) {
			return new Lot(this.kind, mails, unreached, this.from, this.first, this.mixed, this.letters);
		}

		Lot written(String letters) {
			return new Lot(this.kind, this.mails, this.unreached, this.from, this.first, this.mixed, letters);
		}

		/** With a letter that is partly in another language than its reader's. */
		Lot with(Letter letter) {
			String alsoIn = letter.alsoIn();
			if (alsoIn == null) {
				return this;
			}
			Map<Locale, Mixed> all = new LinkedHashMap<>();
			this.mixed.forEach((each) -> all.put(each.reader(), each));
			all.merge(letter.locale(), new Mixed(letter.locale(), alsoIn, 1),
					(before, one) -> new Mixed(before.reader(), before.alsoIn(), before.mails() + 1));
			return new Lot(this.kind, this.mails, this.unreached, this.from, this.first, List.copyOf(all.values()),
					this.letters);
		}

		/** What may have gone already goes at once. */
		Lot seenAt(Instant now) {
			return (this.from == null || this.from.isAfter(now)) ? this
					: new Lot(this.kind, this.mails, this.unreached, null, this.first, this.mixed, this.letters);
		}

	}

	/**
	 * Letters to readers of a language in which an officer has not written all that they
	 * say.
	 *
	 * @param reader the language of the readers
	 * @param alsoIn the tag of the language of the rest
	 * @param mails how many
	 */
	public record Mixed(Locale reader, String alsoIn, int mails) {
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
