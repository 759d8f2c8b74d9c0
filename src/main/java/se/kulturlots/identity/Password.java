package se.kulturlots.identity;

import java.text.Normalizer;
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

	private static final int FEWEST_DIFFERENT = 5;

	public Password {
		value = Normalizer.normalize(value, Normalizer.Form.NFC);
	}

	/**
	 * Refuses what is easily guessed.
	 * @param accountId whose password it is to be
	 * @return this password
	 * @throws IdentityProblem if it is too short or too long, has too few different
	 * characters or holds the name of the account
	 */
	public Password chosenFor(String accountId) {
		if (this.value.length() < SHORTEST || this.value.length() > LONGEST) {
			throw IdentityProblem.passwordLength(SHORTEST, LONGEST);
		}
		String name = accountId.toLowerCase(Locale.ROOT).replaceAll("@.*", "");
		if (name.length() >= SHORTEST_NAME && this.value.toLowerCase(Locale.ROOT).contains(name)) {
			throw IdentityProblem.passwordIsName();
		}
		if (this.value.chars().distinct().count() < FEWEST_DIFFERENT) {
			throw IdentityProblem.passwordIsSimple();
		}
		return this;
	}

	@Override
	public String toString() {
		return "Password[secret]";
	}

}
