package se.kulturlots.workflow;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Password;
import se.kulturlots.identity.Role;

/** Accounts as users of the engine, roles as its groups, authorities as its tenants. */
@Component
class EngineAccounts implements Accounts {

	private static final int MOST_OF_ONE_PERSON = 5;

	private final IdentityService identity;

	private final Authorities authorities;

	private final EnginePasswords passwords;

	private final AsApplication asApplication;

	private final JdbcClient jdbc;

	EngineAccounts(IdentityService identity, Authorities authorities, EnginePasswords passwords,
			AsApplication asApplication, JdbcClient jdbc) {
		this.identity = identity;
		this.authorities = authorities;
		this.passwords = passwords;
		this.asApplication = asApplication;
		this.jdbc = jdbc;
	}

	/* the engine knows no collation */
	private List<Account> byName(String authorityId, List<Account> accounts) {
		if (accounts.size() < 2) {
			return accounts;
		}
		Map<String, Integer> places = new HashMap<>();
		this.jdbc.sql("""
				select u.id_ from act_id_user u join act_id_tenant_member t on t.user_id_ = u.id_
				where t.tenant_id_ = :authority
				order by trim(concat_ws(' ', u.first_, u.last_)) collate "sv-x-icu", u.id_""")
			.param("authority", authorityId)
			.query(String.class)
			.list()
			.forEach((id) -> places.put(id, places.size()));
		return accounts.stream()
			.sorted(Comparator.comparing((account) -> places.getOrDefault(account.id(), places.size())))
			.toList();
	}

	@Override
	public Optional<Account> find(String id) {
		return lookUp(id).filter((account) -> !account.roles().isEmpty());
	}

	@Override
	public Optional<Account> lookUp(String id) {
		return this.asApplication
			.call(() -> Optional.ofNullable(this.identity.createUserQuery().userId(id).singleResult())
				.map(this::account));
	}

	@Override
	public List<Account> withEmail(String email) {
		return this.asApplication.call(() -> this.identity.createUserQuery()
			.userEmail(email)
			.orderByUserId()
			.asc()
			.listPage(0, MOST_OF_ONE_PERSON)
			.stream()
			.map(this::account)
			.filter((account) -> !account.roles().isEmpty())
			.toList());
	}

	@Override
	public List<Account> ofAuthority(String authorityId) {
		return byName(authorityId, this.asApplication.call(() -> {
			Map<String, Set<Role>> roles = new HashMap<>();
			for (Role role : Role.values()) {
				inRole(authorityId, role).forEach(
						(account) -> roles.computeIfAbsent(account.id(), (id) -> EnumSet.noneOf(Role.class)).add(role));
			}
			return this.identity.createUserQuery()
				.memberOfTenant(authorityId)
				.orderByUserId()
				.asc()
				.list()
				.stream()
				.map((user) -> new Account(user.getId(), displayName(user), user.getEmail(), authorityId,
						roles.getOrDefault(user.getId(), Set.of())))
				.toList();
		}));
	}

	@Override
	public Optional<Account> authenticate(String id, String password) {
		return this.asApplication.call(() -> {
			// what is asked and worked is the same for an account that does not exist, is
			// closed or has another password
			UserEntity user = (UserEntity) this.identity.createUserQuery().userId(id).singleResult();
			Set<Role> roles = roles(id);
			List<Tenant> tenants = tenants(id);
			if (!this.passwords.isRight(password, user) || user == null) {
				return Optional.empty();
			}
			Account account = account(user, roles, tenants);
			if (account.roles().isEmpty()) {
				return Optional.empty();
			}
			if (this.passwords.isOutdated(user)) {
				hashAnew(user, password);
			}
			return Optional.of(account);
		});
	}

	/** Whether we would let it be chosen today does not matter. */
	private void hashAnew(UserEntity user, String password) {
		user.setPassword(password);
		try {
			((IdentityServiceImpl) this.identity).saveUser(user, true);
		}
		catch (OptimisticLockingException changedMeanwhile) {
			// by another sign-in of theirs, or a password set a moment ago: that one
			// holds
		}
	}

