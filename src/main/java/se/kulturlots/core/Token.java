package se.kulturlots.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An unguessable token of 256 random bits for a personal link. Only its hash is stored.
 *
 * @param value the token as it stands in the link
 */
public record Token(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * A new token.
	 * @return never the same twice
	 */
	public static Token fresh() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * What is stored: SHA-256 in hexadecimal; enough, since the token is random and long.
	 * @return 64 characters
	 */
	public String hash() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Token[secret]";
	}

}
