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

	AccountAuthentication(Accounts accounts, AccountStates states, SignInThrottle throttle) {
		this.accounts = accounts;
		this.states = states;
		this.throttle = throttle;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String id = attempt.getName().strip();
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		this.throttle.check(id, address);
		// before anything else is read: what changes from now on ends this session
		int sessions = this.states.sessions(id);
		String password = new Password(String.valueOf(attempt.getCredentials())).value();
		Account account = this.accounts.authenticate(id, password).orElse(null);
		if (account == null) {
			this.throttle.failed(id, address);
			throw new BadCredentialsException("wrong name or password");
		}
		this.throttle.succeeded(id, address);
		return signedIn(account, sessions);
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
