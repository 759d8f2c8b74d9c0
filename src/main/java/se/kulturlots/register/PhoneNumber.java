package se.kulturlots.register;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A telephone number.
 *
 * @param value with country code, as in E.164: +46701740605
 */
public record PhoneNumber(String value) {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private static final Pattern PLAIN = Pattern.compile("[+]?[0-9 ()/.\\-]+");

	// as a spreadsheet shows a number that is too wide for its column
	private static final Pattern EXPONENT = Pattern.compile("([1-9])[.,]([0-9]+)[eE][+]?([0-9]{1,2})");

	// digits with letters among them are no number, not even a part of one
	private static final Pattern MISTYPED = Pattern.compile("\\d[oOlI]\\b|\\b[oOlI]\\d");

	// a slash within a number stands alone
	private static final Pattern ANOTHER = Pattern.compile("[;,]|\\s/\\s");

	private static final int MOST_TRIES = 20;

	private static final int SHORTEST_UNLISTED = 8;

	private static final int LONGEST_UNLISTED = 10;

	/**
	 * A number as people write it.
	 * @param typed in any of the ways people write them
	 * @return as it was typed if it is none
	 */
	public static String shown(String typed) {
		return parse(typed, "SE").map(PhoneNumber::display).orElse(typed);
	}

	/**
	 * Reads a number in any of the ways people write them. What stands after it, as
	 * another number, hours or a name, is left out; what may be another number is none.
	 * @param typed the text
	 * @param country SE or FI, for numbers without country code
	 * @return the number, or nothing if it is none
	 */
	static Optional<PhoneNumber> parse(String typed, String country) {
		Matcher exponent = EXPONENT.matcher(typed.strip());
		if (exponent.matches()) {
			boolean whole = exponent.group(2).length() == Integer.parseInt(exponent.group(3));
			return whole ? plain(new BigDecimal(typed.strip().replace(',', '.')).toPlainString(), country)
					: Optional.empty();
		}
		String one = ANOTHER.split(typed, 2)[0];
		if (MISTYPED.matcher(one).find()) {
			return Optional.empty();
		}
		String text = one.replace("(0)", "").replace('/', ' ').replace('\u2013', '-').replace('\u2212', '-');
		if (PLAIN.matcher(one).matches()) {
			Optional<PhoneNumber> plain = plain(text, country);
			if (plain.isPresent()) {
				return plain;
			}
		}
		Iterator<PhoneNumberMatch> found = NUMBERS.findNumbers(text, country, Leniency.VALID, MOST_TRIES).iterator();
		return found.hasNext() ? Optional.of(of(found.next().number())) : Optional.empty();
	}

	private static Optional<PhoneNumber> plain(String text, String country) {
		String digits = text.replaceAll("[^0-9+]", "");
		String own = "+" + NUMBERS.getCountryCodeForRegion(country);
		Optional<PhoneNumber> number = valid(digits, country);
		// the country's code without the plus before it
		return (number.isPresent() || !("+" + digits).startsWith(own)) ? number : valid("+" + digits, country);
	}

	private static Optional<PhoneNumber> valid(String digits, String country) {
		try {
			Phonenumber.PhoneNumber number = NUMBERS.parse(digits, country);
			// a series that is newer than the list of those in use
			int length = NUMBERS.getNationalSignificantNumber(number).length();
			boolean written = (digits.startsWith("0") || digits.startsWith("+")) && NUMBERS.isPossibleNumber(number)
					&& length >= SHORTEST_UNLISTED && length <= LONGEST_UNLISTED;
			return (written || NUMBERS.isValidNumber(number)) ? Optional.of(of(number)) : Optional.empty();
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

	private static PhoneNumber of(Phonenumber.PhoneNumber number) {
		number.clearExtension();
		return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
	}

	/**
	 * As people of the number's country write it at home; Swedish numbers as here, others
	 * with their code.
	 * @return for example 070-174 06 05
	 */
	public String display() {
		try {
			Phonenumber.PhoneNumber number = NUMBERS.parse(this.value, null);
			if (!NUMBERS.isValidNumber(number)) {
				return this.value.startsWith("+46") ? "0" + this.value.substring(3) : this.value;
			}
			return NUMBERS.format(number,
					this.value.startsWith("+46") ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return this.value;
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
