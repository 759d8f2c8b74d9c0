package se.kulturlots.workflow;

import java.util.List;
import java.util.Objects;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.RegisterDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.RegisterProcessApplicationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.UnregisterDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.UnregisterProcessApplicationCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

import org.springframework.stereotype.Component;

import se.kulturlots.identity.Role;

/**
 * What signed-in people may do in the engine beside answering forms: take a free task,
 * give back their own, hand over as the manager, and have failed work tried again. What
 * the engine runs and which filters it keeps is the application's. The engine's
 * permissions are wider than that: a candidate could take a task from a colleague, and
 * who may retry a job could also hold it up.
 */
@Component
class CommandPermissions extends CommandInterceptor {

	private final TaskRoles roles;

	private final EngineTexts texts;

	CommandPermissions(TaskRoles roles, EngineTexts texts) {
		this.roles = roles;
		this.texts = texts;
	}

	@Override
	public <T> T execute(Command<T> command) {
		CommandContext context = Context.getCommandContext();
		if (context.getAuthenticatedUserId() == null) {
			return this.next.execute(command);
		}
		try {
			check(context, command);
			// the engine takes it for a change of assignee, which needs the manager's
			// right
			return givesBack(context, command) ? context.runWithoutAuthorization(() -> this.next.execute(command))
					: this.next.execute(command);
		}
		catch (AuthorizationException ex) {
			throw inWords(context, ex);
		}
	}

	/** The engine lists permissions in English. */
	private AuthorizationException inWords(CommandContext context, AuthorizationException ex) {
		if (ex.getMissingAuthorizations().isEmpty()) {
			return ex;
		}
		AuthorizationException told = refused(context);
		told.initCause(ex);
		return told;
	}

	private static boolean givesBack(CommandContext context, Command<?> command) {
		if (!(command instanceof AssignTaskCmd) || CommandFields.read(command, "userId") != null) {
			return false;
		}
		TaskEntity task = context.getTaskManager().findTaskById((String) CommandFields.read(command, "taskId"));
		return task != null && context.getAuthenticatedUserId().equals(task.getAssignee());
	}

	private void check(CommandContext context, Command<?> command) {
		if (command instanceof ClaimTaskCmd || command instanceof AssignTaskCmd) {
			handOver(context, command);
		}
		else if (command instanceof SetJobRetriesCmd) {
			retry(context, command);
		}
		else if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd
				|| command instanceof StartProcessInstanceAtActivitiesCmd || command instanceof SaveTaskCmd
				|| command instanceof DelegateTaskCmd || command instanceof ResolveTaskCmd
				|| command instanceof DeleteIdentityLinkCmd || command instanceof AbstractSetTaskPropertyCmd
				|| command instanceof AbstractSetJobsRetriesBatchCmd || deploys(command) || keepsFilters(command)) {
			throw refused(context);
		}
	}

	/** Who deploys says what the engine runs. */
	private static boolean deploys(Command<?> command) {
		return command instanceof DeployCmd || command instanceof DeleteDeploymentCmd
				|| command instanceof RegisterDeploymentCmd || command instanceof UnregisterDeploymentCmd
				|| command instanceof RegisterProcessApplicationCmd
				|| command instanceof UnregisterProcessApplicationCmd;
	}

	/** A stored filter may hold expressions. */
	private static boolean keepsFilters(Command<?> command) {
		return command instanceof CreateFilterCmd || command instanceof SaveFilterCmd
				|| command instanceof DeleteFilterCmd;
	}

	private void handOver(CommandContext context, Command<?> command) {
		TaskEntity task = context.getTaskManager().findTaskById((String) CommandFields.read(command, "taskId"));
		if (task == null) {
			return;
		}
		String to = (String) CommandFields.read(command, "userId");
		List<CommandChecker> checkers = context.getProcessEngineConfiguration().getCommandCheckers();
		checkers.forEach((checker) -> {
			if (command instanceof ClaimTaskCmd || givesBack(context, command)) {
				checker.checkTaskWork(task);
			}
			else {
				checker.checkTaskAssign(task);
			}
		});
		String account = context.getAuthenticatedUserId();
		boolean isManager = context.getAuthentication().getGroupIds().contains(Role.MANAGER.group());
		if (task.getAssignee() != null && !task.getAssignee().equals(account) && !isManager) {
			throw AnswersRefused.second(this.texts.of(task.getTenantId(), "workflow.task.claimedByOther"));
		}
		if (account.equals(to)) {
			this.roles.check(context, task);
		}
		else if (to != null && !(isManager && this.roles.mayDo(to, task))) {
			throw refused(task, "workflow.task.notTheirs");
		}
	}

	private void retry(CommandContext context, Command<?> command) {
		String jobId = (String) CommandFields.read(command, "jobId");
		JobEntity job = (jobId != null) ? context.getJobManager().findJobById(jobId) : null;
		boolean movesIt = Boolean.TRUE.equals(CommandFields.read(command, "isDueDateSet"));
		boolean again = Objects.requireNonNull((Integer) CommandFields.read(command, "retries")) > 0;
		if (job == null || job.getProcessDefinitionKey() == null || job.getRetries() > 0 || movesIt || !again) {
			throw refused(context);
		}
	}

	private AuthorizationException refused(CommandContext context) {
		List<String> authorities = context.getAuthentication().getTenantIds();
		return new AuthorizationException(
				this.texts.of((authorities == null || authorities.isEmpty()) ? null : authorities.get(0),
						"workflow.engine.forbidden"));
	}

	private AnswersRefused refused(TaskEntity task, String key) {
		return new AnswersRefused(this.texts.of(task.getTenantId(), key));
	}

}
