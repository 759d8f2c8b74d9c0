package se.kulturlots.workflow;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import se.kulturlots.core.BrokenConstraint;
import se.kulturlots.core.LostRace;

/**
 * Logs what the engine could not do, and tells whoever lost a race so. The engine's own
 * log takes a refused answer for a fault, with what somebody typed in it; its exceptions
 * speak of statements and revisions.
 */
@Component
class FailedCommands extends CommandInterceptor {

	private static final Logger log = LoggerFactory.getLogger(FailedCommands.class);

	private final IdentityService identity;

	private final EngineTexts texts;

	FailedCommands(@Lazy IdentityService identity, EngineTexts texts) {
		this.identity = identity;
		this.texts = texts;
	}

	@Override
	public <T> T execute(Command<T> command) {
		boolean outermost = Context.getCommandContext() == null;
		try {
			return this.next.execute(command);
		}
		catch (RuntimeException ex) {
			if (!outermost) {
				throw ex;
			}
			RuntimeException told = secondOf(command, ex);
			tell(command, told);
			throw told;
		}
	}

	/**
	 * What somebody who is signed in is told of a race that they lost; the application
	 * itself tries again.
	 */
	private RuntimeException secondOf(Command<?> command, RuntimeException ex) {
		Authentication who = this.identity.getCurrentAuthentication();
		boolean second = ex instanceof OptimisticLockingException || ex instanceof TaskAlreadyClaimedException
				|| LostRace.isCauseOf(ex) || (answersTask(command) && ex instanceof NullValueException);
		if (who == null || !second || ex instanceof AnswersRefused) {
			return ex;
		}
		String authorityId = (who.getTenantIds() != null) ? who.getTenantIds().stream().findFirst().orElse(null) : null;
		return AnswersRefused.second(this.texts.of(authorityId,
				(command instanceof ClaimTaskCmd) ? "workflow.task.claimedMeanwhile" : "workflow.second"), ex);
	}

	/** The task is gone by then. */
	private static boolean answersTask(Command<?> command) {
		return command instanceof ClaimTaskCmd || command instanceof AssignTaskCmd || command instanceof CompleteTaskCmd
				|| command instanceof SubmitTaskFormCmd;
	}

	private static void tell(Command<?> failed, RuntimeException ex) {
		String command = failed.getClass().getSimpleName();
		if (ex instanceof AnswersRefused refused) {
			log.info("{} refused: {}", command, refused.problem().messageKey());
		}
		else if (ex instanceof AuthorizationException || ex instanceof BadUserRequestException
				|| ex instanceof TaskAlreadyClaimedException) {
			log.info("{} refused: {}", command, ex.getClass().getSimpleName());
		}
		else if (failed instanceof Query && InvalidQuery.isToldBy(ex.getClass().getSimpleName())) {
			log.info("{} makes no sense: {}", command, ex.getClass().getSimpleName());
		}
		else if (ex instanceof OptimisticLockingException) {
			log.debug("{} came second", command);
		}
		else {
			log.error("{} failed", command,
					BrokenConstraint.in(ex).map((constraint) -> constraint.traceOf(ex)).orElse(ex));
		}
	}

}
