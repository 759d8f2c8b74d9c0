package se.kulturlots.workflow;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Who may do a task: those with a role that the diagram names for it, however the task
 * came to them. The engine lets an assignee do anything.
 */
@Component
class TaskRoles {

	private final IdentityService identity;

	private final AsApplication asApplication;

	private final EngineTexts texts;

	TaskRoles(@Lazy IdentityService identity, AsApplication asApplication, EngineTexts texts) {
		this.identity = identity;
		this.asApplication = asApplication;
		this.texts = texts;
	}

	/**
	 * Refuses a task to somebody without its role.
	 * @param context whose signed-in person it is
	 * @throws AnswersRefused if they have none of its roles
	 */
	void check(CommandContext context, TaskEntity task) {
		Collection<String> groups = context.getAuthentication().getGroupIds();
		if (groups == null || Collections.disjoint(groups, groups(task))) {
			TaskProblem refused = TaskProblem.notYourRole();
			throw new AnswersRefused(this.texts.of(task.getTenantId(), refused.messageKey()), refused);
		}
	}

	boolean mayDo(String account, TaskEntity task) {
		// the engine finds everybody for a name that is empty
		return !account.isBlank() && this.asApplication.call(() -> groups(task).stream()
			.anyMatch((group) -> this.identity.createUserQuery()
				.userId(account)
				.memberOfGroup(group)
				.memberOfTenant(task.getTenantId())
				.count() > 0));
	}

	/** The role that the diagram names first, or null. */
	@Nullable String first(TaskEntity task) {
		return groups(task).stream().findFirst().orElse(null);
	}

	/** As the diagram has it, not as the running task was given to others. */
	private static List<String> groups(TaskEntity task) {
		return task.getTaskDefinition()
			.getCandidateGroupIdExpressions()
			.stream()
			.map(Expression::getExpressionText)
			.toList();
	}

}
