package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Token;
import se.kulturlots.identity.Role;

/**
 * The groups of the engine and what each may do there. Managers see and may retry, but
 * not change variables or move tokens: decisions go through forms only.
 */
@Component
@Order(10)
class EngineAccess implements ApplicationRunner {

	/**
	 * Nobody signs in as this user. The engine's web applications ask for a first
	 * administrator as long as its own group of administrators is empty, and our
	 * administrators are no members since that group sees every authority's cases.
	 */
	private static final String PLACEHOLDER = "kulturlots";

	private static final Map<Role, String> NAMES = Map.of(Role.OFFICER, "Handläggare", Role.LIAISON, "Lots",
			Role.MANAGER, "Chef", Role.REGISTRAR, "Registrator", Role.ADMIN, "Administratör");

	private final IdentityService identity;

	private final AuthorizationService authorizations;

	EngineAccess(IdentityService identity, AuthorizationService authorizations) {
		this.identity = identity;
		this.authorizations = authorizations;
	}

	@Override
	@Transactional
	public void run(ApplicationArguments arguments) {
		NAMES.forEach(this::ensureGroup);
		ensurePlaceholder();
		for (Role role : List.of(Role.OFFICER, Role.LIAISON, Role.MANAGER, Role.REGISTRAR)) {
			grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
			grant(role, Resources.FILTER, Authorization.ANY, Permissions.READ);
		}
		// Tasklist heads a task with its process and shows the diagram
		for (Role role : List.of(Role.LIAISON, Role.REGISTRAR)) {
			grant(role, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
		}
		grant(Role.OFFICER, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ,
				Permissions.CREATE_INSTANCE);
		grant(Role.OFFICER, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
		grant(Role.MANAGER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		grant(Role.MANAGER, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ,
				ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
				ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.RETRY_JOB,
				ProcessDefinitionPermissions.TASK_ASSIGN);
		// Cockpit counts tasks by role for whoever may read them all; it counts the own
		// ones only
		grant(Role.MANAGER, Resources.TASK, Authorization.ANY, Permissions.READ);
		grant(Role.MANAGER, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ,
				Permissions.READ_HISTORY);
		// administrators work on our pages, which know whose account is whose
		this.authorizations.createAuthorizationQuery()
			.groupIdIn(Role.ADMIN.group())
			.list()
			.forEach((authorization) -> this.authorizations.deleteAuthorization(authorization.getId()));
	}

	private void ensureGroup(Role role, String name) {
		ensureGroup(role.group(), name);
	}

	private void ensureGroup(String id, String name) {
		if (this.identity.createGroupQuery().groupId(id).count() == 0) {
			Group group = this.identity.newGroup(id);
			group.setName(name);
			group.setType(Groups.GROUP_TYPE_WORKFLOW);
			this.identity.saveGroup(group);
		}
	}

	private void ensurePlaceholder() {
		ensureGroup(Groups.CAMUNDA_ADMIN, "Motorns administratörer");
		if (this.identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
			User user = this.identity.newUser(PLACEHOLDER);
			user.setFirstName("Kulturlots");
			user.setLastName("");
			user.setPassword(Token.fresh().value());
			this.identity.saveUser(user);
			this.identity.createMembership(PLACEHOLDER, Groups.CAMUNDA_ADMIN);
		}
	}

	private void grant(Role role, Resource resource, String resourceId, Permission... permissions) {
		Authorization existing = this.authorizations.createAuthorizationQuery()
			.groupIdIn(role.group())
			.resourceType(resource)
			.resourceId(resourceId)
			.singleResult();
		Authorization authorization = (existing != null) ? existing
				: this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		authorization.setGroupId(role.group());
		authorization.setResource(resource);
		authorization.setResourceId(resourceId);
		authorization.setPermissions(permissions);
		this.authorizations.saveAuthorization(authorization);
	}

}
