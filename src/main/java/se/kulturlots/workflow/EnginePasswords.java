package se.kulturlots.workflow;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.camunda.bpm.engine.impl.digest.DatabasePrefixHandler;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Token;

/**
 * Hashes the passwords that the engine keeps. Those from before it did so are checked as
 * the engine does, and are outdated.
 */
@Component
class EnginePasswords implements PasswordEncryptor {

	private static final String NAME = "argon2";

	private final DatabasePrefixHandler prefixes = new DatabasePrefixHandler();

	private final PasswordManager all = new PasswordManager(this, List.of());

	private final PasswordEncoder encoder;

	/**
	 * Of no account; it costs as much to check as those of accounts. Made beside the
	 * start.
	 */
	private final CompletableFuture<String> nobodys;

	EnginePasswords(PasswordEncoder encoder) {
		this.encoder = encoder;
		this.nobodys = CompletableFuture.supplyAsync(() -> encoder.encode(Token.fresh().value()));
	}

	@Override
	public String encrypt(String password) {
		return this.encoder.encode(password);
	}

	@Override
	public boolean check(String password, String encrypted) {
		return this.encoder.matches(password, encrypted);
	}

	@Override
	public String hashAlgorithmName() {
		return NAME;
	}

	/**
	 * Whether a password is somebody's. It makes the same work whoever it is, so that the
	 * time it takes tells nobody whether they exist.
	 * @param password what was typed
	 * @param user whose it would be, null for somebody unknown
	 */
	boolean isRight(String password, @Nullable UserEntity user) {
		if (user == null || user.getPassword() == null) {
			check(password, this.nobodys.join());
			return false;
		}
		String salted = EncryptionUtil.saltPassword(password, user.getSalt());
		if (!isOurs(user)) {
			check(salted, this.nobodys.join());
		}
		return this.all.check(salted, user.getPassword());
	}

	/** Whether somebody's password is to be hashed anew at the next occasion. */
	boolean isOutdated(UserEntity user) {
		return !isOurs(user) || this.encoder.upgradeEncoding(this.prefixes.removePrefix(user.getPassword()));
	}

	private boolean isOurs(UserEntity user) {
		return NAME.equals(this.prefixes.retrieveAlgorithmName(user.getPassword()));
	}

}
