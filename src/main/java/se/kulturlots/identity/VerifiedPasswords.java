package se.kulturlots.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Remembers for a short time that a password was right, for callers that send it with
 * each request: checking it takes long. What is kept cannot be read without this
 * process's key, and no longer counts once the sessions of the account have been ended.
 */
@Component
class VerifiedPasswords {

	private static final String HMAC = "HmacSHA256";

	private static final int MOST = 1000;

	private static final Duration KEPT = Duration.ofMinutes(10);

	private final Cache<String, Boolean> right = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

	private final SecretKeySpec key;

	VerifiedPasswords() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.key = new SecretKeySpec(random, HMAC);
	}

	/**
	 * What stands for a password of an account.
	 * @param account the name that was typed
	 * @param sessions the number of its sessions
	 * @param password what was typed
	 * @return another one for whatever differs
	 */
	String trace(String account, int sessions, Password password) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			String all = account.length() + " " + account + " " + sessions + " " + password.value();
			return Base64.getEncoder().encodeToString(mac.doFinal(all.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean contain(String trace) {
		return this.right.getIfPresent(trace) != null;
	}

	void add(String trace) {
		this.right.put(trace, true);
	}

}
