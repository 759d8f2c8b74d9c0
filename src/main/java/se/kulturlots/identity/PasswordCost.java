package se.kulturlots.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * What hashing a password costs, with Argon2id. The defaults are OWASP's (Password
 * Storage Cheat Sheet: 19 MiB, two iterations, one lane).
 *
 * @param memory how much memory, in KiB
 * @param iterations how often it is gone through
 */
@ConfigurationProperties("kulturlots.password-cost")
record PasswordCost(@DefaultValue("19456") int memory, @DefaultValue("2") int iterations) {

	private static final int SALT = 16;

	private static final int HASH = 32;

	PasswordEncoder encoder() {
		return new Argon2PasswordEncoder(SALT, HASH, 1, this.memory, this.iterations);
	}

}
