package se.kulturlots.register;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the identity numbers of persons, Swedish and Finnish ones, which have no place in
 * the register: sole traders have one instead of an organisation's number, and people
 * write them in all sorts of fields.
 */
final class PersonalNumber {

	private static final Pattern WRITTEN_OUT = Pattern.compile(
			"(?<![\\p{Alnum}-])(?:(?:18|19|20)?\\d{6} ?[-+\u2212\u2013] ?\\d{4}|(?:18|19|20)\\d{6} ?\\d{4})(?!\\p{Alnum})"
					+ "|(?<!\\p{Alnum})\\d{6}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y](?!\\p{Alnum})");

	private static final Pattern SHORT = Pattern.compile("(?<![\\p{Alnum}+-])\\d{6} ?\\d{4}(?![\\p{Alnum}-])");

	private static final String FINNISH_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

	private PersonalNumber() {
	}

	/** Whether there is one, in a text that is no telephone number. */
	static boolean isIn(String text) {
		return hasDigits(text) && (found(WRITTEN_OUT, text) || found(SHORT, text));
	}

	/**
	 * Whether there is one in a telephone number: ten digits alone may well be one.
	 */
	static boolean isInPhone(String text) {
		return hasDigits(text) && found(WRITTEN_OUT, text);
	}

	/** The text without them. */
	static String without(String text) {
		return removed(SHORT, removed(WRITTEN_OUT, text));
	}

	private static boolean hasDigits(String text) {
		int digits = 0;
		for (int i = 0; i < text.length(); i++) {
			if (Character.isDigit(text.charAt(i)) && ++digits >= 9) {
				return true;
			}
		}
		return false;
	}

	private static boolean found(Pattern pattern, String text) {
		return pattern.matcher(text).results().anyMatch((found) -> isOne(found.group()));
	}

	private static String removed(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.replaceAll((found) -> isOne(found.group()) ? " " : Matcher.quoteReplacement(found.group()))
			.strip();
	}

	private static boolean isOne(String written) {
		return isSwedish(written) || isFinnish(written);
	}

	private static boolean isSwedish(String written) {
		String all = written.replaceAll("\\D", "");
		if (all.length() != 10 && all.length() != 12) {
			return false;
		}
		String digits = all.substring(all.length() - 10);
		int month = Integer.parseInt(digits.substring(2, 4));
		int day = Integer.parseInt(digits.substring(4, 6));
		// those who are not registered as residents have 60 added to the day
		return month >= 1 && month <= 12 && day >= 1 && day <= 91 && (day <= 31 || day >= 61)
				&& OrganisationNumber.hasCheckDigit(digits);
	}

	private static boolean isFinnish(String written) {
		if (written.length() != 11 || !written.matches("\\d{6}.\\d{3}.")) {
			return false;
		}
		int day = Integer.parseInt(written.substring(0, 2));
		int month = Integer.parseInt(written.substring(2, 4));
		int number = Integer.parseInt(written.substring(0, 6) + written.substring(7, 10));
		return day >= 1 && day <= 31 && month >= 1 && month <= 12
				&& FINNISH_CHECKS.charAt(number % FINNISH_CHECKS.length()) == written.charAt(10);
	}

}
