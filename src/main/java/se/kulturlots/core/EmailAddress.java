package se.kulturlots.core;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail address that is safe to put in a header and that any mail server can deliver to:
 * one local part of ASCII (other letters need SMTPUTF8, RFC 6531), one domain with a dot,
 * no spaces, no control characters, at most 254 characters (RFC 5321, 4.5.3.1).
 *
 * @param value the address as it was written; the domain in small letters, its labels in
 * Unicode also where they were written in punycode
 */
public record EmailAddress(String value) {

	private static final int LONGEST = 254;

	private static final Pattern LOCAL = Pattern
		.compile("(?!\\.)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

	private static final int LONGEST_LOCAL = 64;

	private static final Pattern DOMAIN = Pattern.compile("([\\p{L}\\p{M}\\p{N}-]+\\.)+[\\p{L}\\p{M}\\p{N}-]{2,}");

	/** RFC 1123, 2.1; the same in Unicode and in a mail. */
	private static final Pattern PLAIN_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private static final String PUNYCODE = "xn--";

	public EmailAddress {
		value = canonical(value).orElseThrow(() -> new IllegalArgumentException("not a mail address"));
	}

	/**
	 * Reads what a person typed.
	 * @param typed the text; spaces around it and characters that nobody sees are left
	 * out
	 * @return the address, or nothing if no mail could be delivered to it
	 */
	public static Optional<EmailAddress> parse(String typed) {
		return canonical(PlainText.line(typed)).map(EmailAddress::new);
	}

	/**
	 * What two ways of writing one address have in common.
	 * @return small letters
	 */
	public String key() {
		return this.value.toLowerCase(Locale.ROOT);
	}

	private static Optional<String> canonical(String address) {
		int at = address.lastIndexOf('@');
		if (at < 1 || at > LONGEST_LOCAL || address.length() > LONGEST
				|| !LOCAL.matcher(address.substring(0, at)).matches()) {
			return Optional.empty();
		}
		return domain(address.substring(at + 1)).filter((domain) -> at + 1 + IDN.toASCII(domain).length() <= LONGEST)
			.map((domain) -> address.substring(0, at + 1) + domain);
	}

	private static Optional<String> domain(String written) {
		if (!DOMAIN.matcher(written).matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(Arrays.stream(written.toLowerCase(Locale.ROOT).split("\\."))
				.map(EmailAddress::label)
				.collect(Collectors.joining(".")));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Some letters take so many more in a mail that the label becomes too long. */
	private static String label(String written) {
		if (PLAIN_LABEL.matcher(written).matches() && !written.startsWith(PUNYCODE)) {
			return written;
		}
		String label = IDN.toUnicode(IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES));
		if (!written.startsWith(PUNYCODE) && !written.equals(label)) {
			// a letter that IDNA 2003 takes for another: the mail would go to somebody
			// else
			throw new IllegalArgumentException("another domain");
		}
		return label;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
