package se.kulturlots.core;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address that is safe to put in a header: one local part, one domain with a dot,
 * no spaces, no control characters, at most 254 characters (RFC 5321, 4.5.3.1).
 *
 * @param value the address, domain in lower case
 */
public record EmailAddress(String value) {

	private static final Pattern SHAPE = Pattern.compile(
			"[A-Za-z0-9!#$%&'*+/=?^_`{|}~åäöÅÄÖéÉüÜ.-]{1,64}@([A-Za-z0-9åäöÅÄÖéÉüÜ-]{1,63}\\.)+[A-Za-z0-9-]{2,63}");

	public EmailAddress {
		if (!isValid(value)) {
			throw new IllegalArgumentException("not a mail address");
		}
		int at = value.lastIndexOf('@');
		value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads what a person typed.
	 * @param typed the text, spaces around it ignored
	 * @return the address, or nothing if it is none
	 */
	public static Optional<EmailAddress> parse(String typed) {
		String trimmed = typed.strip();
		return isValid(trimmed) ? Optional.of(new EmailAddress(trimmed)) : Optional.empty();
	}

	private static boolean isValid(String value) {
		return value.length() <= 254 && SHAPE.matcher(value).matches() && !value.contains("..")
				&& !value.startsWith(".") && !value.contains(".@") && isDomain(value.substring(value.indexOf('@') + 1));
	}

	/** Some letters take so many more in a mail that the name becomes too long. */
	private static boolean isDomain(String domain) {
		try {
			return !IDN.toASCII(domain).isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
