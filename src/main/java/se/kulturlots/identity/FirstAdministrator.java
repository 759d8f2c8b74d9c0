package se.kulturlots.identity;

import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the account with which an installation begins. Once it exists its password is
 * changed where all passwords are, not here.
 */
@Component
@Profile("production")
@Order(20)
class FirstAdministrator implements ApplicationRunner {

	private final Accounts accounts;

	private final String user;

	private final String password;

	FirstAdministrator(Accounts accounts, @Value("${KULTURLOTS_ADMIN_USER}") String user,
			@Value("${KULTURLOTS_ADMIN_PASSWORD}") String password) {
		this.accounts = accounts;
		this.user = user;
		this.password = password;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.accounts.create(new Account(this.user, this.user, null, null, Set.of(Role.ADMIN)),
				new Password(this.password).chosenFor(this.user).value());
	}

}
