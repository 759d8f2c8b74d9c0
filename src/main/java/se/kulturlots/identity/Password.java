package se.kulturlots.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A password as somebody typed it. Spaces count, also at its ends; letters are composed,
 * so that it is the same from every keyboard. Long rather than complicated (NIST SP
 * 800-63B, 5.1.1.2).
 *
 * @param value what is compared
 */
public record Password(String value) {

	/** The shortest that may be chosen. */
	public static final int SHORTEST = 12;

	private static final int LONGEST = 200;

	private static final int SHORTEST_NAME = 3;

	public Password {
		value = Normalizer.normalize(value, Normalizer.Form.NFC);
	}

	/**
	 * Refuses what is easily guessed.
	 * @param accountId whose password it is to be
	 * @param about other names that a guesser would try, such as the person's
	 * @return this password
	 * @throws IdentityProblem if it is too short or too long, holds the name of the
	 * account, or consists of little else than what everybody tries
	 */
	public Password chosenFor(String accountId, String... about) {
		int length = this.value.codePointCount(0, this.value.length());
		if (length < SHORTEST || length > LONGEST) {
			throw IdentityProblem.passwordLength(SHORTEST, LONGEST);
		}
		String name = accountId.toLowerCase(Locale.ROOT).replaceAll("@.*", "");
		if (name.length() >= SHORTEST_NAME && this.value.toLowerCase(Locale.ROOT).contains(name)) {
			throw IdentityProblem.passwordIsName();
		}
		if (EasyPasswords.contain(this.value, List.of(about))) {
			throw IdentityProblem.passwordIsSimple();
		}
		return this;
	}

	/**
	 * Whether it may be chosen.
	 * @param accountId whose password it is to be
	 * @param about other names that a guesser would try
	 * @return false if {@link #chosenFor} refuses it
	 */
	public boolean mayBeChosenFor(String accountId, String... about) {
		try {
			chosenFor(accountId, about);
			return true;
		}
		catch (IdentityProblem easilyGuessed) {
			return false;
		}
	}

	@Override
	public String toString() {
		return "Password[secret]";
	}

}
