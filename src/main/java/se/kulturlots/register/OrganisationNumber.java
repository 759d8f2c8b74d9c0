package se.kulturlots.register;

import java.util.Optional;

/**
 * The number of an organisation: Swedish, six and four digits with a Luhn check digit, or
 * a Finnish business id. A Swedish personal identity number, which a sole trader has
 * instead, is none: it does not belong in the register.
 *
 * @param value as it is written: 802102-2945 or 1234567-1
 */
record OrganisationNumber(String value) {

	private static final int[] FINNISH_WEIGHTS = { 7, 9, 10, 5, 8, 4, 2 };

	static Optional<OrganisationNumber> parse(String typed) {
		String compact = typed.replaceAll("[\\s\\p{Z}\\p{Cf}]", "").replaceAll("[\\p{Pd}\\u2212]", "-");
		if (compact.matches("\\d{7}-\\d") && isFinnish(compact)) {
			return Optional.of(new OrganisationNumber(compact));
		}
		String digits = compact.replaceFirst("^(?i)SE(?=\\d)", "").replace("-", "");
		if (digits.matches("16\\d{10}")) {
			digits = digits.substring(2);
		}
		boolean swedish = digits.matches("[2-9]\\d[2-9]\\d{7}") && hasCheckDigit(digits);
		return swedish ? Optional.of(new OrganisationNumber(digits.substring(0, 6) + "-" + digits.substring(6)))
				: Optional.empty();
	}

	static boolean hasCheckDigit(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = (digits.charAt(i) - '0') * ((i % 2 == 0) ? 2 : 1);
			sum += (digit > 9) ? digit - 9 : digit;
		}
		return sum % 10 == 0;
	}

	private static boolean isFinnish(String value) {
		int sum = 0;
		for (int i = 0; i < FINNISH_WEIGHTS.length; i++) {
			sum += FINNISH_WEIGHTS[i] * (value.charAt(i) - '0');
		}
		int rest = sum % 11;
		return rest != 1 && value.charAt(8) - '0' == ((rest == 0) ? 0 : 11 - rest);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
