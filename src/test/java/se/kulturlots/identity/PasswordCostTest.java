package se.kulturlots.identity;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordCostTest {

	@Test
	void withoutSettingsItIsWhatOwaspAdvises() {
		PasswordEncoder encoder = encoder(new MockEnvironment());
		String hash = encoder.encode("åtta gröna elefanter");
		assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(encoder.upgradeEncoding(hash)).isFalse();
	}

	@Test
	void allOfALongPasswordCounts() {
		PasswordEncoder encoder = encoder(new MockEnvironment().withProperty("kulturlots.password-cost.memory", "64"));
		String hash = encoder.encode("x".repeat(199) + "y");
		assertThat(encoder.matches("x".repeat(199) + "y", hash)).isTrue();
		assertThat(encoder.matches("x".repeat(200), hash)).isFalse();
		assertThat(encoder(new MockEnvironment()).upgradeEncoding(hash)).as("cheaper than it is to be").isTrue();
	}

	private static PasswordEncoder encoder(MockEnvironment environment) {
		return Binder.get(environment).bindOrCreate("kulturlots.password-cost", PasswordCost.class).encoder();
	}

}
