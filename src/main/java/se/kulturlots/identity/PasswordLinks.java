package se.kulturlots.identity;

import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Token;

/**
 * Links with which staff set their password: only their hashes are stored, they end, and
 * setting a password ends all links to the account.
 */
@Component
public class PasswordLinks {

	private static final Duration KEPT = Duration.ofDays(90);

	private final JdbcClient jdbc;

	private final AppClock clock;

	PasswordLinks(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A new link.
	 * @param accountId whose password it sets
	 * @param authorityId whom they work for
	 * @param holds how long it holds
	 * @return the token to put in the mail
	 */
	public Token issue(String accountId, String authorityId, Duration holds) {
		Instant now = this.clock.instant();
		Token token = Token.fresh();
		this.jdbc.sql("delete from password_link where account_id = :account and expires_at < :long")
			.param("account", accountId)
			.param("long", now.minus(KEPT))
			.update();
		this.jdbc.sql("""
				insert into password_link (token_hash, account_id, authority_id, issued_at, expires_at)
				values (:hash, :account, :authority, :now, :expires)""")
			.param("hash", token.hash())
			.param("account", accountId)
			.param("authority", authorityId)
			.param("now", now)
			.param("expires", now.plus(holds))
			.update();
		return token;
	}

	/**
	 * Lets one transaction at a time, until it ends, count an account's links and make
	 * one.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock(String accountId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('password_link'), hashtext(:account))")
			.param("account", accountId)
			.query((rs) -> {
			});
	}

	/**
	 * How many links to an account were made lately.
	 * @param within how lately
	 * @return their number, ended ones too
	 */
	public int issued(String accountId, Duration within) {
		return this.jdbc.sql("select count(*) from password_link where account_id = :account and issued_at > :since")
			.param("account", accountId)
			.param("since", this.clock.instant().minus(within))
			.query(Integer.class)
			.single();
	}

	/**
	 * Whose password a link sets.
	 * @param token the token as it stands in the address
	 * @return the account and its authority
	 * @throws IdentityProblem if there is no such link, or it has ended
	 */
	public PasswordLink resolve(String token) {
		PasswordLink link = this.jdbc.sql("""
				select account_id, authority_id, ended_at is null and expires_at > :now from password_link
				where token_hash = :hash""")
			.param("hash", new Token(token).hash())
			.param("now", this.clock.instant())
			.query((rs, row) -> new PasswordLink(rs.getString(1), rs.getString(2), rs.getBoolean(3)))
			.optional()
			.orElseThrow(IdentityProblem::unknownLink);
		if (!link.holds()) {
			throw IdentityProblem.passwordLinkEnded();
		}
		return link;
	}

	/**
	 * Uses a link up, together with what is done with it in the same transaction. Of two
	 * who use it at once one is told that it has ended.
	 * @param token the token as it stands in the address
	 * @return the account and its authority
	 * @throws IdentityProblem if there is no such link, or it has ended
	 */
	public PasswordLink use(String token) {
		PasswordLink link = resolve(token);
		int used = this.jdbc
			.sql("update password_link set ended_at = :now where token_hash = :hash and ended_at is null")
			.param("hash", new Token(token).hash())
			.param("now", this.clock.instant())
			.update();
		if (used == 0) {
			throw IdentityProblem.passwordLinkEnded();
		}
		return link;
	}

	/** Ends every link to an account. */
	public void end(String accountId) {
		this.jdbc.sql("update password_link set ended_at = :now where account_id = :account and ended_at is null")
			.param("account", accountId)
			.param("now", this.clock.instant())
			.update();
	}

	/**
	 * What a link opens.
	 *
	 * @param accountId whose password it sets
	 * @param authorityId whom they work for
	 * @param holds whether it has not ended
	 */
	public record PasswordLink(String accountId, String authorityId, boolean holds) {
	}

}
