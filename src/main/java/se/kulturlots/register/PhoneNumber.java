package se.kulturlots.register;

import java.util.Optional;
import java.util.Set;

/**
 * A telephone number.
 *
 * @param value with country code, as in E.164: +46701740605
 */
public record PhoneNumber(String value) {

	private static final Set<String> THREE_DIGIT_AREAS = Set.of("010", "011", "013", "016", "018", "019", "020", "021",
			"023", "026", "031", "033", "035", "036", "040", "042", "044", "046", "054", "060", "063", "070", "072",
			"073", "076", "079", "090");

	/**
	 * Reads a number in any of the ways people write them; what stands in brackets is a
	 * comment, unless it is the zero.
	 * @param typed the text
	 * @param country SE or FI, for numbers without country code
	 * @return the number, or nothing if it is none
	 */
	static Optional<PhoneNumber> parse(String typed, String country) {
		String own = "FI".equals(country) ? "358" : "46";
		String first = typed.replace("(0)", "")
			.replaceAll("\\([^)]*\\)?", " ")
			.split("[;,]|\\s/\\s| eller | och ", 2)[0];
		boolean international = first.strip().startsWith("+");
		String digits = first.replaceAll("[^0-9]", "");
		if (digits.startsWith("00")) {
			international = true;
			digits = digits.substring(2);
		}
		else if (!international && digits.startsWith("0")) {
			international = true;
			digits = own + digits.substring(1);
		}
		else if (!international && digits.startsWith(own)) {
			international = digits.length() >= own.length() + 7;
		}
		return (international && digits.matches("[1-9]\\d{7,14}")) ? Optional.of(new PhoneNumber("+" + digits))
				: Optional.empty();
	}

	/**
	 * As people in Sweden write it; numbers of other countries with their code.
	 * @return for example 070-174 06 05
	 */
	public String display() {
		if (!this.value.startsWith("+46")) {
			return this.value;
		}
		String national = "0" + this.value.substring(3);
		int area = national.startsWith("08") ? 2 : (THREE_DIGIT_AREAS.contains(national.substring(0, 3)) ? 3 : 4);
		String rest = national.substring(area);
		StringBuilder grouped = new StringBuilder();
		// groups of two from the right, the first with what is left: 12 34 56, 123 45 67
		int first = (rest.length() == 8) ? 3 : ((rest.length() % 2 == 0) ? 2 : 3);
		grouped.append(rest, 0, Math.min(first, rest.length()));
		int at = first;
		while (at < rest.length()) {
			int end = Math.min((rest.length() == 8 && at == 3) ? at + 3 : at + 2, rest.length());
			grouped.append(' ').append(rest, at, end);
			at = end;
		}
		return national.substring(0, area) + "-" + grouped;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