	@Override
	public List<Account> with(String authorityId, Role role) {
		return byName(authorityId, inRole(authorityId, role));
	}

	private List<Account> inRole(String authorityId, Role role) {
		return this.asApplication.call(() -> this.identity.createUserQuery()
			.memberOfGroup(role.group())
			.memberOfTenant(authorityId)
			.orderByUserId()
			.asc()
			.list()
			.stream()
			.map((user) -> new Account(user.getId(), displayName(user), user.getEmail(), authorityId, Set.of(role)))
			.toList());
	}

	@Override
	public Map<String, String> names(String authorityId) {
		return this.asApplication.call(() -> this.identity.createUserQuery()
			.memberOfTenant(authorityId)
			.list()
			.stream()
			.collect(Collectors.toMap(User::getId, EngineAccounts::displayName)));
	}

	@Override
	@Transactional
	public void create(Account account, String password) {
		this.asApplication.run(() -> {
			if (this.identity.createUserQuery().userId(account.id()).count() > 0) {
				return;
			}
			User user = this.identity.newUser(account.id());
			describe(user, account);
			user.setPassword(password);
			this.identity.saveUser(user);
			account.roles().forEach((role) -> this.identity.createMembership(account.id(), role.group()));
			if (account.authorityId() != null) {
				ensureTenant(account.authorityId());
				this.identity.createTenantUserMembership(account.authorityId(), account.id());
			}
		});
	}

	@Override
	@Transactional
	public void change(Account account) {
		this.asApplication.run(() -> {
			User user = this.identity.createUserQuery().userId(account.id()).singleResult();
			describe(user, account);
			this.identity.saveUser(user);
			Set<Role> before = account(user).roles();
			account.roles()
				.stream()
				.filter((role) -> !before.contains(role))
				.forEach((role) -> this.identity.createMembership(account.id(), role.group()));
			before.stream()
				.filter((role) -> !account.roles().contains(role))
				.forEach((role) -> this.identity.deleteMembership(account.id(), role.group()));
		});
	}

	@Override
	@Transactional
	public void setPassword(String id, Password password) {
		this.asApplication.run(() -> {
			User user = this.identity.createUserQuery().userId(id).singleResult();
			user.setPassword(password.value());
			this.identity.saveUser(user);
		});
	}

	private static void describe(User user, Account account) {
		int space = account.displayName().lastIndexOf(' ');
		user.setFirstName((space < 0) ? account.displayName() : account.displayName().substring(0, space));
		user.setLastName((space < 0) ? "" : account.displayName().substring(space + 1));
		user.setEmail(account.email());
	}

	private void ensureTenant(String authorityId) {
		if (this.identity.createTenantQuery().tenantId(authorityId).count() == 0) {
			Tenant tenant = this.identity.newTenant(authorityId);
			tenant.setName(this.authorities.get(authorityId).name());
			this.identity.saveTenant(tenant);
		}
	}

	private Account account(User user) {
		return account(user, roles(user.getId()), tenants(user.getId()));
	}

	private List<Tenant> tenants(String userId) {
		return this.identity.createTenantQuery().userMember(userId).list();
	}

	private Set<Role> roles(String userId) {
		Set<String> groups = this.identity.createGroupQuery()
			.groupMember(userId)
			.list()
			.stream()
			.map(Group::getId)
			.collect(Collectors.toSet());
		Set<Role> roles = EnumSet.noneOf(Role.class);
		for (Role role : Role.values()) {
			if (groups.contains(role.group())) {
				roles.add(role);
			}
		}
		return roles;
	}

	private static Account account(User user, Set<Role> roles, List<Tenant> tenants) {
		String authorityId = (tenants.size() == 1) ? tenants.get(0).getId() : null;
		if (tenants.size() > 1) {
			// who belongs to no authority administers them all
			roles.remove(Role.ADMIN);
		}
		return new Account(user.getId(), displayName(user), user.getEmail(), authorityId, roles);
	}

	private static String displayName(User user) {
		return (user.getFirstName() + " " + user.getLastName()).strip();
	}

}
