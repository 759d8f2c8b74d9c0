package se.kulturlots.register;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a website that is safe to link to.
 *
 * @param value beginning with https:// or http://
 */
record Website(String value) {

	private static final Pattern SHAPE = Pattern
		.compile("https?://([\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]*\\p{L}(:\\d{1,5})?([/?#][^\\s\\p{Cc}\"'<>\\\\`]*)?");

	static Optional<Website> parse(String typed) {
		String address = typed.strip();
		String full = address.matches("(?i)https?://.*") ? address : "https://" + address;
		boolean valid = full.length() <= 200 && SHAPE.matcher(full).matches();
		return valid ? Optional.of(new Website(full)) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
