package se.kulturlots.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;

/** Accounts as users of the engine, roles as its groups, authorities as its tenants. */
@Component
class EngineAccounts implements Accounts {

	private final IdentityService identity;

	private final Authorities authorities;

	private final AsApplication asApplication;

	EngineAccounts(IdentityService identity, Authorities authorities, AsApplication asApplication) {
		this.identity = identity;
		this.authorities = authorities;
		this.asApplication = asApplication;
	}

	@Override
	public Optional<Account> find(String id) {
		return this.asApplication
			.call(() -> Optional.ofNullable(this.identity.createUserQuery().userId(id).singleResult())
				.map(this::account)
				.filter((account) -> !account.roles().isEmpty()));
	}

	@Override
	public Optional<Account> authenticate(String id, String password) {
		return this.asApplication.call(() -> this.identity.checkPassword(id, password)) ? find(id) : Optional.empty();
	}

	@Override
	public List<Account> with(String authorityId, Role role) {
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
	@Transactional
	public void create(Account account, String password) {
		this.asApplication.run(() -> {
			if (this.identity.createUserQuery().userId(account.id()).count() > 0) {
				return;
			}
			User user = this.identity.newUser(account.id());
			int space = account.displayName().lastIndexOf(' ');
			user.setFirstName((space < 0) ? account.displayName() : account.displayName().substring(0, space));
			user.setLastName((space < 0) ? "" : account.displayName().substring(space + 1));
			user.setEmail(account.email());
			user.setPassword(password);
			this.identity.saveUser(user);
			account.roles().forEach((role) -> this.identity.createMembership(account.id(), role.group()));
			if (account.authorityId() != null) {
				ensureTenant(account.authorityId());
				this.identity.createTenantUserMembership(account.authorityId(), account.id());
			}
		});
	}

	private void ensureTenant(String authorityId) {
		if (this.identity.createTenantQuery().tenantId(authorityId).count() == 0) {
			Tenant tenant = this.identity.newTenant(authorityId);
			tenant.setName(this.authorities.get(authorityId).name());
			this.identity.saveTenant(tenant);
		}
	}

	private Account account(User user) {
		Set<String> groups = this.identity.createGroupQuery()
			.groupMember(user.getId())
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
		List<Tenant> tenants = this.identity.createTenantQuery().userMember(user.getId()).list();
		String authorityId = (tenants.size() == 1) ? tenants.get(0).getId() : null;
		return new Account(user.getId(), displayName(user), user.getEmail(), authorityId, roles);
	}

	private static String displayName(User user) {
		return (user.getFirstName() + " " + user.getLastName()).strip();
	}

}
