package se.kulturlots.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are hashed: Argon2, which needs memory as well as time and takes
 * passwords of any length, where bcrypt reads 72 bytes.
 */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

	@Bean
	PasswordEncoder passwordEncoder(PasswordCost cost) {
		return cost.encoder();
	}

}
