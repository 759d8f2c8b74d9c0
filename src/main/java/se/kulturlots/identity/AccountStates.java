package se.kulturlots.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;

/**
 * What the engine does not know of accounts: whether one is closed, how often it has been
 * changed, and which of its sessions hold. All instances read it from the database, so a
 * session ends everywhere at once.
 */
@Component
public class AccountStates {

	private static final AccountState UNTOUCHED = new AccountState("", 0, false, Set.of());

	private final JdbcClient jdbc;

	private final AppClock clock;

	AccountStates(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The number under which sessions begin now.
	 * @return another one once all its sessions have been ended
	 */
	public int sessions(String accountId) {
		return this.jdbc.sql("select sessions from account_state where account_id = :id")
			.param("id", accountId)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	/** Ends every session of an account, on all instances. */
	public void endSessions(String accountId) {
		this.jdbc.sql("""
				insert into account_state (account_id, sessions) values (:id, 1)
				on conflict (account_id) do update set sessions = account_state.sessions + 1""")
			.param("id", accountId)
			.update();
	}

	/**
	 * How some accounts stand.
	 * @return by their ids; those that have never been changed are missing
	 */
	public Map<String, AccountState> of(Collection<String> accountIds) {
		if (accountIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				select account_id, version, closed_at is not null, coalesce(closed_roles, '') from account_state
				where account_id in (:ids)""")
			.param("ids", accountIds)
			.query((rs, row) -> new AccountState(rs.getString(1), rs.getInt(2), rs.getBoolean(3),
					roles(rs.getString(4))))
			.list()
			.stream()
			.collect(Collectors.toMap(AccountState::accountId, Function.identity()));
	}

	/** How an account stands. */
	public AccountState of(String accountId) {
		return of(List.of(accountId)).getOrDefault(accountId, UNTOUCHED);
	}

	/**
	 * Lets accounts be changed by one transaction at a time, until it ends: so the last
	 * two administrators cannot close each other.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('account_state'))").query((rs) -> {
		});
	}

	/**
	 * Counts a change of an account, unless somebody else has changed it meanwhile.
	 * @param version the version that was changed
	 * @throws IdentityProblem if it is another one now
	 */
	public void changed(String accountId, int version) {
		int counted = this.jdbc.sql("""
				insert into account_state (account_id, version) select :id, 1 where :version = 0
					or exists (select from account_state where account_id = :id)
				on conflict (account_id) do update set version = account_state.version + 1
				where account_state.version = :version""").param("id", accountId).param("version", version).update();
		if (counted == 0) {
			throw IdentityProblem.changedMeanwhile();
		}
	}

	/**
	 * Marks an account as closed.
	 * @param roles what it gets back when it is opened again
	 */
	public void close(String accountId, Set<Role> roles) {
		this.jdbc.sql("update account_state set closed_at = :at, closed_roles = :roles where account_id = :id")
			.param("at", this.clock.instant())
			.param("roles", roles.stream().map(Role::name).collect(Collectors.joining(",")))
			.param("id", accountId)
			.update();
	}

	/** Marks an account as open. */
	public void reopen(String accountId) {
		this.jdbc.sql("update account_state set closed_at = null, closed_roles = null where account_id = :id")
			.param("id", accountId)
			.update();
	}

	private static Set<Role> roles(String names) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		Arrays.stream(names.split(",")).filter((name) -> !name.isEmpty()).map(Role::valueOf).forEach(roles::add);
		return roles;
	}

	/**
	 * How an account stands.
	 *
	 * @param accountId the account
	 * @param version how often it has been changed
	 * @param closed whether nobody can sign in with it
	 * @param closedRoles the roles it had when it was closed
	 */
	public record AccountState(String accountId, int version, boolean closed, Set<Role> closedRoles) {
	}

}
