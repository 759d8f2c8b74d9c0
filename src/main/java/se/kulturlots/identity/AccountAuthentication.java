package se.kulturlots.identity;

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

	private final SignInThrottle throttle;

	AccountAuthentication(Accounts accounts, SignInThrottle throttle) {
		this.accounts = accounts;
		this.throttle = throttle;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String id = attempt.getName().strip();
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		this.throttle.check(id, address);
		Account account = this.accounts.authenticate(id, String.valueOf(attempt.getCredentials())).orElse(null);
		if (account == null) {
			this.throttle.failed(id, address);
			throw new BadCredentialsException("wrong name or password");
		}
		this.throttle.succeeded(id, address);
		return signedIn(account);
	}

	/**
	 * What a session holds of somebody who is signed in.
	 * @param account who
	 * @return their account and roles
	 */
	public static Authentication signedIn(Account account) {
		String[] roles = account.roles().stream().map((role) -> "ROLE_" + role.name()).toArray(String[]::new);
		return UsernamePasswordAuthenticationToken.authenticated(account, null,
				AuthorityUtils.createAuthorityList(roles));
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
