package se.kulturlots.identity;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs staff in with name and password; the principal of a session is the
 * {@link Account}.
 */
@Component
public class AccountAuthentication implements AuthenticationProvider {

	private final Accounts accounts;

	private final AccountStates states;

	private final SignInThrottle throttle;

	private final VerifiedPasswords verified;

	AccountAuthentication(Accounts accounts, AccountStates states, SignInThrottle throttle,
			VerifiedPasswords verified) {
		this.accounts = accounts;
		this.states = states;
		this.throttle = throttle;
		this.verified = verified;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String id = attempt.getName().strip();
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		if (id.indexOf('\0') >= 0) {
			// the database cannot even be asked for it
			throw wrong();
		}
		// before anything else is read: what changes from now on ends this session
		int sessions = this.states.sessions(id);
		Password password = new Password(String.valueOf(attempt.getCredentials()));
		return check(id, address, sessions, password).map((account) -> signedIn(account, sessions))
			.orElseThrow(AccountAuthentication::wrong);
	}

	private static BadCredentialsException wrong() {
		return new BadCredentialsException("wrong name or password");
	}

	private Optional<Account> check(String id, String address, int sessions, Password password) {
		String trace = this.verified.trace(id, sessions, password);
		try (Tries.Try signIn = this.throttle.signIn(id, address)) {
			if (!this.verified.contain(trace)) {
				return checkSlowly(id, password, trace, signIn);
			}
			signIn.succeeded();
		}
		return this.accounts.find(id);
	}

	private Optional<Account> checkSlowly(String id, Password password, String trace, Tries.Try signIn) {
		Optional<Account> account = this.throttle.inTurn(() -> this.accounts.authenticate(id, password.value()));
		if (account.isPresent()) {
			this.verified.add(trace);
			signIn.succeeded();
		}
		else {
			signIn.failed();
		}
		return account;
	}

	/**
	 * Signs somebody in whom an identity provider knows.
	 * @param id the name of the account
	 * @return what their session holds, or nothing if they have no account here
	 */
	public Optional<Authentication> vouchedFor(String id) {
		int sessions = this.states.sessions(id);
		return this.accounts.find(id).map((account) -> signedIn(account, sessions));
	}

	private static Authentication signedIn(Account account, int sessions) {
		String[] roles = account.roles().stream().map((role) -> "ROLE_" + role.name()).toArray(String[]::new);
		var signedIn = UsernamePasswordAuthenticationToken.authenticated(account, null,
				AuthorityUtils.createAuthorityList(roles));
		signedIn.setDetails(new SignInMark(sessions));
		return signedIn;
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
